import type { TFunction } from 'i18next'
import { passwordSchema } from '../../shared/admin/schema.ts'
import { presets } from '../../shared/presets/catalog.ts'
import { loginGap } from './member-draft.ts'

export const firstRunSteps = ['language', 'trade', 'administrator', 'start'] as const
export type FirstRunStep = (typeof firstRunSteps)[number]

/** What the first run has heard so far. */
export interface FirstRunDraft {
  companyName: string
  branch: string
  hotline: string
  presetId: string
  /** Chosen by hand: a guess from the company's name changes it no more. */
  isTradeChosen: boolean
  warrantyMonths: number | null
  name: string
  login: string
  password: string
  again: string
  start: 'sample' | 'import' | 'empty'
}

export const emptyDraft: FirstRunDraft = {
  companyName: '',
  branch: '',
  hotline: '',
  presetId: '',
  isTradeChosen: false,
  warrantyMonths: null,
  name: '',
  login: '',
  password: '',
  again: '',
  start: 'sample',
}

/** Translated errors by field. */
export type Gaps = Partial<Record<keyof FirstRunDraft, string>>

/** What a step still lacks before the next may come. */
export function gapsOf(step: FirstRunStep, draft: FirstRunDraft, t: TFunction): Gaps {
  const gaps: Gaps = {}
  if (step === 'trade') {
    const preset = presets.find(({ id }) => id === draft.presetId)
    if (draft.companyName.trim() === '') gaps.companyName = t('admin.firstRun.needName')
    if (!preset) gaps.presetId = t('admin.firstRun.needTrade')
  }
  if (step === 'administrator') {
    if (draft.name.trim() === '') gaps.name = t('admin.firstRun.needPerson')
    const login = loginGap(draft.login)
    if (login) gaps.login = t(login)
    if (!passwordSchema.safeParse(draft.password).success) gaps.password = t('admin.firstRun.needPassword')
    else if (draft.again !== draft.password) gaps.again = t('admin.firstRun.passwordsDiffer')
  }
  return gaps
}
