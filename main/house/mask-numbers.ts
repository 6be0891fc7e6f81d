/** A digit in any writing: of any script, full width, or a Chinese numeral as numbers are read out (幺 is one). */
const digit = '[\\p{Nd}〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸幺兩两]'
/** What stands between the digits of a number, also what nobody sees: spaces, dots, dashes, brackets, signs without width. */
const between = '[\\s.．。·・,，、_()（）\\p{Pd}\\p{Cf}−]{0,3}'
/** A run of seven digits and more is a telephone number somebody looked for; behind letters it is one of our own numbers. */
const wholeNumber = new RegExp(`(?<![A-Za-z\\p{Nd}])${digit}(?:${between}${digit}){6,}`, 'gu')
const anyDigit = new RegExp(digit, 'gu')

/** A text for the audit chain, which holds no whole telephone number: of one that was looked for the last four digits stay, as they were written. */
export const withoutNumbers = (text: string): string =>
  text.replaceAll(wholeNumber, (number) => `****${(number.match(anyDigit) ?? []).slice(-4).join('')}`)
