import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { CustomerList } from './CustomerList.tsx'

const CustomerPage = lazy(async () => ({ default: (await import('./CustomerPage.tsx')).CustomerPage }))
const NewCustomer = lazy(async () => ({ default: (await import('./NewCustomer.tsx')).NewCustomer }))

/** The customer archive (档案): the list, one customer, a new one. */
export function CustomersScreen() {
  return (
    <Switch>
      <Route path="/customers" component={CustomerList} />
      <Route path="/customers/new" component={NewCustomer} />
      <Route path="/customers/:id">{({ id }) => <CustomerPage key={id} customerId={id} />}</Route>
    </Switch>
  )
}
