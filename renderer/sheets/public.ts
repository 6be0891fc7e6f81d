/** What other features may use of the paper forms. */
export { printedText, printSheet } from './print-sheet.ts'
