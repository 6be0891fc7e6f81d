import { contextBridge, ipcRenderer } from 'electron'
import type { HostBridge } from '../../shared/kit/host-bridge.ts'
import { hearsChannel, newsChannel, wishChannel } from './channels.ts'

type Wish = Exclude<keyof HostBridge, `on${string}`>

const wish =
  <W extends Wish>(name: W) =>
  (...given: Parameters<HostBridge[W]>) =>
    ipcRenderer.invoke(wishChannel(name), ...given) as ReturnType<HostBridge[W]>

const news =
  <Value>(name: string) =>
  (listener: (value: Value) => void) => {
    const hear = (_event: unknown, value: Value) => listener(value)
    ipcRenderer.on(newsChannel(name), hear)
    ipcRenderer.send(hearsChannel, name)
    return () => {
      ipcRenderer.off(newsChannel(name), hear)
    }
  }

/** All a page can ask of this desktop: messages with names, nothing of Electron or Node. */
const bridge: HostBridge = {
  print: wish('print'),
  savePdf: wish('savePdf'),
  previewPdf: wish('previewPdf'),
  saveFile: wish('saveFile'),
  printers: wish('printers'),
  printerOf: wish('printerOf'),
  rememberPrinter: wish('rememberPrinter'),
  notify: wish('notify'),
  dial: wish('dial'),
  draftKeys: wish('draftKeys'),
  setBadge: wish('setBadge'),
  raise: wish('raise'),
  windowState: wish('windowState'),
  info: wish('info'),
  restartStation: wish('restartStation'),
  restoreBackup: wish('restoreBackup'),
  goOnAsItIs: wish('goOnAsItIs'),
  useRecoveryKey: wish('useRecoveryKey'),
  setLan: wish('setLan'),
  hookToken: wish('hookToken'),
  joinOffice: wish('joinOffice'),
  leaveOffice: wish('leaveOffice'),
  setDialsTelLinks: wish('setDialsTelLinks'),
  copyText: wish('copyText'),
  openExternal: wish('openExternal'),
  newWindow: wish('newWindow'),
  setTheme: wish('setTheme'),
  setLanguage: wish('setLanguage'),
  setClosesToTray: wish('setClosesToTray'),
  setLineOpen: wish('setLineOpen'),
  close: wish('close'),
  onWindowState: news('windowState'),
  onNoteClicked: news('noteClicked'),
  onStationState: news('stationState'),
  onNetwork: news('network'),
  onDial: news('dial'),
  onRoute: news('route'),
  onCommand: news('command'),
  onCloseAsked: news('closeAsked'),
}

contextBridge.exposeInMainWorld('gendanHost', bridge)
