/** What other features may call of the customer archive. */
export { addCustomer, type CustomerDraft } from './add-customer.ts'
export { correctCustomer } from './correct-customer.ts'
export { stopImports } from './import-runs.ts'
export { dropLeftStages } from './import-stage.ts'
export { noteContact } from './note-contact.ts'
export { regionOf } from './region/region-of.ts'
export { regionText } from './region/region-text.ts'
export { shownAddress, shownPhone } from './shown-phone.ts'
