import type { HostLanState } from '../../shared/kit/host-bridge.ts'
import type { Station } from '../station.ts'
import { type Lan, type LanPlace, serveLan } from './lan.ts'

/** Keeps the station listening where it is wanted, through ports that are taken and networks that go. */
export interface LanKeeper {
  /** Listens there from now on, and nowhere without a place. */
  want(place: LanPlace | null): void
  close(): Promise<void>
}

interface Options {
  folder: string
  stationKey: string
  /** Hears every change. */
  tell: (state: HostLanState) => void
}

const tryAgainMs = 5_000

/** Opens a station to other computers and closes it again at a wish. What does not open is tried again every five seconds. */
export function keepLan(station: Station, { folder, stationKey, tell }: Options): LanKeeper {
  let wanted: LanPlace | null = null
  let lan: Lan | null = null
  let turn = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function follow(place: LanPlace | null): Promise<void> {
    clearTimeout(timer)
    await lan?.close()
    lan = null
    if (place !== wanted) return // a later wish is behind this one
    if (!place) return tell({ is: 'off' })
    try {
      lan = await serveLan(station, { ...place, folder, stationKey })
      tell({ is: 'on', urls: lan.urls, fingerprint: lan.fingerprint })
    } catch (reason) {
      station.services.log.warn('lan.failed', { code: codeOf(reason), port: place.port })
      tell({ is: 'failed', reason: textOf(codeOf(reason)) })
      timer = setTimeout(() => queue(place), tryAgainMs)
    }
  }

  function queue(place: LanPlace | null): void {
    turn = turn.then(() => follow(place))
  }

  return {
    want(place) {
      wanted = place
      queue(place)
    },
    async close() {
      wanted = null
      await turn
      clearTimeout(timer)
      await lan?.close()
    },
  }
}

function codeOf(reason: unknown): string {
  return reason instanceof Error && 'code' in reason ? String(reason.code) : String(reason)
}

/** Why nobody else reaches this station, as a text key. */
function textOf(code: string): string {
  if (code === 'EADDRINUSE') return 'desktop.lan.portTaken'
  if (code === 'EACCES') return 'desktop.lan.portForbidden'
  return code === 'EADDRNOTAVAIL' ? 'desktop.lan.addressGone' : 'desktop.lan.failed'
}
