import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const bundle = fileURLToPath(new URL('../../out/main/station-command.js', import.meta.url))
const token = 'bench-token'

/** A station with the sample company in a folder of its own, and its telephone hook. */
export interface SampleStation {
  url: string
  /** Of every sample user. */
  password: string
  hook(event: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

/** A station of its own with the sample company, for what is measured in a browser. */
export async function startSample(folder: string): Promise<SampleStation> {
  const args = [bundle, '--data', folder, '--hook-token', token, '--sample']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, users } = JSON.parse(line) as { url: string; users: { password: string }[] }
    return {
      url,
      password: users[0]?.password ?? '',
      hook: async (event) => {
        const answer = await fetch(`${url}/hooks/call`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(event),
        })
        if (!answer.ok) throw new Error(`the hook answered ${answer.status}: ${await answer.text()}`)
      },
      stop: async () => {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error('the station ended before it was ready')
}
