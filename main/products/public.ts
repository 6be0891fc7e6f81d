/** What other features may call of the product archive. */
export { addProduct, makeProduct } from './add-product.ts'
export { ProductEntity } from './entities.ts'
export { fillProduct, productFactsOf } from './fill-product.ts'
export { correctProduct, correctPurchase, noteAcceptance } from './correct-product.ts'
export { chosenProduct, productBeside, productJustMade, type Purchase, purchaseOf } from './chosen-product.ts'
export { findProductIds } from './search-ways.ts'
