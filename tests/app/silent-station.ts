import { vi } from 'vitest'
import { pageHeader } from '../../shared/kit/page-header.ts'

/** What the station says to one call: an output, a refusal by name, a defect, or nothing at all. */
export type Said = { output: unknown } | { failure: { kind: string; text: string } } | { incident: string } | 'silence'

/** One call as it came over the wire. */
export interface Heard {
  procedure: string
  input: { id: string } & Record<string, unknown>
  /** Member the page says it stands for. */
  pageOf: string | null
}

const bodyOf = (said: Exclude<Said, 'silence'>) =>
  'output' in said
    ? { result: { data: said.output } }
    : { error: { message: 'no', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400, ...said } } }

/**
 * The far end of the line: every call of the page ends here instead of on the network, is noted in the order it came, and is
 * answered as `say` decides. Nothing of the seat itself is replaced.
 */
export function stationThat(say: (heard: Heard) => Said | Promise<Said>): Heard[] {
  const heard: Heard[] = []
  vi.stubGlobal('fetch', async (url: string | URL, options?: RequestInit) => {
    const { pathname, searchParams } = new URL(url, location.href)
    const procedures = pathname.replace('/api/', '').split(',')
    const sent = typeof options?.body === 'string' ? options.body : (searchParams.get('input') ?? '{}')
    const inputs = JSON.parse(sent) as Record<string, Heard['input']>
    const answers = []
    for (const [index, procedure] of procedures.entries()) {
      const call = {
        procedure,
        input: inputs[String(index)] ?? { id: '' },
        pageOf: new Headers(options?.headers).get(pageHeader),
      }
      heard.push(call)
      const said = await say(call)
      if (said === 'silence') throw new TypeError('Failed to fetch')
      answers.push(bodyOf(said))
    }
    return new Response(JSON.stringify(answers), { headers: { 'content-type': 'application/json' } })
  })
  return heard
}

/** Lets everything due run until the condition holds. */
export const until = (isTrue: () => boolean | Promise<boolean>) =>
  vi.waitFor(async () => {
    if (!(await isTrue())) throw new Error('not yet')
  }, 8_000)
