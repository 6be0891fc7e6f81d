import { productInputSchema, productRowSchema } from '../../shared/products/schema.ts'
import { may, router } from '../api/trpc.ts'
import { saveProduct } from './save-product.ts'

/** Sold products and what their warranty says today. */
export const productsRouter = router({
  save: may('products.edit')
    .input(productInputSchema)
    .output(productRowSchema)
    .mutation(({ ctx, input }) => saveProduct(ctx.services, ctx.seat, input)),
})
