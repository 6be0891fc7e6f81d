import type { Policy } from '../../shared/presets/schema.ts'
import { useCompany } from '../app/use-house.ts'
import { usePolicies } from '../app/use-policies.ts'

/** The company's zone and the trade's policies; the preset is null before the first run. */
export function usePolicy(id: string | null = null): { zone: string; preset: Policy | null } {
  const company = useCompany()
  const zone = company?.timeZone ?? 'Asia/Shanghai'
  return { zone, preset: usePolicies(id)?.policy ?? null }
}
