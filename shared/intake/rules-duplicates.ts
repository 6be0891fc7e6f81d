/** What is known of a customer being typed, or of one already filed. `phones` are normalised keys. */
export interface Likeness {
  name: string
  phones: readonly string[]
  address: string
}

/** Why two customers may be one. */
export const duplicateReasons = ['samePhone', 'sameName', 'nearName', 'sameAddress', 'nearAddress'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** Somebody in the archive who may be the one being typed. */
export interface PossibleDuplicate<Candidate> {
  candidate: Candidate
  /** 0–100, for order only. */
  score: number
  reasons: DuplicateReason[]
}

const weight: Record<DuplicateReason, number> = {
  samePhone: 50,
  sameName: 35,
  nearName: 20,
  sameAddress: 15,
  nearAddress: 10,
}

/** A name alone, or a phone alone, is worth showing; a near name or an address only together with something else. */
const worthShowing = 30

/**
 * Who in the archive might be the customer being typed, likeliest first: the same phone, the same name or one character
 * off, the same or much the same address. Pure: the caller brings the candidates.
 */
export function possibleDuplicates<Candidate extends Likeness>(
  typed: Likeness,
  candidates: readonly Candidate[],
): PossibleDuplicate<Candidate>[] {
  return candidates
    .map((candidate) => {
      const reasons = reasonsOf(typed, candidate)
      return { candidate, reasons, score: reasons.reduce((sum, reason) => sum + weight[reason], 0) }
    })
    .filter(({ score }) => score >= worthShowing)
    .sort((a, b) => b.score - a.score)
}

function reasonsOf(typed: Likeness, filed: Likeness): DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  if (typed.phones.some((phone) => phone !== '' && filed.phones.includes(phone))) reasons.push('samePhone')
  const [name, filedName] = [bare(typed.name), bare(filed.name)]
  if (name !== '' && name === filedName) reasons.push('sameName')
  else if (oneOff([...name], [...filedName])) reasons.push('nearName')
  const [address, filedAddress] = [bare(typed.address), bare(filed.address)]
  if (address !== '' && address === filedAddress) reasons.push('sameAddress')
  else if (alike(address, filedAddress) >= 0.6) reasons.push('nearAddress')
  return reasons
}

/** Letters and digits only, one width, one case. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** One character changed, added or left out; names of one character are never near. */
function oneOff(a: readonly string[], b: readonly string[]): boolean {
  if (Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1
  const rest = (text: readonly string[], skip: number) => text.slice(same + skip).join('')
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
}

/** Share of neighbouring character pairs in common, 0–1. */
function alike(a: string, b: string): number {
  if (a.length < 4 || b.length < 4) return 0
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))
  const [pairsA, pairsB] = [pairs(a), pairs(b)]
  let common = 0
  for (const pair of pairsA) if (pairsB.has(pair)) common += 1
  return (2 * common) / (pairsA.size + pairsB.size)
}
