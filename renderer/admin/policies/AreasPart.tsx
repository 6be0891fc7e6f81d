import { useTranslation } from 'react-i18next'
import type { Area, Policy } from '../../../shared/presets/schema.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { CommaCell } from './CommaCell.tsx'
import { ListPart } from './ListPart.tsx'

/** 区域: the home area code, and what the firm's own people divide the map into. */
export function AreasPart(props: {
  policy: Policy
  /** Translated: why an area may not be published as it is called. */
  problemOf: (code: string) => string | undefined
  onChange: (part: Partial<Policy>) => void
}) {
  const { policy, problemOf, onChange } = props
  const { t } = useTranslation()
  const areas = policy.areas ?? []
  return (
    <>
      <LedgerBlock head={t('admin.policy.home')}>
        <LedgerRow>
          <LedgerCell label={t('admin.policy.areaCode')} source={t('admin.policy.areaCodeHint')}>
            <LedgerInput
              inputMode="numeric"
              maxLength={4}
              value={policy.areaCode}
              placeholder={t('kit.example', { example: '0531' })}
              onChange={(areaCode) => /^(0\d{0,3})?$/u.test(areaCode) && onChange({ areaCode })}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
      <ListPart
        head={t('admin.policy.part.areas')}
        items={areas}
        nameOf={({ name }) => name}
        onChange={(list) => onChange({ areas: list })}
        make={() => freshArea(areas, t('admin.policy.part.areas'))}
      >
        {(area, change) => (
          <>
            <LedgerCell label={t('admin.policy.name')} isRequired error={problemOf(area.code)}>
              <LedgerInput maxLength={40} value={area.name} onChange={(name) => change({ name })} />
            </LedgerCell>
            <CommaCell
              label={t('admin.policy.places')}
              items={area.places}
              example="槐荫区, 市中区 英雄山路"
              onChange={(places) => change({ places })}
            />
          </>
        )}
      </ListPart>
    </>
  )
}

function freshArea(areas: readonly Area[], name: string): Area {
  const nth = Array.from({ length: 100 }, (_, at) => at + 1).find(
    (each) => !areas.some((area) => area.code === `own${each}` || area.name === `${name} ${each}`),
  )
  return { code: `own${nth ?? 0}`, name: `${name} ${nth ?? 0}`, places: [] }
}
