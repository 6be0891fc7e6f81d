import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '../../shared/kit/host-bridge.ts'
import type { Say } from './words.ts'

interface Actions {
  newWindow: () => void
  command: (window: BrowserWindow, command: HostCommand) => void
}

/**
 * The native menu. The keys of the pages (F2 F8–F12, Alt+digits, Ctrl+K) are left alone: full screen is not on F11, and no
 * entry has a letter for Alt.
 */
export function buildMenu(say: Say, actions: Actions): Menu {
  const isMac = process.platform === 'darwin'
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const toPage = (label: string, command: HostCommand, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: (_item, window) => {
      if (window && 'webContents' in window) actions.command(window as BrowserWindow, command)
    },
  })
  const ofMac: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'about', label: say('desktop.menu.about') },
      line,
      { role: 'services', label: say('desktop.menu.services') },
      line,
      { role: 'hide', label: say('desktop.menu.hide') },
      { role: 'hideOthers', label: say('desktop.menu.hideOthers') },
      { role: 'unhide', label: say('desktop.menu.showAll') },
      line,
      { role: 'quit', label: say('desktop.menu.quit') },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: say('desktop.menu.file'),
    submenu: [
      { label: say('desktop.menu.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      line,
      toPage(say('desktop.menu.print'), 'print', 'CmdOrCtrl+P'),
      toPage(say('desktop.menu.savePdf'), 'savePdf', 'CmdOrCtrl+Shift+P'),
      line,
      { role: 'close', label: say('desktop.menu.close') },
      ...(isMac ? [] : [{ role: 'quit', label: say('desktop.menu.quit') } as const]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: say('desktop.menu.edit'),
    submenu: [
      { role: 'undo', label: say('desktop.menu.undo') },
      { role: 'redo', label: say('desktop.menu.redo') },
      line,
      { role: 'cut', label: say('desktop.menu.cut') },
      { role: 'copy', label: say('desktop.menu.copy') },
      { role: 'paste', label: say('desktop.menu.paste') },
      { role: 'selectAll', label: say('desktop.menu.selectAll') },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: say('desktop.menu.view'),
    submenu: [
      { role: 'reload', label: say('desktop.menu.reload') },
      line,
      { role: 'resetZoom', label: say('desktop.menu.actualSize') },
      { role: 'zoomIn', label: say('desktop.menu.zoomIn') },
      { role: 'zoomOut', label: say('desktop.menu.zoomOut') },
      line,
      {
        role: 'togglefullscreen',
        label: say('desktop.menu.fullScreen'),
        accelerator: isMac ? 'Ctrl+Cmd+F' : 'Shift+F11',
      },
      ...(app.isPackaged ? [] : [line, { role: 'toggleDevTools' } as const]),
    ],
  }
  const windows: MenuItemConstructorOptions = {
    label: say('desktop.menu.window'),
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: say('desktop.menu.minimize') },
      ...(isMac ? [{ role: 'front', label: say('desktop.menu.front') } as const] : []),
    ],
  }
  return Menu.buildFromTemplate([...(isMac ? [ofMac] : []), file, edit, view, windows])
}
