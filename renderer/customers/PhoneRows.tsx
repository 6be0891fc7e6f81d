import { newId } from '../app/new-id.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { sayNotice } from '../kit/notices.ts'
import { PhoneText } from '../kit/PhoneText.tsx'
import type { CustomerDraft, PhoneDraft } from './customer-draft.ts'
import look from './CustomerForm.module.css'
import { useUndoable } from './use-undoable.ts'

interface PhoneRowsProps {
  draft: CustomerDraft
  /** Text keys by `phone/<id>`. */
  gaps: Readonly<Record<string, string>>
  onChange: (part: Partial<CustomerDraft>) => void
}

/** Phones of a customer as rows of the form, the primary one first. A masked one stays masked: it is kept or replaced. */
export function PhoneRows({ draft, gaps, onChange }: PhoneRowsProps) {
  const { t } = useTranslation()
  const { phones, people } = draft
  const restore = useUndoable<PhoneDraft>((phone, at) => onChange({ phones: phones.toSpliced(at, 0, phone) }))
  const put = (id: string, part: Partial<PhoneDraft>) =>
    onChange({ phones: phones.map((phone) => (phone.id === id ? { ...phone, ...part } : phone)) })
  const remove = (phone: PhoneDraft) => {
    const at = phones.indexOf(phone)
    onChange({ phones: phones.filter(({ id }) => id !== phone.id) })
    if (!saysNothing(phone.raw))
      sayNotice(t('customers.form.removed', { what: phone.raw }), { undo: () => restore(phone, at) })
  }
  const owners = [
    { value: '', text: t('customers.phone.nobody') },
    ...people.filter(({ name }) => !saysNothing(name)).map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <LedgerBlock head={t('customers.form.phones')}>
      {phones.map((phone, at) => {
        const gap = gaps[`phone/${phone.id}`]
        return (
          <LedgerRow key={phone.id} columns="minmax(0, 1.5fr) minmax(0, 1fr)">
            <LedgerCell
              label={t('customers.field.phone')}
              error={gap ? t(gap) : undefined}
              source={
                <span className={look.end}>
                  {phone.isKept ? (
                    <KeyButton isSmall look="quiet" onClick={() => put(phone.id, { raw: '', isKept: false })}>
                      {t('customers.phone.replace')}
                    </KeyButton>
                  ) : null}
                  {at === 0 ? (
                    t('customers.people.primary')
                  ) : (
                    <KeyButton
                      isSmall
                      look="quiet"
                      onClick={() => onChange({ phones: [phone, ...phones.filter(({ id }) => id !== phone.id)] })}
                    >
                      {t('customers.phone.makePrimary')}
                    </KeyButton>
                  )}
                </span>
              }
            >
              {phone.isKept ? (
                <PhoneText number={phone.raw} />
              ) : (
                <LedgerInput
                  inputMode="tel"
                  maxLength={60}
                  value={phone.raw}
                  onChange={(raw) => put(phone.id, { raw })}
                />
              )}
            </LedgerCell>
            <LedgerCell
              label={t('customers.phone.whose')}
              source={
                <IconButton
                  icon={IconX}
                  label={t('customers.phone.remove', { number: phone.raw })}
                  onClick={() => remove(phone)}
                />
              }
            >
              <LedgerSelect
                choices={owners}
                value={owners.some(({ value }) => value === phone.personId) ? (phone.personId ?? '') : ''}
                onChange={(personId) => put(phone.id, { personId: personId || null })}
              />
            </LedgerCell>
          </LedgerRow>
        )
      })}
      <div className={look.add}>
        <KeyButton
          isSmall
          look="quiet"
          icon={IconPlus}
          onClick={() =>
            onChange({
              phones: [...phones, { id: newId(), raw: '', personId: people[0]?.id ?? null, note: '', isKept: false }],
            })
          }
        >
          {t('customers.phone.add')}
        </KeyButton>
      </div>
    </LedgerBlock>
  )
}
