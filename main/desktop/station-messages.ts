import type { HostLanState } from '../../shared/kit/host-bridge.ts'
import type { LanPlace } from '../hosts/lan.ts'

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
      /** First puts the newest whole backup in the place of a damaged database. */
      restores: boolean
      /** Goes on although the database is gone or shorter than it was: somebody at this computer decided so. */
      asItIs: boolean
      version: string
      /** What a telephone system shows at the hook. */
      hookToken: string
      /** Port on the loopback this computer remembers; null before it chose one. */
      steadyPort: number | null
      lan: LanPlace | null
    }
  | { kind: 'lan'; place: LanPlace | null }
  | { kind: 'hookToken'; token: string }
  | { kind: 'stop' }

/** What the forked station tells the desktop. `reason` of a failure is a text key. */
export type FromStation =
  | { kind: 'ready'; port: number; isSteady: boolean; version: string }
  | { kind: 'lan'; state: HostLanState }
  | { kind: 'failed'; incident: string; reason: string; facts?: Readonly<Record<string, string>> }
