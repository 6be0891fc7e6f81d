/** What the desktop tells the station it forked. Keys travel here: never in arguments, which every user can list. */
export type ToStation =
  | { kind: 'open'; folder: string; key: string; passKey: string; hookToken?: string }
  | { kind: 'stop' }

/** What the forked station tells the desktop. `reason` of a failure is a text key. */
export type FromStation =
  | { kind: 'ready'; port: number; version: string }
  | { kind: 'failed'; incident: string; reason: string }
