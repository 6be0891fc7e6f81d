import type { Said } from './wording.ts'

/** What a free stage leaves out, in words several trades share. */
export const exclusion = {
  humanDamage: ['人为损坏', '人為損壞', 'Damage by people'],
  modified: ['自行改装、私拆', '自行改裝、自行拆解', 'Modified or opened by the user'],
  forceMajeure: ['自然灾害等不可抗力', '天災等不可抗力', 'Force majeure'],
  misuse: ['违反操作规程', '違反操作規程', 'Breach of the operating rules'],
  wear: ['正常磨损的易损件', '正常磨損的耗材', 'Wear parts'],
  userDamage: ['使用方造成的损坏', '使用方造成的損壞', 'Damage by the user'],
} as const satisfies Record<string, Said>
