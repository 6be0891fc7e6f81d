import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { HostJoining, HostLanState, HostLanWish, HostNetwork } from '../../shared/kit/host-bridge.ts'
import { groupFingerprint, readFingerprint, readStationUrl } from '../../shared/kit/fingerprint.ts'
import { heldBook } from '../database/book.ts'
import { ownAddresses } from '../hosts/own-names.ts'
import type { KeyStore } from './key-store.ts'
import type { Log } from './log.ts'
import { findOffice, keepOffice, type Office } from './office-station.ts'
import type { Settings } from './settings.ts'
import type { StationChild } from './station-fork.ts'
import { createLink, type StationLink } from './station-link.ts'
import type { FromStation } from './station-messages.ts'
import { keepStation, type StationProcess } from './station-process.ts'

/** How this computer and others reach each other: its own station, opened to them or not, or a seat of one elsewhere. */
export interface Network {
  readonly station: StationLink
  readonly value: HostNetwork
  setLan(wish: HostLanWish): void
  hookToken(anew: boolean): Promise<string>
  join(typed: { address: string; fingerprint: string }): Promise<HostJoining>
  leave(): Promise<void>
  /** Starts the station of this computer on its newest whole backup. What stands there now is kept. */
  restoreBackup(): void
  /** Starts the station of this computer although its database is gone or shorter than it was. */
  goOnAsItIs(): void
  /** Starts the station of this computer with a key from paper; keeps it only when it opens what is there, else answers false. */
  tryKey(key: string): Promise<boolean>
}

interface Options {
  settings: Settings
  keys: KeyStore
  /** Of the station of this computer. */
  folder: string
  fork: () => StationChild
  version: string
  log: Log
  onChange: (network: HostNetwork) => void
  /** The pages now belong to another station. */
  onSwitch: () => void
}

/** Whether this desktop's station answers other computers, or this desktop is a seat of another's; both outlive a restart. */
export function openNetwork({ settings, keys, folder, fork, version, log, onChange, onSwitch }: Options): Network {
  let lanState: HostLanState = { is: 'off' }
  let port: number | null = null
  let isSteady = true
  let restores = false
  let asItIs = false
  let trial: { key: string; tell: (isOpened: boolean) => void } | null = null

  const value = (): HostNetwork => {
    const { office, lan, steadyPort } = settings.value
    if (office) return { is: 'office', url: office.url, fingerprint: groupFingerprint(office.fingerprint) }
    const hookUrl = port === null ? null : `http://127.0.0.1:${port}/hooks/call`
    const takenPort = isSteady ? null : steadyPort
    return { is: 'own', lan, lanState, addresses: ownAddresses(), hookUrl, takenPort }
  }
  const changed = () => onChange(value())
  const place = () => (settings.value.lan.isOn ? settings.value.lan : null)

  /** The key is kept before anybody hears that it opens; one that cannot be kept would be asked for again at the next start. */
  async function endTrial(isOpened: boolean): Promise<void> {
    const ended = trial
    trial = null
    if (!ended) return
    const kept = isOpened ? keys.replaceStationKey(ended.key) : Promise.reject(new Error('it opens nothing here'))
    ended.tell(
      await kept.then(
        () => true,
        (reason: unknown) => {
          log('desktop', `keys: the key from paper was not kept: ${String(reason)}`)
          return false
        },
      ),
    )
  }

  function hear(message: FromStation): void {
    if (message.kind === 'ready' || message.kind === 'failed') void endTrial(message.kind === 'ready')
    if (message.kind === 'lan') lanState = groupIn(message.state)
    if (message.kind === 'ready') {
      port = message.port
      isSteady = message.isSteady
      const { steadyPort } = settings.value
      if (isSteady && steadyPort !== port) settings.change({ steadyPort: port })
      if (!isSteady) log('desktop', `station: port ${steadyPort} is taken by another program`)
    }
    changed()
  }

  function own(): StationProcess {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return keepStation({
      log,
      fork,
      hear,
      async opening() {
        port = null
        lanState = place() ? { is: 'starting' } : { is: 'off' }
        const mayMake = !existsSync(join(folder, 'gendan.db')) && !heldBook(folder)
        const { key, isNew } = trial ? { key: trial.key, isNew: false } : await keys.stationKey(mayMake)
        const passKey = randomBytes(32).toString('hex')
        const hookToken = process.env.GENDAN_HOOK_TOKEN ?? (await keys.hookToken())
        const { steadyPort } = settings.value
        const wishes = { restores, asItIs, hookToken, steadyPort, lan: place() }
        restores = false
        asItIs = false
        return { kind: 'open', folder, key, isNewKey: isNew, passKey, version, ...wishes }
      },
    })
  }

  function seatOf(office: Office): StationProcess {
    return keepOffice({
      office,
      version,
      log,
      renewed: (seen) => {
        settings.change({ office: { ...office, ...seen } })
        changed()
      },
    })
  }

  const { office: first } = settings.value
  const station = createLink(first ? seatOf(first) : own())

  async function change(office: Office | null): Promise<void> {
    settings.change({ office })
    await station.use(() => (office ? seatOf(office) : own()))
    changed()
    onSwitch()
  }

  return {
    station,
    get value() {
      return value()
    },
    setLan(wish) {
      settings.change({ lan: wish })
      lanState = wish.isOn ? { is: 'starting' } : { is: 'off' }
      station.tell({ kind: 'lan', place: place() })
      changed()
    },
    async hookToken(anew) {
      if (!anew && process.env.GENDAN_HOOK_TOKEN) return process.env.GENDAN_HOOK_TOKEN
      const token = await keys.hookToken(anew)
      if (anew) station.tell({ kind: 'hookToken', token })
      return token
    },
    async join({ address, fingerprint }) {
      const url = readStationUrl(address)
      if (!url) return { is: 'badAddress' }
      const wanted = readFingerprint(fingerprint)
      if (!wanted) return { is: 'badFingerprint' }
      const found = await findOffice(url, wanted, version)
      if (found.is === 'otherCertificate') return { is: found.is, seen: groupFingerprint(found.seen.fingerprint) }
      if (found.is === 'otherVersion') return { is: found.is, theirs: found.version, ours: version }
      if (found.is === 'away') return { is: 'away' }
      await change({ url, ...found.seen })
      return { is: 'joined' }
    },
    leave: () => change(null),
    restoreBackup() {
      restores = true
      station.restart()
    },
    goOnAsItIs() {
      asItIs = true
      station.restart()
    },
    tryKey: (key) =>
      new Promise((tell) => {
        trial?.tell(false)
        trial = { key, tell }
        station.restart()
      }),
  }
}

function groupIn(state: HostLanState): HostLanState {
  return state.is === 'on' ? { ...state, fingerprint: groupFingerprint(state.fingerprint) } : state
}
