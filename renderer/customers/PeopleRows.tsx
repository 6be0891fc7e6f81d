import { newId } from '../app/new-id.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../shared/kit/calendar.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { useCompany } from '../app/use-house.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import type { CustomerDraft, PersonDraft } from './customer-draft.ts'
import look from './CustomerForm.module.css'
import { useUndoable } from './use-undoable.ts'

interface PeopleRowsProps {
  draft: CustomerDraft
  onChange: (part: Partial<CustomerDraft>) => void
}

/** People of a customer as rows of the form; a removed one comes back by undo until the form is saved. */
export function PeopleRows({ draft, onChange }: PeopleRowsProps) {
  const { t } = useTranslation()
  const company = useCompany()
  const today = dayOf(useNow(), company?.timeZone ?? 'UTC')
  const { people } = draft
  const restore = useUndoable<PersonDraft>((person, at) => onChange({ people: people.toSpliced(at, 0, person) }))
  const put = (id: string, part: Partial<PersonDraft>) =>
    onChange({ people: people.map((person) => (person.id === id ? { ...person, ...part } : person)) })
  const remove = (person: PersonDraft) => {
    const at = people.indexOf(person)
    onChange({ people: people.filter(({ id }) => id !== person.id) })
    if (!saysNothing(person.name))
      sayNotice(t('customers.form.removed', { what: person.name }), { undo: () => restore(person, at) })
  }
  return (
    <LedgerBlock head={t('customers.form.people')}>
      {people.map((person) => (
        <LedgerRow key={person.id} columns="minmax(0, 1fr) minmax(0, 1.3fr)">
          <LedgerCell label={t('customers.person.name')}>
            <LedgerInput maxLength={60} value={person.name} onChange={(name) => put(person.id, { name })} />
          </LedgerCell>
          <LedgerCell
            label={t('customers.person.title')}
            source={
              <span className={look.end}>
                <KeyButton
                  isSmall
                  look="quiet"
                  aria-pressed={person.leftOn !== null}
                  onClick={() => put(person.id, { leftOn: person.leftOn === null ? today : null })}
                >
                  {person.leftOn === null
                    ? t('customers.person.leaves')
                    : t('customers.people.left', { month: person.leftOn.slice(0, 7) })}
                </KeyButton>
                <IconButton
                  icon={IconX}
                  label={t('customers.person.remove', { name: person.name })}
                  onClick={() => remove(person)}
                />
              </span>
            }
          >
            <LedgerInput maxLength={60} value={person.title} onChange={(title) => put(person.id, { title })} />
          </LedgerCell>
        </LedgerRow>
      ))}
      <div className={look.add}>
        <KeyButton
          isSmall
          look="quiet"
          icon={IconPlus}
          onClick={() =>
            onChange({ people: [...people, { id: newId(), name: '', title: '', note: '', leftOn: null }] })
          }
        >
          {t('customers.people.add')}
        </KeyButton>
      </div>
    </LedgerBlock>
  )
}
