import type { TFunction } from 'i18next'
import { hotlineSchema, passwordSchema } from '../../shared/admin/schema.ts'
import { areaCodeSchema } from '../../shared/kit/fields.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { loginGap } from './member-draft.ts'

/** In the order they are gone through. */
export const firstRunSteps = ['language', 'trade', 'administrator', 'start'] as const
export type FirstRunStep = (typeof firstRunSteps)[number]

/** What a company may begin with. */
export const starts = ['sample', 'import', 'empty'] as const
type Start = (typeof starts)[number]

/** What the first run has heard so far. */
export interface FirstRunDraft {
  companyName: string
  branch: string
  hotline: string
  areaCode: string
  presetId: string
  /** Chosen by hand: a guess from the company's name changes it no more. */
  isTradeChosen: boolean
  warrantyMonths: number | null
  name: string
  login: string
  password: string
  again: string
  /** null: not chosen by hand. */
  start: Start | null
}

/** Nothing typed yet; the language is known. */
export const emptyDraft: FirstRunDraft = {
  companyName: '',
  branch: '',
  hotline: '',
  areaCode: '',
  presetId: '',
  isTradeChosen: false,
  warrantyMonths: null,
  name: '',
  login: '',
  password: '',
  again: '',
  start: null,
}

/** The trade of the sample company: its stoves break as stoves do. */
const sampleTrade = 'P32'

/** Where the company begins: as chosen; else with the sample where it is of the company's own trade. */
export function startOf({ presetId, start }: Pick<FirstRunDraft, 'presetId' | 'start'>): Start {
  return start ?? (presetId === sampleTrade ? 'sample' : 'import')
}

/** The sample stays with its trade: till it is removed the company is a stove company, whatever it is going to be. */
export function isOtherTrade(draft: Pick<FirstRunDraft, 'presetId' | 'start'>): boolean {
  return startOf(draft) === 'sample' && draft.presetId !== sampleTrade
}

/** The trade the station is set up with, and its months. */
export function tradeOf(draft: Pick<FirstRunDraft, 'presetId' | 'start' | 'warrantyMonths'>) {
  const { presetId, warrantyMonths } = draft
  return isOtherTrade(draft) ? { presetId: sampleTrade, warrantyMonths: null } : { presetId, warrantyMonths }
}

/** Translated errors by field. */
export type Gaps = Partial<Record<keyof FirstRunDraft, string>>

/** What a step still lacks before the next may come. */
export function gapsOf(step: FirstRunStep, draft: FirstRunDraft, t: TFunction): Gaps {
  const gaps: Gaps = {}
  if (step === 'trade') {
    if (saysNothing(draft.companyName)) gaps.companyName = t('admin.firstRun.needName')
    if (!hotlineSchema.safeParse(draft.hotline).success) gaps.hotline = t('admin.company.hotlineUnclear')
    if (!areaCodeSchema.safeParse(draft.areaCode).success) gaps.areaCode = t('admin.firstRun.areaCodeOdd')
    if (draft.presetId === '') gaps.presetId = t('admin.firstRun.needTrade')
  }
  if (step === 'administrator') {
    if (saysNothing(draft.name)) gaps.name = t('admin.firstRun.needPerson')
    const login = loginGap(draft.login)
    if (login) gaps.login = t(login)
    if (!passwordSchema.safeParse(draft.password).success) gaps.password = t('admin.firstRun.needPassword')
    else if (draft.again !== draft.password) gaps.again = t('admin.firstRun.passwordsDiffer')
  }
  return gaps
}
