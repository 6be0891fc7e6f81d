/** What the desktop tells the station it forked. Keys travel here: never in arguments, which every user can list. */
export type ToStation =
  | {
      kind: 'open'
      folder: string
      /** Opens the database: 64 hexadecimal digits. */
      key: string
      /** The key was made just now: the first run shows it once for paper. */
      isNewKey: boolean
      /** Requests must carry it; made for this launch. */
      passKey: string
      version: string
    }
  | { kind: 'stop' }

/** What the forked station tells the desktop. `reason` of a failure is a text key. */
export type FromStation =
  { kind: 'ready'; port: number; version: string } | { kind: 'failed'; incident: string; reason: string }
