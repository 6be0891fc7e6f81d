import type { Policy } from './schema.ts'
import { fitness } from './p21-fitness.ts'
import { stoves } from './p32-stoves.ts'
import { medical } from './p34-medical.ts'

/** Every line of business that is shipped, by id. A company takes a copy at its first run; what it changes is its own from then on. */
export const presets: readonly Policy[] = [fitness, stoves, medical]

/** The shipped policy of a trade; null when the id is unknown. */
export function presetById(id: string): Policy | null {
  return presets.find((preset) => preset.id === id) ?? null
}

/** 按公司名猜的: presets whose words stand in the company's name, most letters matched first; empty when nothing fits. */
export function guessPresets(companyName: string, offered: readonly Policy[]): Policy[] {
  const name = companyName.normalize('NFKC').toLowerCase()
  const weightOf = (preset: Policy) =>
    preset.guessWords.reduce((sum, word) => sum + (name.includes(word.toLowerCase()) ? word.length : 0), 0)
  return offered
    .map((preset) => ({ preset, weight: weightOf(preset) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ preset }) => preset)
}
