import type { Words } from './words.ts'

/** Texts of the native menus, dialogs and the tray. The prefix is `desktop.`. */
export const desktopWords = {
  'app.name': { 'zh-CN': '跟单', 'zh-TW': '跟單', en: 'Gendan' },
  'dialog.pdf': { 'zh-CN': '另存为 PDF', 'zh-TW': '另存為 PDF', en: 'Save as PDF' },
  'dialog.save': { 'zh-CN': '另存为', 'zh-TW': '另存新檔', en: 'Save as' },
  'lan.addressGone': {
    'zh-CN': '这台电脑现在没有这个地址。换一个，或选全部地址。',
    'zh-TW': '這台電腦現在沒有這個位址。換一個，或選全部位址。',
    en: 'This computer does not have that address now. Choose another, or all of them.',
  },
  'lan.failed': {
    'zh-CN': '没能打开，正在重试。原因在日志里。',
    'zh-TW': '無法開啟，正在重試。原因在記錄檔裡。',
    en: 'It did not open; trying again. The log says why.',
  },
  'lan.portForbidden': {
    'zh-CN': '系统不让用这个端口。换一个。',
    'zh-TW': '系統不允許用這個連接埠。請換一個。',
    en: 'The system does not allow that port. Choose another.',
  },
  'lan.portTaken': {
    'zh-CN': '这个端口被别的程序占着。换一个，或关掉那个程序。',
    'zh-TW': '這個連接埠被別的程式占用。請換一個，或關閉那個程式。',
    en: 'Another program uses that port. Choose another, or close that program.',
  },
  'menu.about': { 'zh-CN': '关于跟单', 'zh-TW': '關於跟單', en: 'About Gendan' },
  'menu.actualSize': { 'zh-CN': '实际大小', 'zh-TW': '實際大小', en: 'Actual Size' },
  'menu.close': { 'zh-CN': '关闭窗口', 'zh-TW': '關閉視窗', en: 'Close Window' },
  'menu.copy': { 'zh-CN': '复制', 'zh-TW': '複製', en: 'Copy' },
  'menu.cut': { 'zh-CN': '剪切', 'zh-TW': '剪下', en: 'Cut' },
  'menu.edit': { 'zh-CN': '编辑', 'zh-TW': '編輯', en: 'Edit' },
  'menu.file': { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'File' },
  'menu.front': { 'zh-CN': '前置全部窗口', 'zh-TW': '將視窗全部移至最前', en: 'Bring All to Front' },
  'menu.fullScreen': { 'zh-CN': '全屏', 'zh-TW': '全螢幕', en: 'Full Screen' },
  'menu.hide': { 'zh-CN': '隐藏跟单', 'zh-TW': '隱藏跟單', en: 'Hide Gendan' },
  'menu.hideOthers': { 'zh-CN': '隐藏其他', 'zh-TW': '隱藏其他', en: 'Hide Others' },
  'menu.minimize': { 'zh-CN': '最小化', 'zh-TW': '縮到最小', en: 'Minimize' },
  'menu.newWindow': { 'zh-CN': '新窗口', 'zh-TW': '新視窗', en: 'New Window' },
  'menu.paste': { 'zh-CN': '粘贴', 'zh-TW': '貼上', en: 'Paste' },
  'menu.print': { 'zh-CN': '打印…', 'zh-TW': '列印…', en: 'Print…' },
  'menu.quit': { 'zh-CN': '退出', 'zh-TW': '結束', en: 'Quit' },
  'menu.redo': { 'zh-CN': '重做', 'zh-TW': '重做', en: 'Redo' },
  'menu.reload': { 'zh-CN': '重新载入', 'zh-TW': '重新載入', en: 'Reload' },
  'menu.savePdf': { 'zh-CN': '另存为 PDF…', 'zh-TW': '另存為 PDF…', en: 'Save as PDF…' },
  'menu.selectAll': { 'zh-CN': '全选', 'zh-TW': '全選', en: 'Select All' },
  'menu.services': { 'zh-CN': '服务', 'zh-TW': '服務', en: 'Services' },
  'menu.showAll': { 'zh-CN': '全部显示', 'zh-TW': '全部顯示', en: 'Show All' },
  'menu.undo': { 'zh-CN': '撤销', 'zh-TW': '復原', en: 'Undo' },
  'menu.view': { 'zh-CN': '显示', 'zh-TW': '檢視', en: 'View' },
  'menu.window': { 'zh-CN': '窗口', 'zh-TW': '視窗', en: 'Window' },
  'menu.zoomIn': { 'zh-CN': '放大', 'zh-TW': '放大', en: 'Zoom In' },
  'menu.zoomOut': { 'zh-CN': '缩小', 'zh-TW': '縮小', en: 'Zoom Out' },
  'office.away': {
    'zh-CN': '办公室的站点 {{address}} 没有回答，正在重试。已保存的内容和草稿都在。',
    'zh-TW': '辦公室的站點 {{address}} 沒有回應，正在重試。已儲存的內容和草稿都在。',
    en: 'The station of the office at {{address}} does not answer; trying again. What you saved and your drafts are safe.',
  },
  'office.changed': {
    'zh-CN':
      '{{address}} 出示的证书不是原来那一张，所以什么也没有发给它。可能是站点换了电脑或重装过，也可能有人在冒充它。',
    'zh-TW':
      '{{address}} 出示的憑證不是原來那一張，所以什麼也沒有傳給它。可能是站點換了電腦或重灌過，也可能有人在冒充它。',
    en: '{{address}} shows another certificate than before, so nothing was sent to it. The station may have moved or been set up anew, or someone poses as it.',
  },
  'office.otherVersion': {
    'zh-CN':
      '办公室的站点 {{address}} 是 {{theirs}} 版，这台电脑是 {{ours}} 版。请装成同一版。已保存的内容和草稿都在。',
    'zh-TW':
      '辦公室的站點 {{address}} 是 {{theirs}} 版，這台電腦是 {{ours}} 版。請安裝同一版。已儲存的內容和草稿都在。',
    en: 'The station of the office at {{address}} is release {{theirs}}, this computer has {{ours}}. Install the same one. What you saved and your drafts are safe.',
  },
  'station.book.empty': {
    'zh-CN':
      '资料库文件是空的：{{folder}}/gendan.db，原来不是。没有新建，什么也没有改。请把原来的文件放回去再重试，或者用下面的办法。',
    'zh-TW':
      '資料庫檔案是空的：{{folder}}/gendan.db，原來不是。沒有新建，什麼都沒有改。請把原來的檔案放回去再重試，或者用下面的辦法。',
    en: 'The file of the database is empty: {{folder}}/gendan.db. It was not before. Nothing was made, nothing was changed. Put the file back and try again, or choose below.',
  },
  'station.book.logGone': {
    'zh-CN':
      '最后一批记录的日志不见了：{{folder}}/gendan.db-wal。照现在这样打开会少记录，所以没有打开，什么也没有改。请把它放回去再重试，或者用下面的办法。',
    'zh-TW':
      '最後一批紀錄的日誌不見了：{{folder}}/gendan.db-wal。照現在這樣開啟會少紀錄，所以沒有開啟，什麼都沒有改。請把它放回去再重試，或者用下面的辦法。',
    en: 'The log of the last records is gone: {{folder}}/gendan.db-wal. Opened as it is, records would be missing, so it was not opened and nothing was changed. Put it back and try again, or choose below.',
  },
  'station.book.missing': {
    'zh-CN': '资料库文件不见了：{{folder}}/gendan.db。没有新建，什么也没有改。请把文件放回去再重试，或者用下面的办法。',
    'zh-TW': '資料庫檔案不見了：{{folder}}/gendan.db。沒有新建，什麼都沒有改。請把檔案放回去再重試，或者用下面的辦法。',
    en: 'The file of the database is gone: {{folder}}/gendan.db. Nothing was made, nothing was changed. Put it back and try again, or choose below.',
  },
  'station.book.shorter': {
    'zh-CN':
      '资料库比旁边记下的要旧，像是换成了较早的一份：{{folder}}/gendan.db。没有打开，什么也没有改。请把原来的文件放回去再重试，或者用下面的办法。',
    'zh-TW':
      '資料庫比旁邊記下的要舊，像是換成了較早的一份：{{folder}}/gendan.db。沒有開啟，什麼都沒有改。請把原來的檔案放回去再重試，或者用下面的辦法。',
    en: 'The database is older than what was noted beside it, as if an earlier copy stood there: {{folder}}/gendan.db. It was not opened, nothing was changed. Put the right file back and try again, or choose below.',
  },
  'station.damaged': {
    'zh-CN': '资料库损坏，读不出来。什么也没有改。有一份核对过的备份可以恢复；损坏的资料库会原样留在旁边。',
    'zh-TW': '資料庫損壞，無法讀取。什麼都沒有改。有一份核對過的備份可以還原；損壞的資料庫會原樣留在旁邊。',
    en: 'The database is damaged and cannot be read. Nothing was changed. A verified backup can take its place; the damaged one is kept beside it.',
  },
  'station.damagedForGood': {
    'zh-CN':
      '资料库损坏，读不出来，{{folder}} 里也没有完好的备份。什么也没有改。请把备份文件放回 backups 文件夹再重试。',
    'zh-TW': '資料庫損壞，無法讀取，{{folder}} 裡也沒有完好的備份。什麼都沒有改。請把備份檔放回 backups 資料夾再重試。',
    en: 'The database is damaged, and {{folder}} holds no whole backup. Nothing was changed. Put a backup back into the folder backups and try again.',
  },
  'station.diskFull': {
    'zh-CN': '磁盘满了，本机站点没能启动。清出空间后会自动继续。已保存的内容都在。',
    'zh-TW': '磁碟已滿，本機站點無法啟動。清出空間後會自動繼續。已儲存的內容都在。',
    en: 'The disk is full, so the station on this computer did not start. It goes on once there is space. What you saved is safe.',
  },
  'station.keyLost': {
    'zh-CN': '打不开资料库的钥匙。资料没有动。请输入恢复密钥。',
    'zh-TW': '無法開啟資料庫的金鑰。資料沒有變動。請輸入復原金鑰。',
    en: 'The key of the database cannot be read. The data is untouched. Enter the recovery key.',
  },
  'station.didNotStart': {
    'zh-CN': '本机站点没能启动，正在重试。已保存的内容和草稿都在。',
    'zh-TW': '本機站點無法啟動，正在重試。已儲存的內容和草稿都在。',
    en: 'The station on this computer did not start; trying again. What you saved and your drafts are safe.',
  },
  'station.newerSchema': {
    'zh-CN': '资料库是新版程序建的，本版不能打开。资料没有动。请安装新版。',
    'zh-TW': '資料庫由新版程式建立，本版無法開啟。資料沒有變動。請安裝新版。',
    en: 'A newer release made this database, so this one leaves it alone. Install the newer release.',
  },
  'tray.open': { 'zh-CN': '打开跟单', 'zh-TW': '開啟跟單', en: 'Open Gendan' },
  'tray.quit': { 'zh-CN': '退出', 'zh-TW': '結束', en: 'Quit' },
  'tray.unread': { 'zh-CN': '{{count}} 条未读', 'zh-TW': '{{count}} 則未讀', en: '{{count}} unread' },
} as const satisfies Words
