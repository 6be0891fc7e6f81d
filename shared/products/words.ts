import type { Words } from '../kit/words.ts'

/** Texts of products and their warranty. */
export const productsWords = {
  'failure.changedByOther': { 'zh-CN': '别人刚改过这台产品；您的内容还在，请对照后再存', 'zh-TW': '別人剛改過這台產品；您的內容還在，請對照後再存', en: 'Someone has just changed this product; your text is still here, compare and save again' },
} as const satisfies Words
