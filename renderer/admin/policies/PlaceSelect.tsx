import { useTranslation } from 'react-i18next'
import { editedLayers, type PolicyPlace, wholeCompany } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Choice, Policy } from '../../../shared/presets/schema.ts'
import look from './policy.module.css'

interface PlaceSelectProps {
  policy: Policy
  place: PolicyPlace
  /** Something was changed and not published: it would be lost with another choice. */
  isTouched: boolean
  onPlace: (place: PolicyPlace) => void
}

const textOf = ({ layer, key }: PolicyPlace) => `${layer} ${key}`

/** 适用于: everybody, one category of customers, one product type. A draft is published or discarded before another is begun. */
export function PlaceSelect({ policy, place, isTouched, onPlace }: PlaceSelectProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const groups = [
    { layer: 'category', choices: policy.categories },
    { layer: 'productType', choices: policy.productTypes },
  ] as const
  const choose = (text: string) => {
    const [layer, key = ''] = text.split(' ')
    const known = editedLayers.find((each) => each === layer)
    onPlace(known ? { layer: known, key } : wholeCompany)
  }
  const option = (layer: PolicyPlace['layer'], { code, text }: Choice) => (
    <option key={code} value={textOf({ layer, key: code })}>
      {text[language]}
    </option>
  )
  return (
    <label className={look.place}>
      <span>{t('admin.layer.appliesTo')}</span>
      <select value={textOf(place)} disabled={isTouched} onChange={({ target: { value } }) => choose(value)}>
        <option value={textOf(wholeCompany)}>{t('admin.layer.all')}</option>
        {groups.map(({ layer, choices }) => (
          <optgroup key={layer} label={t(`admin.layer.of.${layer}`)}>
            {choices.map((choice) => option(layer, choice))}
          </optgroup>
        ))}
      </select>
      {isTouched ? <span className={look.dim}>{t('admin.layer.publishFirst')}</span> : null}
    </label>
  )
}
