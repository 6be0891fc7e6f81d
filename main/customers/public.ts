/** What other features may call of the customer archive. */
export { addCustomer, type CustomerDraft } from './add-customer.ts'
export { correctCustomer } from './correct-customer.ts'
export { findCustomerIds } from './search.ts'
export { customersFrom, removeCustomers } from './remove-customers.ts'
export { noteContact } from './note-contact.ts'
export { regionOf } from './region/region-of.ts'
export { regionText } from './region/region-text.ts'
export { shownAddress, shownPhone } from './shown-phone.ts'
