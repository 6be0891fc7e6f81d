import { useTranslation } from 'react-i18next'
import chip from '../kit/ChipSelect.module.css'
import type { ViewsInHand } from './use-views.ts'

/** 视图: the shared views and one's own; nothing to choose shows nothing. */
export function ViewSelect({ views }: { views: ViewsInHand }) {
  const { t } = useTranslation()
  const { kept, view, choose } = views
  if (kept.views.length === 0) return null
  const group = (isShared: boolean) =>
    kept.views
      .filter((row) => row.isShared === isShared)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))
  return (
    <label className={chip.chip} data-on={view !== null}>
      <span>{t('lists.view.label')}</span>
      <select
        className={chip.select}
        aria-label={t('lists.view.label')}
        value={view?.id ?? ''}
        onChange={({ target }) => choose(kept.views.find(({ id }) => id === target.value) ?? null)}
      >
        <option value="">{t('lists.view.none')}</option>
        <optgroup label={t('lists.view.shared')}>{group(true)}</optgroup>
        <optgroup label={t('lists.view.own')}>{group(false)}</optgroup>
      </select>
    </label>
  )
}
