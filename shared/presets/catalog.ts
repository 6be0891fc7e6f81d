import { blank } from './p00-blank.ts'
import { hvac } from './p01-hvac.ts'
import { hospitalSoftware } from './p02-hospital-software.ts'
import { solar } from './p03-solar.ts'
import { supply } from './p04-supply.ts'
import { doors } from './p05-doors.ts'
import { membership } from './p06-membership.ts'
import { furniture } from './p07-furniture.ts'
import { wardrobe } from './p08-wardrobe.ts'
import { radiation } from './p09-radiation.ts'
import { itSystems } from './p10-it-systems.ts'
import { crossBorder } from './p11-cross-border.ts'
import { healthProducts } from './p12-health-products.ts'
import { trading } from './p13-trading.ts'
import { maintenanceCentre } from './p14-maintenance-centre.ts'
import { streetLighting } from './p15-street-lighting.ts'
import { hospitalBuilding } from './p16-hospital-building.ts'
import { ledDisplay } from './p17-led-display.ts'
import { carDealer } from './p18-car-dealer.ts'
import { decoration } from './p19-decoration.ts'
import { followUpDesk } from './p20-follow-up-software.ts'
import { fitness } from './p21-fitness.ts'
import { watches } from './p22-watches.ts'
import { machinery } from './p23-machinery.ts'
import { property } from './p24-property.ts'
import { integration } from './p25-integration.ts'
import { itHardware } from './p26-it-hardware.ts'
import { dnaKits } from './p27-dna-kits.ts'
import { lowVoltage } from './p28-low-voltage.ts'
import { windows } from './p29-windows.ts'
import { roadWorks } from './p30-road-works.ts'
import { monitoring } from './p31-monitoring.ts'
import { stoves } from './p32-stoves.ts'
import { gasMeters } from './p33-gas-meters.ts'
import { medical } from './p34-medical.ts'
import type { Choice, Policy } from './schema.ts'
import { equipmentGroup, homeGroup, precisionGroup, tradeGroup, worksGroup } from './shared-parts.ts'

/** Every line of business that is shipped, by id. A company takes a copy at its first run; what it changes is its own from then on. */
export const presets: readonly Policy[] = [
  blank,
  hvac,
  hospitalSoftware,
  solar,
  supply,
  doors,
  membership,
  furniture,
  wardrobe,
  radiation,
  itSystems,
  crossBorder,
  healthProducts,
  trading,
  maintenanceCentre,
  streetLighting,
  hospitalBuilding,
  ledDisplay,
  carDealer,
  decoration,
  followUpDesk,
  fitness,
  watches,
  machinery,
  property,
  integration,
  itHardware,
  dnaKits,
  lowVoltage,
  windows,
  roadWorks,
  monitoring,
  stoves,
  gasMeters,
  medical,
]

/** 都不像，从空白开始. It belongs to no group and is offered beside them. */
export const blankTrade: Policy = blank

/** The trades by group, in the order they are offered; the blank one is not among them. */
export const tradesByGroup: readonly (Choice & { presets: readonly Policy[] })[] = [
  equipmentGroup,
  homeGroup,
  precisionGroup,
  worksGroup,
  tradeGroup,
].map((group) => ({
  ...group,
  presets: presets.filter((preset) => preset.group.code === group.code && preset !== blank),
}))

/** The shipped policy of a trade; null when the id is unknown. */
export function presetById(id: string): Policy | null {
  return presets.find((preset) => preset.id === id) ?? null
}
