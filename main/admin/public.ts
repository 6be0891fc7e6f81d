/** What other features may call of the house: audit chain, running numbers, company. */
export { audit } from './audit.ts'
export { changesOf } from './audit-changes.ts'
export { nextBlock, nextValue, nextValues } from './next-number.ts'
export { ensureCompany } from './first-company.ts'
export { companyOf, presetOf } from './settings.ts'
