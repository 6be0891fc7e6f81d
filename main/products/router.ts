import { z } from 'zod'
import { idSchema } from '../../shared/kit/fields.ts'
import { productInputSchema, productRowSchema } from '../../shared/products/schema.ts'
import { may, router } from '../api/trpc.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { companyOf } from '../house/settings.ts'
import { productRowsOf } from './product-rows.ts'
import { saveProduct } from './save-product.ts'

/** Sold products and what their warranty says today. */
export const productsRouter = router({
  ofCustomer: may('products.view')
    .input(z.object({ customerId: idSchema }))
    .output(z.array(productRowSchema))
    .query(({ ctx, input }) =>
      ctx.services.database.read(async (reader) => {
        await refuseForeignCustomer(ctx.services, reader, ctx.seat, input.customerId)
        return productRowsOf(ctx.services, reader, input.customerId, await companyOf(reader))
      }),
    ),
  save: may('products.edit')
    .input(productInputSchema)
    .output(productRowSchema)
    .mutation(({ ctx, input }) => saveProduct(ctx.services, ctx.seat, input)),
})
