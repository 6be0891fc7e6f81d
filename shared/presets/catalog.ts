import type { Preset } from './grammar.ts'
import { fitness } from './p21-fitness.ts'
import { stoves } from './p32-stoves.ts'
import { medical } from './p34-medical.ts'

/** Every version of every preset: by id, then by effective date. */
export const presetVersions: readonly Preset[] = [fitness, stoves, medical]

/** The version of a preset that counts on a day (`2026-03-02`), null when the id is unknown or nothing counts yet. */
export function presetById(id: string, on: string, versions: readonly Preset[] = presetVersions): Preset | null {
  let best: Preset | null = null
  for (const preset of versions) {
    if (preset.id !== id || preset.effectiveFrom > on) continue
    if (best === null || preset.effectiveFrom > best.effectiveFrom) best = preset
  }
  return best
}

/** The presets that may be chosen on a day, one version each, by id. */
export function presetsOn(on: string, versions: readonly Preset[] = presetVersions): Preset[] {
  const ids = [...new Set(versions.map((preset) => preset.id))].sort()
  return ids.flatMap((id) => presetById(id, on, versions) ?? [])
}

/** 按公司名猜的: presets whose words stand in the company's name, most letters matched first; empty when nothing fits. */
export function guessPresets(companyName: string, presets: readonly Preset[]): Preset[] {
  const name = companyName.normalize('NFKC').toLowerCase()
  const weightOf = (preset: Preset) =>
    preset.guessWords.reduce((sum, word) => sum + (name.includes(word.toLowerCase()) ? word.length : 0), 0)
  return presets
    .map((preset) => ({ preset, weight: weightOf(preset) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ preset }) => preset)
}
