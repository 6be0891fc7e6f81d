import { useHouse } from './use-session.ts'

/** Who is in, for screens that name the member. Only behind the door. */
export function useMe() {
  return useHouse().data?.me ?? null
}

/** The company's facts and preset; null before the first run. */
export function useCompany() {
  return useHouse().data?.company ?? null
}
