/**
 * What a number of a paper is sorted by: its figures by what they count, so that `GD20261120-9` stands before `-10` and the thousandth of a day before
 * the first of the next, however wide the scheme is.
 */
export const numberOrder = (number: string): string =>
  number.replaceAll(/\d+/g, (figures) => {
    const count = figures.replace(/^0+(?=\d)/, '')
    // Its length first, as a letter: no figure is too long for that.
    return String.fromCodePoint(0x30 + count.length) + count
  })
