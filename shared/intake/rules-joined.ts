/** Two seats that write the same new caller down within so many minutes have the same person on the line (house). */
export const sameCallerMinutes = 10

/** What one seat heard of a caller. */
export interface Heard {
  customerName: string
  contactName: string
  phone: string
  address: string
  productName: string
  model: string
  serialNo: string
  purchasedOn: string | null
  symptom: string
  note: string
}

/** What two seats may have heard differently, in the order it is said. */
export const heardFields = [
  'customerName',
  'contactName',
  'phone',
  'address',
  'productName',
  'model',
  'serialNo',
  'purchasedOn',
  'symptom',
  'note',
] as const satisfies readonly (keyof Heard)[]
/** One of them. */
export type HeardField = (typeof heardFields)[number]

/** Fields in which the second seat wrote something down that the first has otherwise, or not at all. */
export function heardOtherwise(first: Heard, second: Heard): HeardField[] {
  return heardFields.filter((field) => bare(second[field]) !== '' && bare(second[field]) !== bare(first[field]))
}

const titles = /(先生|女士|小姐|太太|师傅|師傅|老师|老師|阿姨|大爷|大爺|大姐|老板|老闆|经理|經理)$/u

/**
 * May two names of callers from one number, minutes apart, be the same one's? The same name, one character heard differently, or the same family
 * name where one of the two is only a form of address (王先生, 王建国).
 */
export function isSameCaller(one: string, other: string): boolean {
  const [a, b] = [[...bare(one)], [...bare(other)]]
  if (a.length === 0 || b.length === 0) return false
  if (a.join('') === b.join('')) return true
  const isAddressed = [a, b].some((name) => name.length <= 4 && titles.test(name.join('')))
  if (isAddressed) return a[0] === b[0]
  return a.length === b.length && a.length > 2 && a.filter((character, at) => character !== b[at]).length === 1
}

/** Letters and digits only, one width, one case: how it was written does not matter. */
const bare = (text: string | null) =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
