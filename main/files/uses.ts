import type { Right } from '../../shared/admin/rights.ts'
import type { Seat, Services } from '../api/context.ts'

/** What a stored file may be for. A feature brings its uses in its manifest. */
export interface FileUse {
  /** Opens the file to others than who brought it. */
  right: Right
  /** Whether a seat may send a file for it; absent: the station alone writes such files. */
  isSent?: true
  /** Days after which a link of this use goes, and the file with its last link; absent: it stays as long as its subject. */
  keptDays?: number
  /** Whether a seat may have the file at the moment it fetches it; absent: whoever brought it, and whoever holds the right, may. */
  mayFetch?: (services: Services, seat: Seat, hash: string) => Promise<boolean>
}

declare module '../api/context.ts' {
  interface Services {
    /** Uses of the features of this station, by their names. */
    fileUses: ReadonlyMap<string, FileUse>
  }
}
