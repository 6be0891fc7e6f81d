import type { Language } from './words.ts'

/**
 * What the desktop's preload puts on `window.gendanHost`: one method a wish, every value cloneable, every answer a promise.
 * The preload implements it, `renderer/app/host.ts` uses it and falls back to the browser's own ways where it is absent.
 */
export interface HostBridge {
  /** Prints a page of this app (`path` starts with `#/`) without leaving the screen; sizes in microns as Electron wants. */
  print(job: HostPrintJob): Promise<HostPrintOutcome>
  /** Prints to a PDF file the member chooses; null when they chose none. */
  savePdf(job: HostPrintJob & { fileName: string }): Promise<{ path: string } | null>
  /** Writes bytes to a file the member chooses; null when they chose none. */
  saveFile(file: { fileName: string; bytes: Uint8Array }): Promise<{ path: string } | null>
  printers(): Promise<readonly HostPrinter[]>
  notify(note: HostNote): Promise<void>
  /** Hands a number to the telephone program of this computer (`tel:`). Digits and a leading + only. */
  dial(digits: string): Promise<void>
  /** What encrypts the drafts of this computer; the desktop keeps it in the system's safe. */
  draftKeys(): Promise<HostDraftKeys>
  /** Number on the dock or task bar icon; 0 clears it. */
  setBadge(count: number): Promise<void>
  /** Brings the window to the front, for a ringing line. */
  raise(): Promise<void>
  windowState(): Promise<HostWindowState>
  /** Calls back on every change of the window; returns the way to stop. */
  onWindowState(listener: (state: HostWindowState) => void): () => void
  /** Calls back when a notice of this seat is clicked, with its tag. */
  onNoteClicked(listener: (tag: string) => void): () => void
  /** What this desktop is and how it keeps its keys, for the page about this computer. */
  info(): Promise<HostInfo>
  /** Whether the station behind this desktop answers. Calls back at once and on every change. */
  onStationState(listener: (state: HostStationState) => void): () => void
  /** Starts a station that is gone again, without waiting for the next try. */
  restartStation(): Promise<void>
  /** Puts the newest whole backup in the place of a damaged database and starts the station; what stood there is kept beside it. */
  restoreBackup(): Promise<void>
  /** Starts the station although its database is gone or shorter than it was; the audit chain says that somebody decided so. */
  goOnAsItIs(): Promise<void>
  /** Takes the database key from paper (64 hexadecimal digits, spaces allowed) and starts the station; false when it opens nothing. */
  useRecoveryKey(key: string): Promise<boolean>
  /** How this computer and others reach each other. Calls back at once and on every change. */
  onNetwork(listener: (network: HostNetwork) => void): () => void
  /** Opens the station of this computer to others, or closes it; kept for the next start. */
  setLan(wish: HostLanWish): Promise<void>
  /** The token a telephone system must show at the hook; `anew` makes another, and the one before is refused from then on. */
  hookToken(anew: boolean): Promise<string>
  /** Makes this computer a seat of a station elsewhere, known by the fingerprint of its certificate. Its own stops, the pages start anew. */
  joinOffice(office: { address: string; fingerprint: string }): Promise<HostJoining>
  /** Back to the station of this computer. The pages start anew. */
  leaveOffice(): Promise<void>
  /** PDF bytes of a job, for a preview. */
  previewPdf(job: HostPrintJob): Promise<Uint8Array>
  /** The printer this seat uses for a form; null before one was chosen. */
  printerOf(formId: string): Promise<HostPrinterChoice | null>
  /** Keeps the printer of a form on this seat; null forgets it. */
  rememberPrinter(formId: string, choice: HostPrinterChoice | null): Promise<void>
  /** Calls back with the digits of a `tel:` link opened anywhere on this computer, once `setDialsTelLinks(true)`. */
  onDial(listener: (digits: string) => void): () => void
  /** Makes this program the one that opens `tel:` links, or stops it; answers whether it is now. */
  setDialsTelLinks(on: boolean): Promise<boolean>
  /** Calls back when the desktop wants a page shown (`#/…`): a second window, the tray. */
  onRoute(listener: (path: string) => void): () => void
  /** Calls back when the native menu wants the page to print or to save its PDF. Without a listener the window itself is printed. */
  onCommand(listener: (command: HostCommand) => void): () => void
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<void>
  /** Opens https, mailto and tel addresses outside; false for any other, and nothing happens. */
  openExternal(url: string): Promise<boolean>
  /** Opens a second window at a page (`#/…`). */
  newWindow(path: string): Promise<void>
  /** Ground colour, title bar and menus follow; kept for the next start. */
  setTheme(theme: HostTheme): Promise<void>
  /** Language of the menus and dialogs of the desktop; kept for the next start. */
  setLanguage(language: Language): Promise<void>
  /** Closing a window only hides it while the tray keeps the program; off at first, and kept. */
  setClosesToTray(on: boolean): Promise<void>
  /** While a line is open, closing the window asks first: `onCloseAsked`. */
  setLineOpen(isOpen: boolean): Promise<void>
  /** The member wants to close while a line is open: ask on the page, then call `close`. */
  onCloseAsked(listener: () => void): () => void
  /** Closes this window without asking again. */
  close(): Promise<void>
}

/** A paper the desktop shall print. */
export interface HostPrintJob {
  /** Page of this app that draws the paper, for example `#/print/sheets/ID`. */
  path: string
  /** Paper in micrometres. */
  page: { width: number; height: number }
  landscape?: boolean
  copies?: number
  /** System name of the printer; absent = the printer remembered for `formId`, without one the dialog of the system. */
  printer?: string
  /** The form on the paper (`F11`), by which this seat remembers its printer. */
  formId?: string
  /** Shows the dialog of the system although a printer is known. */
  asks?: boolean
  /** 1 = as drawn; a page drawn with CSS zoom 4 for sharp hairlines asks for 0.25. */
  scale?: number
}

/** Where a form is printed on this seat. Offsets in micrometres move the overlay on pre-printed paper. */
export interface HostPrinterChoice {
  printer: string
  offsetX: number
  offsetY: number
}

/** What this desktop is and can do; told once when a page opens. */
export interface HostInfo {
  platform: 'win32' | 'darwin' | 'linux'
  version: string
  electron: string
  chromium: string
  /** `plainFile`: this computer has no safe for keys, they lie in a file only its user can read. `given`: by the environment. */
  keyStore: 'system' | 'plainFile' | 'given'
  dialsTelLinks: boolean
  closesToTray: boolean
}

/**
 * `gone`: the station did not start or answer several times in a row; it is still tried every few seconds. `reason` is a text key
 * (`desktop.station.…`) or the key of a failure, `incident` the number of its lines in the log.
 */
export type HostStationState =
  | { is: 'starting' | 'restarting' }
  | { is: 'ready'; version: string }
  | { is: 'gone'; incident: string; reason: string; facts?: Readonly<Record<string, string>> }

/** `own`: the station runs on this computer. `office`: this computer is a seat of another's. Fingerprints in groups for reading. */
export type HostNetwork =
  | {
      is: 'own'
      lan: HostLanWish
      lanState: HostLanState
      /** Addresses of this computer to choose from. */
      addresses: readonly string[]
      /** Where a telephone program on this computer posts to; null while there is no station. */
      hookUrl: string | null
      /** The port others know is taken by another program: `hookUrl` serves until the next start only. */
      takenPort: number | null
    }
  | { is: 'office'; url: string; fingerprint: string }

/** `0.0.0.0` is every address of this computer. */
export interface HostLanWish {
  isOn: boolean
  address: string
  port: number
}

/** `reason` is a text key; it is tried again every few seconds. */
export type HostLanState =
  | { is: 'off' | 'starting' }
  | { is: 'on'; urls: readonly string[]; fingerprint: string }
  | { is: 'failed'; reason: string }

/** What became of the wish to join. `seen`: the fingerprint that was there instead, in groups. */
export type HostJoining =
  | { is: 'joined' | 'away' | 'badAddress' | 'badFingerprint' }
  | { is: 'otherVersion'; theirs: string; ours: string }
  | { is: 'otherCertificate'; seen: string }

/** What the menu asks of the page in front. */
export type HostCommand = 'print' | 'savePdf'

/** `auto` follows the system. */
export type HostTheme = 'light' | 'dark' | 'auto'

/** `cancelled` by somebody in the dialog; `failed` on the way to the printer. */
export type HostPrintOutcome = 'printed' | 'cancelled' | 'failed'

/** A printer as the system knows it; `name` is its key, `displayName` what people read. */
export interface HostPrinter {
  name: string
  displayName: string
  isDefault: boolean
}

/** A notice of the system, outside of the window. */
export interface HostNote {
  title: string
  body: string
  /** The same tag replaces the earlier notice. */
  tag: string
}

/** Told on every change. */
export interface HostWindowState {
  isFocused: boolean
  isFullScreen: boolean
}

/** The keys of the drafts, 32 bytes each. */
export interface HostDraftKeys {
  /** What is kept from now on is sealed with this. */
  key: Uint8Array
  /** Keys that once could not be read and were put aside, and can be read again: what they sealed opens too. */
  before: readonly Uint8Array[]
  /** The key could not be read just now and was put aside for a new one; said to the first who asks, to be told once. */
  wasRenewed: boolean
}
