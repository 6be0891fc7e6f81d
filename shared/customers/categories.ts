/** 用户类别 (R168). */
export const customerCategories = ['general', 'special', 'group', 'newProduct'] as const
