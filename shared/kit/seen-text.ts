/** What breaks a line besides the line feed: signs of typewriters, of mainframes (U+0085) and of Unicode. */
const breaks = /[\v\f\u0085\u2028\u2029]/gu

/** A picture, with what makes it one: its look, its colour of skin, and the joiners between two. */
const picture = String.raw`\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?`
/** Emoji that are written with signs which alone show nothing: flags of regions, keys, joined pictures. */
const emoji = String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}|[\d#*]\ufe0f\u20e3|${picture}(?:\u200d${picture})*`
/**
 * Signs nobody sees, most of which change what stands beside them: control signs, turns of direction, joiners, fillers, choices of a variant,
 * tags, halves of a character. What Unicode lets a renderer leave out (`Default_Ignorable_Code_Point`) is known to the engine; no table is.
 */
const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\p{Cs}]|(?![\t\n\r])\p{Cc}`
const signs = new RegExp(`(${emoji})|${unseen}`, 'gu')
/** Nearly all texts are of such signs; this look spares them the rest. */
const plain = /^[\x21-\x7e\u4e00-\u9fff][\x20-\x7e\u4e00-\u9fff]*$/u

/** Accents that stand on nothing, and would on the sign before the text. */
const marksOfNothing = /(?<!\S)\p{M}+/gu

/** A sign that is seen. Signs of rare names that only the office's own font has count; the blank of Braille and a note without a head do not. */
const anySeen = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u

/** Whether nobody sees anything of a text: it is empty, or of spaces and signs that show nothing. No field counts as filled by it. */
export const saysNothing = (text: string): boolean => !anySeen.test(text)

/**
 * A text without the signs nobody sees, empty where it says nothing: the one door of every text that is typed, imported or sent. What makes an
 * emoji stays; other breaks of a line become a line feed. Never longer than it was, and the same when it comes again.
 */
export function seenText(text: string): string {
  if (plain.test(text)) return text
  if (saysNothing(text)) return ''
  return text.replaceAll(breaks, '\n').replaceAll(signs, '$1').replaceAll(marksOfNothing, '')
}
