import { Agent, get } from 'node:http'

/** `idle-seats.ts URL COOKIE COUNT`: so many seats that only listen, in a process of their own. Says `ready` when all are connected. */
const [url = '', cookie = '', count = '0'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
let connected = 0
for (let nth = 0; nth < Number(count); nth += 1)
  get(`${url}/api/admin.changes`, { agent, headers: { cookie, accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`no stream: ${answer.statusCode}`)
    answer.once('data', () => {
      connected += 1
      if (connected === Number(count)) process.stdout.write('ready\n')
    })
    answer.resume()
  })
