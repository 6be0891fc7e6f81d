/** A run of seven digits and more is a telephone number somebody looked for; behind letters it is one of our own numbers. */
const wholeNumber = /(?<![A-Za-z\d])\d(?:[\s-]?\d){6,}/gu

/** A text for the audit chain, which holds no whole telephone number: of one that was looked for the last four digits stay. */
export const withoutNumbers = (text: string): string =>
  text.replaceAll(wholeNumber, (number) => `****${number.replaceAll(/\D/gu, '').slice(-4)}`)
