/**
 * Who may do what: role × function × field, as data. The API, the menus and the generated rights test read this
 * one file. Roles from roles.md, narrowed to what the desk does today; F46 names the first and the last (R335, R337).
 */
export const roles = ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician', 'followupUser'] as const

export type Role = (typeof roles)[number]

/** Functions a procedure may ask for; every procedure of the API names exactly one. */
export const rights = {
  /** No session needed: sign in, first run, what is this station. */
  'admin.enter': 'anyone',
  /** Any signed-in member: own session, own language. */
  'admin.self': roles,
  'admin.members': ['administrator'],
  'admin.settings': ['administrator'],
  /** Limits, duty, holidays, questions, faults: what the trade is run by. */
  'admin.policies': ['administrator', 'supervisor'],
  'admin.backUp': ['administrator'],
  'admin.audit': ['administrator', 'supervisor'],
  'admin.colleagues': roles,
  /** Lists leave the house as files: not those a technician sees with whole numbers. */
  'admin.export': ['administrator', 'supervisor', 'operator', 'dispatcher', 'followupUser'],
  'customers.view': ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician', 'followupUser'],
  'customers.edit': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  'customers.reveal': ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician', 'followupUser'],
  'customers.import': ['administrator', 'supervisor'],
  /** What a person asks for by law; nothing of it comes back. */
  'customers.erase': ['administrator', 'supervisor'],
  /** Which records a role may look at and take back, each kind says by its own rights. */
  'history.view': roles,
  'history.undo': roles,
  'intake.take': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  'intake.view': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  /** Views and columns of one's own. */
  'lists.use': roles,
  'lists.share': ['administrator', 'supervisor'],
  /** The second person where a list leaves with whole telephones and addresses. */
  'lists.allowExport': ['administrator', 'supervisor'],
  'products.edit': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  'tickets.view': ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician', 'followupUser'],
  'tickets.chase': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  'tickets.note': roles,
  'tickets.dispatch': ['administrator', 'supervisor', 'operator', 'dispatcher'],
  'tickets.contact': ['administrator', 'supervisor', 'dispatcher', 'technician'],
  'tickets.finish': ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician'],
  'tickets.close': ['administrator', 'supervisor', 'dispatcher'],
  'tickets.board': ['administrator', 'supervisor', 'dispatcher'],
  'sheets.print': ['administrator', 'supervisor', 'operator', 'dispatcher', 'technician'],
} as const satisfies Record<string, 'anyone' | readonly Role[]>

export type Right = keyof typeof rights

/** May this role use this function? `null` is nobody signed in. */
export function mayUse(role: Role | null, right: Right): boolean {
  const allowed: 'anyone' | readonly Role[] = rights[right]
  return allowed === 'anyone' || (role !== null && allowed.includes(role))
}

/** Fields that are masked unless a role is told to see them. */
export const protectedFields = ['phone', 'address', 'charge'] as const

export type ProtectedField = (typeof protectedFields)[number]

/** How a role meets a protected field: masking is the default, `own` = shown on rows assigned to the reader, masked elsewhere. */
export type FieldSight = 'shown' | 'own' | 'masked' | 'hidden'

const sights: Record<Role, Record<ProtectedField, FieldSight>> = {
  administrator: { phone: 'masked', address: 'shown', charge: 'shown' },
  supervisor: { phone: 'masked', address: 'shown', charge: 'shown' },
  operator: { phone: 'masked', address: 'shown', charge: 'shown' },
  dispatcher: { phone: 'masked', address: 'shown', charge: 'shown' },
  technician: { phone: 'own', address: 'own', charge: 'own' },
  followupUser: { phone: 'masked', address: 'masked', charge: 'hidden' },
}

/** What a role sees of a protected field. A caller's own number, while the call is open, is always shown to its seat. */
export function sightOf(role: Role, field: ProtectedField): FieldSight {
  return sights[role][field]
}
