import { describe, expect, it } from 'vitest'
import { migrations } from '../../main/database/migrations/catalog.ts'
import { allCommands } from '../../shared/commands.ts'
import { features } from '../../shared/kit/features.ts'
import { allWords } from '../../shared/words.ts'
import { sourcesIn } from './sources.ts'

const sorted = (names: readonly string[]) => [...names].sort()

/** The lists everyone adds a line to. Their imports stand in the order of the paths, so two additions rarely meet. */
const registries = sourcesIn('shared', 'main').filter(({ path }) =>
  /^(shared\/(words|commands)|main\/(registry|entities|routers|jobs)|main\/reports\/catalog|shared\/(forms|presets)\/(list|catalog))\.ts$/.test(
    path,
  ),
)

describe('lists', () => {
  it('has the features sorted', () => expect([...features]).toEqual(sorted(features)))

  it('has the words sorted by feature', () => expect(Object.keys(allWords)).toEqual(sorted(Object.keys(allWords))))

  it('has the commands sorted', () => {
    expect(Object.keys(allCommands)).toEqual(sorted(Object.keys(allCommands)))
    for (const commands of Object.values(allCommands)) expect([...commands]).toEqual(sorted(commands))
  })

  it('sees the registries', () => expect(registries.map(({ path }) => path)).toContain('shared/words.ts'))

  it.each(registries)('has the lines of $path sorted', ({ text }) => {
    const imported = [...text.matchAll(/^(?:import|\}) .*from '\.\/([a-z]+)\/[^']*'$/gm)].flatMap(
      (match) => match[1] ?? [],
    )
    expect(imported.filter((name) => name !== 'kit')).toEqual(sorted(imported.filter((name) => name !== 'kit')))
  })
})

describe('migrations', () => {
  const names = migrations.map((migration) => new migration()).map((made) => made.name)

  it('are there', () => expect(names.length).toBeGreaterThan(0))

  it('are named in their own words: a minified build would rename the class', () => {
    const classes = sourcesIn('main/database/migrations').flatMap(({ path, text }) =>
      [...text.matchAll(/class (\w+) implements MigrationInterface \{([\s\S]*?)\n\}/g)].map((match) => ({
        path,
        name: match[1],
        named: /^\s*(?:readonly )?name(?:: string)? = '[A-Za-z]+\d{13}'/m.test(match[2] ?? ''),
      })),
    )
    expect(classes.length).toBe(migrations.length)
    expect(classes.filter(({ named }) => !named)).toEqual([])
  })

  it('carry different names in the order of their time', () => {
    expect(new Set(names).size).toBe(names.length)
    const times = names.map((name) => /\d{13}$/.exec(name ?? '')?.[0] ?? '')
    expect(times).toEqual(sorted(times))
  })
})
