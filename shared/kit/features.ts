/** The one word of each feature: its folder, router, query key, change hint, table prefix and text prefix. Sorted. */
export const features = [
  'admin',
  'complaints',
  'customers',
  'followups',
  'history',
  'intake',
  'knowledge',
  'lists',
  'maintenance',
  'members',
  'messages',
  'parts',
  'products',
  'projects',
  'reports',
  'settlement',
  'sheets',
  'tickets',
  'training',
] as const

export type Feature = (typeof features)[number]
