/** The whole body of a request, or null as soon as it passes the limit: nobody fills the memory of the station. */
export async function readBody(request: Request, largestBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
