import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A station in its own process, as the product runs it, and a signed-in client on one kept-alive connection. */
export interface StationUnderTest {
  url: string
  pid: number
  /** Of the session it signed in with. */
  cookie(): string
  query(path: string, input: unknown): Promise<unknown>
  mutate(path: string, input: unknown): Promise<unknown>
  upload(path: string, bytes: Uint8Array): Promise<unknown>
  /** The floor: a request that reaches the host and asks nothing. */
  empty(): Promise<void>
  stop(): Promise<void>
}

const bundle = fileURLToPath(new URL('../../out/main/station-command.js', import.meta.url))

/** Starts the built station on the folder and signs in. */
export async function startStation(
  folder: string,
  login: { login: string; password: string },
  env: Record<string, string> = {},
): Promise<StationUnderTest> {
  const child = spawn(process.execPath, [bundle, '--data', folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await readyUrl(child)
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  let cookie = ''
  const ask = (path: string, method: string, body?: string | Uint8Array) =>
    new Promise<unknown>((resolve, reject) => {
      const call = request(
        `${url}${path}`,
        {
          method,
          agent,
          headers: { cookie, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => (text += part))
          answer.on('end', () => {
            const [first] = answer.headers['set-cookie'] ?? []
            if (first) cookie = first.split(';')[0] ?? ''
            if ((answer.statusCode ?? 500) >= 400 && path !== '/none')
              reject(new Error(`${path} ${answer.statusCode}: ${text.slice(0, 300)}`))
            else resolve(answered(text))
          })
        },
      )
      // While the floors were measured the station may have ended a connection nobody used; such a request never left.
      call.on('error', (error: NodeJS.ErrnoException) => {
        if (call.reusedSocket && error.code === 'ECONNRESET') ask(path, method, body).then(resolve, reject)
        else reject(error)
      })
      call.end(body)
    })
  const station: StationUnderTest = {
    url,
    query: (path, input) => ask(`/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, 'GET'),
    mutate: (path, input) => ask(`/api/${path}`, 'POST', JSON.stringify(input)),
    pid: child.pid ?? 0,
    cookie: () => cookie,
    upload: (path, bytes) => ask(path, 'POST', bytes),
    empty: async () => void (await ask('/none', 'GET')),
    stop: async () => {
      agent.destroy()
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
  await station.mutate('admin.signIn', login)
  return station
}

/** What a procedure answers stands inside; a file's answer is bare. */
function answered(text: string): unknown {
  if (text === '') return null
  const answer = JSON.parse(text) as { result?: { data?: unknown } }
  return answer.result === undefined ? answer : answer.result.data
}

async function readyUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the station has no output')
  for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url
  throw new Error('the station ended before it was ready')
}
