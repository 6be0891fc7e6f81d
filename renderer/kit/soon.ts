import { createContext } from 'react'
import { houseVisits } from '../../shared/presets/house-visits.ts'

/** Minutes before a limit from which its clock warns, as the policies in force have it; the house's figure until they are known. */
export const SoonContext = createContext<number>(houseVisits.soonMinutes)
