/** What other features may use of the product archive. */
export { ProductsPane } from './ProductsPane.tsx'
