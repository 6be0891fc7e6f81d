import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { useCompany } from '../app/use-house.ts'

/** The company's zone and the trade's policies; the preset is null before the first run. */
export function usePolicy(): { zone: string; preset: Policy | null } {
  const company = useCompany()
  const zone = company?.timeZone ?? 'Asia/Shanghai'
  return { zone, preset: company ? presetById(company.presetId) : null }
}
