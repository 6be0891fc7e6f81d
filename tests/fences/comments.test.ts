import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sourcesIn, type Source } from './sources.ts'

const sources = sourcesIn('build', 'main', 'renderer', 'shared', 'tests').filter(
  ({ path }) => /\.tsx?$/.test(path) && !/(\.(test|spec)|\.d|(^|[-/])words)\.ts$/.test(path),
)

/** Told of where it comes from: a type derived from a value, the entity of a row's interface. */
function isToldElsewhere(statement: ts.Statement): boolean {
  if (ts.isTypeAliasDeclaration(statement)) {
    const derived = /^((\w+<)?z\.(output|input|infer)<typeof \w+>>?|\(typeof \w+\)\[number\]|keyof typeof \w+)$/
    return derived.test(statement.type.getText())
  }
  if (!ts.isVariableStatement(statement)) return false
  return statement.declarationList.declarations.every(({ name }) => /\wEntity$/.test(name.getText()))
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(', ')
  return (statement as ts.Statement & { name?: ts.Identifier }).name?.text ?? ''
}

/** `path:line name` of every export without a doc comment. */
function untold({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return file.statements
    .filter(
      (each) =>
        ts.canHaveModifiers(each) && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter((each) => ts.getJSDocCommentsAndTags(each).length === 0 && !isToldElsewhere(each))
    .map((each) => `${path}:${file.getLineAndCharacterOfPosition(each.getStart()).line + 1} ${nameOf(each)}`)
}

describe('exports', () => {
  it('say in a comment what a reader cannot see', () => {
    expect(sources.length).toBeGreaterThan(800)
    expect(sources.flatMap(untold)).toEqual([])
  })

  it('are seen when they say nothing', () =>
    expect(
      untold({ path: 'a.ts', text: '/** Says. */\nexport const a = 1\nexport const b = 2\nexport function c() {}' }),
    ).toEqual(['a.ts:3 b', 'a.ts:4 c']))
})
