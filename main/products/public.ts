/** What other features may call of the product archive. */
export { addProduct, makeProduct, type ProductDraft, serialKeyOf } from './add-product.ts'
export { fillProduct, type ProductFacts, productFactsOf } from './fill-product.ts'
export { correctProduct, correctPurchase, noteAcceptance } from './correct-product.ts'
export { productRowsOf } from './product-rows.ts'
