import { useTranslation } from 'react-i18next'
import { readPhones } from '../../shared/kit/phone.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import { firstOffered, modelsOf, offered } from '../../shared/presets/offered.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { useEntry } from './entry-context.ts'
import { EntryCells, FieldCell, TextCell } from './FieldCell.tsx'
import { type dayFields, isDayUnreadable } from './gaps.ts'
import { dayProblem } from '../kit/day-text.ts'
import { readPurchaseDay } from './purchase-day.ts'
import { besideModel } from '../kit/beside-model.tsx'
import { SuggestInput } from '../kit/SuggestInput.tsx'
import { useSay } from './use-trade.ts'

/** Two cells in a row, the first the wider, as on the paper. */
export const twoCells = 'minmax(0, 1.37fr) minmax(0, 1fr)'

/** 谁 */
export function WhoBlock() {
  const { t } = useTranslation()
  const { draft, type, trade, card } = useEntry()
  const person = card?.customer.people.find(({ id }) => id === draft.personId)
  const { problem } = readPhones(draft.phone, homeOf(trade.preset))
  const { channels } = trade.preset
  const isUsual = channels.length > 1 && draft.channel === channels[0].code
  const isOdd = draft.phone.trim() !== '' && problem !== 'none'
  return (
    <LedgerBlock head={t('intake.block.who')}>
      <LedgerRow columns={twoCells}>
        <TextCell field="customerName" label={t('intake.field.customerName')} />
        <TextCell
          field="contactName"
          label={t('presets.field.contactName')}
          source={person?.title && person.name === draft.contactName ? person.title : undefined}
        />
      </LedgerRow>
      <LedgerRow columns={twoCells}>
        <FieldCell
          field="phone"
          label={t('presets.field.phone')}
          source={draft.phoneOnFile && draft.phone === '' ? t('intake.source.file') : undefined}
          error={isOdd ? t('intake.phoneOdd') : undefined}
        >
          <LedgerInput
            inputMode="tel"
            value={draft.phone}
            placeholder={draft.phoneOnFile}
            onChange={(value) => type('phone', value)}
          />
        </FieldCell>
        <LedgerCell label={t('intake.field.category')}>
          <CategorySelect categories={trade.preset.categories} />
        </LedgerCell>
      </LedgerRow>
      {isUsual ? null : <EntryCells group="channel" />}
    </LedgerBlock>
  )
}

function CategorySelect({ categories }: { categories: Policy['categories'] }) {
  const say = useSay()
  const { draft, change } = useEntry()
  const { categories: all } = useKnownChoices()
  const choices = offered(all, draft.category)
  return (
    <LedgerSelect
      value={draft.category || firstOffered(categories)}
      choices={choices.map(({ code, text }) => ({ value: code, text: say(text) }))}
      onChange={(category) => change((before) => ({ ...before, category }))}
    />
  )
}

/** 产品 */
export function ProductBlock() {
  const { t } = useTranslation()
  const say = useSay()
  const { draft, type, trade, product } = useEntry()
  const models = modelsOf(trade.preset, draft.productName)
  const ofOther = besideModel(trade.preset, draft.productName, draft.model, () => type('model', ''))
  const asksModel = models.length > 0 || ofOther !== undefined || (draft.model !== '' && !draft.sources.model)
  const asksAcceptance = draft.acceptedOn !== '' || trade.preset.register.some(({ field }) => field === 'acceptedOn')
  return (
    <LedgerBlock head={t('intake.block.product')}>
      <LedgerRow columns={twoCells}>
        <FieldCell
          field="productName"
          label={t('presets.field.productType')}
          source={product && product.name === draft.productName ? product.model || undefined : undefined}
        >
          <SuggestInput
            label={t('intake.productTypes')}
            value={draft.productName}
            options={trade.preset.productTypes.map(({ text }) => say(text))}
            onChange={(value) => type('productName', value)}
          />
        </FieldCell>
        <TextCell field="serialNo" label={t('presets.field.serialNo')} source={null} />
      </LedgerRow>
      {asksModel ? (
        <LedgerRow>
          <FieldCell field="model" label={t('intake.field.model')} source={ofOther}>
            <SuggestInput
              label={t('intake.field.model')}
              value={draft.model}
              options={models}
              maxLength={60}
              onChange={(value) => type('model', value)}
            />
          </FieldCell>
        </LedgerRow>
      ) : null}
      <LedgerRow columns={twoCells}>
        <DayCell field="purchasedOn" label={t('presets.field.purchasedOn')} />
        <TextCell field="dealer" label={t('intake.field.dealer')} source={null} />
      </LedgerRow>
      {asksAcceptance ? (
        <LedgerRow>
          <DayCell field="acceptedOn" label={t('presets.field.acceptedOn')} />
        </LedgerRow>
      ) : null}
    </LedgerBlock>
  )
}

/** A day of the past as people say it, written out when the cell is left. */
function DayCell({ field, label }: { field: (typeof dayFields)[number]; label: string }) {
  const { t } = useTranslation()
  const { draft, type, trade } = useEntry()
  const isOdd = isDayUnreadable(draft, trade.today, field)
  const settle = () => {
    const on = readPurchaseDay(draft[field], trade.today)
    if (on && on !== draft[field]) type(field, on)
  }
  return (
    <TextCell
      field={field}
      label={label}
      placeholder={t('kit.example', { example: '2025-03-18' })}
      inputMode="numeric"
      error={isOdd ? dayProblem(draft[field], t, t('intake.purchaseDayOdd')) : undefined}
      onBlur={settle}
    />
  )
}
