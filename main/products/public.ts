/** What other features may call of the product archive. */
export { addProduct, type ProductDraft, serialKeyOf } from './add-product.ts'
export { describeProducts, productRowsOf } from './product-rows.ts'
