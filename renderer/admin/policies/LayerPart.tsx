import { useQuery } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PolicyPlace } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { clockKey, type Policy } from '../../../shared/presets/schema.ts'
import { limitText } from '../../../shared/presets/sentences.ts'
import { api } from '../../app/api.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { isSamePart } from './use-policy-draft.ts'
import look from './policy.module.css'

interface LayerPartProps {
  policy: Policy
  /** The company's policies, over which the layer lies. */
  below: Policy
  place: PolicyPlace
  onChange: (part: Partial<Policy>) => void
}

/** One thing in which a layer differs from the company. */
interface Own {
  key: string
  name: string
  was: string
  is: string
  /** The policies with the company's in its place. */
  asCompany: Partial<Policy>
}

const single = ['contact', 'calls', 'promise', 'warranty'] as const

/** 与全公司不同: what a layer says otherwise, each to be given back to the company; and what it said that the company's policies carry no more. */
export function LayerPart({ policy, below, place, onChange }: LayerPartProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const own = useOwn(policy, below, language)
  const versions = useQuery(api.admin.policies.queryOptions(place)).data
  const leftOut = versions?.find(({ withdrawnAt }) => withdrawnAt === null)?.leftOut ?? []
  return (
    <section className={look.layer} aria-label={t('admin.layer.differs')}>
      <strong>{t('admin.layer.differs')}</strong>
      {own.length === 0 ? <p className={look.dim}>{t('admin.layer.same')}</p> : null}
      <ul className={look.plainList}>
        {own.map(({ key, name, was, is, asCompany }) => (
          <li key={key} className={look.moved}>
            <span>
              {name} {is === '' ? null : <strong>{is}</strong>}
            </span>
            <IconButton icon={IconX} label={t('admin.layer.giveBack', { name })} onClick={() => onChange(asCompany)} />
            <span className={look.dim}>{was === '' ? null : t('admin.layer.company', { was })}</span>
          </li>
        ))}
      </ul>
      {leftOut.length === 0 ? null : (
        <ul className={look.plainList} aria-label={t('admin.layer.leftOut')}>
          {leftOut.map(({ part, item }) => (
            <li key={`${part} ${item?.[language] ?? ''}`} className={look.moved}>
              <span>{item?.[language] ?? t(`admin.layer.${part}`)}</span>
              <span className={look.dim}>{t('admin.layer.countsNoMore')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function useOwn(policy: Policy, below: Policy, language: Language): Own[] {
  const { t } = useTranslation()
  const clocks = policy.clocks.flatMap((clock): Own[] => {
    const key = clockKey(clock)
    const before = below.clocks.find((each) => clockKey(each) === key)
    if (before && isSamePart(before, clock)) return []
    const rest = policy.clocks.flatMap((each) => (clockKey(each) === key ? (before ?? []) : each))
    const level = policy.levels.find(({ code }) => code === clock.level)?.text[language]
    return [
      {
        key,
        name: [clock.text[language], level].filter(Boolean).join(' · '),
        was: before ? limitText(before)[language] : '',
        is: limitText(clock)[language],
        asCompany: { clocks: rest },
      },
    ]
  })
  const figures = single
    .filter((name) => !isSamePart(below[name], policy[name]))
    .map((name): Own => ({
      ...{ key: name, name: t(`admin.layer.${name}`), was: '', is: '' },
      asCompany: { [name]: below[name] },
    }))
  const duty = policy.duty
    .filter((line, nth) => !isSamePart(below.duty[nth], line))
    .map((line): Own => ({
      ...{ key: `duty ${line.code}`, name: line.text[language], was: '', is: '' },
      asCompany: {
        duty: policy.duty.map((each) =>
          each.code === line.code ? (below.duty.find(({ code }) => code === line.code) ?? each) : each,
        ) as unknown as Policy['duty'],
      },
    }))
  return [...clocks, ...figures, ...duty]
}
