import { type AddressInfo, connect, createServer } from 'node:net'

/**
 * A network before a server that may be slow: of the next sessions it holds the greeting until `end` has ended their backend, and brings both at
 * once, as a busy network does.
 */
export async function networkTo(url: string, end: (pid: number) => Promise<void>) {
  let toEnd = 0
  const { hostname, port } = new URL(url)
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let held: Buffer | null = null
    upstream.on('data', (chunk) => {
      const isGreeting = chunk.subarray(-6, -5).toString() === 'Z' && chunk.includes('server_version')
      if (held === null && isGreeting && toEnd > 0) {
        toEnd -= 1
        held = chunk
        // BackendKeyData: K, its length, the pid.
        void end(chunk.readInt32BE(chunk.lastIndexOf(Buffer.from([0x4b, 0, 0, 0])) + 5))
        return
      }
      client.write(held === null ? chunk : Buffer.concat([held, chunk]))
      held = null
    })
    client.on('data', (chunk) => upstream.write(chunk))
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.end())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    endNext: (count: number) => void (toEnd = count),
    close: () => void server.close(),
  }
}
