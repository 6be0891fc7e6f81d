const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\u301c]/g

/** Signs of half width, plain dashes, none that nobody sees: `ＡＢ－１２` and `AB–12` are `AB-12`. */
export const plainSigns = (text: string): string => text.normalize('NFKC').replace(invisible, '').replace(dashes, '-')

/** What somebody looks for, in the one notation that it is compared in; an input method of full width finds the same. */
export const askedText = (text: string): string => plainSigns(text).trim()

/** The same, and as it was typed where that differs: the numbers of a company may hold signs of full width. */
export const askedTexts = (text: string): string[] => [...new Set([askedText(text), text.trim()])]
