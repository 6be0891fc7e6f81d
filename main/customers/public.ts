/** What other features may call of the customer archive. */
export { addCustomer, type CustomerDraft } from './add-customer.ts'
export { noteContact } from './note-contact.ts'
