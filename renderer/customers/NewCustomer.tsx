import { newId } from '../app/new-id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { PageHead } from '../kit/PageHead.tsx'
import { Pane } from '../kit/Pane.tsx'
import { Zones } from '../kit/Zones.tsx'
import { type CustomerDraft, newDraft } from './customer-draft.ts'
import { CustomerForm } from './CustomerForm.tsx'
import { DuplicatesPane } from './DuplicatesPane.tsx'

const fresh = () => newDraft(newId(), newId(), newId())

/** What was typed and given up, so that undo finds it after the page was left. */
let kept: CustomerDraft | null = null

/** A new customer; who may be the same appears beside the form as it is typed. */
export function NewCustomer() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<CustomerDraft>(() => kept ?? fresh())
  const change = (next: CustomerDraft) => {
    kept = next
    setDraft(next)
  }
  return (
    <Zones head={<PageHead title={t('customers.list.new')} />} right={<DuplicatesPane draft={draft} />}>
      <Pane label={t('customers.form.title')} scrolls>
        <CustomerForm
          draft={draft}
          onDraft={(next) => {
            change(next)
            if (location.hash !== '#/customers/new') navigate('/customers/new')
          }}
          onDone={(saved) => {
            kept = null
            navigate(saved ? `/customers/${saved.id}` : '/customers')
          }}
        />
      </Pane>
    </Zones>
  )
}
