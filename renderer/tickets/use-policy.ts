import { dayOf } from '../../shared/kit/calendar.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Preset } from '../../shared/presets/grammar.ts'
import { useCompany } from '../app/use-house.ts'

/** The company's zone and the trade's policies that count at an instant; the preset is null before the first run. */
export function usePolicy(at: string): { zone: string; preset: Preset | null } {
  const company = useCompany()
  const zone = company?.timeZone ?? 'Asia/Shanghai'
  return { zone, preset: company ? presetById(company.presetId, dayOf(at, zone)) : null }
}
