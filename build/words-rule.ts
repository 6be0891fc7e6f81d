import type { JSSyntaxElement, Rule } from 'eslint'
import type ts from 'typescript'
import { allWords } from '../shared/words.ts'

const keys = new Set(
  Object.entries(allWords).flatMap(([prefix, words]) =>
    Object.keys(words).map((key) => `${prefix}.${key.replace(/_(zero|one|two|few|many|other)$/, '')}`),
  ),
)

/** The texts an expression of this type can be; null where the type does not say. */
function textsOf(type: ts.Type): string[] | null {
  if (type.isUnion()) {
    const each = type.types.map(textsOf)
    return each.includes(null) ? null : each.flatMap((texts) => texts ?? [])
  }
  return type.isStringLiteral() || type.isNumberLiteral() ? [String(type.value)] : null
}

type Expression = Parameters<NonNullable<Rule.RuleListener['CallExpression']>>[0]['arguments'][number]

/** What the typed parser brings with a file. */
interface TypeServices {
  getTypeAtLocation: (node: JSSyntaxElement) => ts.Type
}

/** Each key that `t()` is asked for has its text, also where a part of the key is a variable of a few known values. */
export const wordsRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { missing: 'No text for {{keys}}.' } },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices as TypeServices
    const keysOf = (node: Expression): string[] | null => {
      if (node.type === 'ConditionalExpression') {
        const [one, other] = [keysOf(node.consequent), keysOf(node.alternate)]
        return [...(one ?? []), ...(other ?? [])]
      }
      if (node.type !== 'TemplateLiteral') return textsOf(getTypeAtLocation(node))
      return node.quasis.reduce<string[] | null>(
        (made, { value }, at) => {
          const before = node.expressions[at - 1]
          const filled = before ? keysOf(before) : ['']
          return made && filled && made.flatMap((text) => filled.map((part) => `${text}${part}${value.cooked}`))
        },
        [''],
      )
    }
    return {
      CallExpression({ callee, arguments: [key] }) {
        if (callee.type !== 'Identifier' || callee.name !== 't' || !key) return
        const missing = (keysOf(key) ?? []).filter((each) => each.includes('.') && !keys.has(each))
        if (missing.length > 0) context.report({ node: key, messageId: 'missing', data: { keys: missing.join(', ') } })
      },
    }
  },
}
