import { describe, expect, it } from 'vitest'
import { findings, sourcesIn } from './sources.ts'

/** Only the data of rights and scopes knows what a role may; the sample picks its people by theirs. */
const sources = sourcesIn('main', 'renderer', 'shared').filter(
  ({ path }) => !/^(shared\/admin\/(rights|scopes)\.ts|main\/sample\/.*|main\/database\/migrations\/.*)$/.test(path),
)

describe('roles', () => {
  it('are asked for nowhere but in the data of rights and scopes', () => {
    expect(sources.length).toBeGreaterThan(300)
    const asked =
      /\brole\s*[=!]==?\s*['"`]|['"`]\s*[=!]==?\s*[\w.?]*\brole\b|\bswitch \([\w.?]*role\)|"role"\s*(=|<>|IN\s*\(\s*')/g
    expect(findings(sources, asked)).toEqual([])
  })
})
