import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import { type Policy, type RegisterEntry, registerFields } from '../../../shared/presets/schema.ts'
import { presetsWords } from '../../../shared/presets/words.ts'
import { LedgerCell } from '../../kit/LedgerForm.tsx'
import { LedgerSelect } from '../../kit/LedgerSelect.tsx'
import { ListPart } from './ListPart.tsx'
import { TextCell } from './TextCell.tsx'

/** 登记项: what is asked, in which order, in which words, and whether a blank one blocks. */
export function RegisterPart({ policy, onChange }: { policy: Policy; onChange: (part: Partial<Policy>) => void }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const unasked = registerFields.filter((field) => !policy.register.some((entry) => entry.field === field))
  const [free] = unasked
  return (
    <ListPart
      head={t('admin.policy.part.register')}
      items={policy.register}
      nameOf={({ label }) => label[language]}
      onChange={(register) => onChange({ register })}
      make={free && (() => freshEntry(free))}
      least={1}
      isLastWide
    >
      {(entry, change) => (
        <>
          <TextCell
            label={t('admin.policy.name')}
            text={entry.label}
            onChange={(label) => change({ label, short: label, rule: 'house' })}
          />
          <LedgerCell label={t('admin.policy.about')}>
            <LedgerSelect
              choices={[entry.field, ...unasked].map((value) => ({ value, text: labelOf(value)[language] }))}
              value={entry.field}
              onChange={(field) => change(asked(entry, field))}
            />
          </LedgerCell>
          <LedgerCell>
            <LedgerSelect
              aria-label={entry.label[language]}
              choices={(['save', 'dispatch', 'never'] as const).map((value) => ({
                value,
                text: t(`admin.policy.needed.${value}`),
              }))}
              value={entry.neededFor}
              onChange={(neededFor) => change({ neededFor, rule: 'house' })}
            />
          </LedgerCell>
          <TextCell
            label={t('admin.policy.question')}
            text={entry.ask}
            onChange={(ask) => change({ ask, rule: 'house' })}
          />
        </>
      )}
    </ListPart>
  )
}

const labels: Partial<Record<RegisterEntry['field'], RegisterEntry['label']>> = {
  customerName: presetsWords['field.customerName'],
  contactName: presetsWords['field.contactName'],
  phone: presetsWords['field.phone'],
  address: presetsWords['field.address'],
  productName: presetsWords['field.productName'],
  serialNo: presetsWords['field.serialNo'],
  purchasedOn: presetsWords['field.purchasedOn'],
  acceptedOn: presetsWords['field.acceptedOn'],
  dealer: presetsWords['field.dealer'],
  symptom: presetsWords['field.symptom'],
  level: presetsWords['field.level'],
  visitFromAt: presetsWords['field.visit'],
  within3h: presetsWords['field.within3h'],
}

const labelOf = (field: RegisterEntry['field']): RegisterEntry['label'] =>
  labels[field] ?? { 'zh-CN': field, 'zh-TW': field, en: field }

/** The question about something else: words nobody wrote follow, others stay. */
function asked(entry: RegisterEntry, field: RegisterEntry['field']): RegisterEntry {
  const isOf = (text: RegisterEntry['label']) => JSON.stringify(text) === JSON.stringify(labelOf(entry.field))
  const { label, short, ask } = freshEntry(field)
  return {
    ...entry,
    ...{ field, rule: 'house', label: isOf(entry.label) ? label : entry.label },
    ...{ short: isOf(entry.short) ? short : entry.short, ask: isOf(entry.ask) ? ask : entry.ask },
  }
}

function freshEntry(field: RegisterEntry['field']): RegisterEntry {
  const label = labelOf(field)
  return { field, label, short: label, ask: label, neededFor: 'never', rule: 'house' }
}
