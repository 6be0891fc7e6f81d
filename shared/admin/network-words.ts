import type { Words } from '../kit/words.ts'

/** Texts about this computer and others: opened to them, a seat of the office's, the hook. In the namespace `admin`. */
export const adminNetworkWords = {
  'hook.again': { 'zh-CN': '换一个', 'zh-TW': '換一個', en: 'Make another' },
  'hook.againSure': {
    'zh-CN': '换了旧的就不认了，确定换',
    'zh-TW': '換了舊的就不認了，確定換',
    en: 'The old one is refused then: do it',
  },
  'hook.head': { 'zh-CN': '话务', 'zh-TW': '話務', en: 'PBX' },
  'hook.here': { 'zh-CN': '本机推送地址', 'zh-TW': '本機推送位址', en: 'Hook, here' },
  'hook.lan': { 'zh-CN': '推送地址', 'zh-TW': '推送位址', en: 'Hook' },
  'hook.port': {
    'zh-CN': '{{port}} 端口被别的程序占着，这次先用上面的；关掉那个程序，重开跟单就回来',
    'zh-TW': '{{port}} 連接埠被別的程式占用，這次先用上面的；關閉那個程式，重開跟單就回來',
    en: 'Another program uses port {{port}}; the above serves until the next start. Close that program and start anew.',
  },
  'hook.show': { 'zh-CN': '显示', 'zh-TW': '顯示', en: 'Show' },
  'hook.token': { 'zh-CN': '口令', 'zh-TW': '權杖', en: 'Token' },
  'hook.tokenHint': {
    'zh-CN': '电话系统推送时要带',
    'zh-TW': '電話系統推送時要帶',
    en: 'the telephone system must show it',
  },
  'lan.address': { 'zh-CN': '听哪个地址', 'zh-TW': '聽哪個位址', en: 'Address' },
  'lan.allAddresses': { 'zh-CN': '全部', 'zh-TW': '全部', en: 'all of them' },
  'lan.copied': { 'zh-CN': '已复制', 'zh-TW': '已複製', en: 'Copied' },
  'lan.copy': { 'zh-CN': '复制', 'zh-TW': '複製', en: 'Copy' },
  'lan.copyBoth': { 'zh-CN': '复制地址和指纹', 'zh-TW': '複製位址和指紋', en: 'Copy address and fingerprint' },
  'lan.fingerprint': { 'zh-CN': '证书指纹', 'zh-TW': '憑證指紋', en: 'Fingerprint' },
  'lan.firewall': {
    'zh-CN': '别的电脑连不上时，在这台电脑的防火墙里放行 TCP {{port}} 端口，只放行内网',
    'zh-TW': '別的電腦連不上時，在這台電腦的防火牆裡放行 TCP {{port}} 連接埠，只放行內網',
    en: 'If others do not get through, let TCP port {{port}} through the firewall of this computer, for the local network only',
  },
  'lan.give': { 'zh-CN': '给别人的地址', 'zh-TW': '給別人的位址', en: 'For others' },
  'lan.giveHint': {
    'zh-CN':
      '浏览器打开它，或在别的跟单里连它。浏览器第一次会说证书不受信任：把它显示的指纹和上面的对一遍，一样才继续。',
    'zh-TW':
      '用瀏覽器開啟它，或在別的跟單裡連它。瀏覽器第一次會說憑證不受信任：把它顯示的指紋和上面的對一遍，一樣才繼續。',
    en: 'Open it in a browser, or join it from another Gendan. A browser says once that it does not trust the certificate: compare the fingerprint it shows with the one above, and go on only if they are the same.',
  },
  'lan.head': { 'zh-CN': '联网', 'zh-TW': '連線', en: 'Others' },
  'lan.open': { 'zh-CN': '让别的电脑连', 'zh-TW': '讓別的電腦連', en: 'Let others in' },
  'lan.openHint': {
    'zh-CN': '全程加密；这台电脑要开着',
    'zh-TW': '全程加密；這台電腦要開著',
    en: 'encrypted all the way; keep this computer on',
  },
  'lan.opening': { 'zh-CN': '正在打开…', 'zh-TW': '正在開啟…', en: 'Opening…' },
  'lan.port': { 'zh-CN': '端口', 'zh-TW': '連接埠', en: 'Port' },
  'lan.portWrong': { 'zh-CN': '填 1024 到 65535', 'zh-TW': '請填 1024 到 65535', en: '1024 to 65535' },
  'office.address': { 'zh-CN': '站点地址', 'zh-TW': '站點位址', en: 'Address' },
  'office.addressHint': {
    'zh-CN': '如 192.168.1.5:7443',
    'zh-TW': '如 192.168.1.5:7443',
    en: 'such as 192.168.1.5:7443',
  },
  'office.away': {
    'zh-CN': '{{address}} 没有回答。看看那台电脑开着没有、地址和端口对不对、防火墙放行没有',
    'zh-TW': '{{address}} 沒有回應。看看那台電腦開著沒有、位址和連接埠對不對、防火牆放行沒有',
    en: '{{address}} does not answer. Is that computer on, are address and port right, does its firewall let them through?',
  },
  'office.back': { 'zh-CN': '返回', 'zh-TW': '返回', en: 'Back' },
  'office.badAddress': { 'zh-CN': '这不是地址', 'zh-TW': '這不是位址', en: 'This is no address' },
  'office.badFingerprint': {
    'zh-CN': '指纹是 64 个字符（0–9、A–F）',
    'zh-TW': '指紋是 64 個字元（0–9、A–F）',
    en: 'A fingerprint has 64 characters (0–9, A–F)',
  },
  'office.expected': { 'zh-CN': '原来的指纹', 'zh-TW': '原來的指紋', en: 'Known' },
  'office.fingerprintHint': {
    'zh-CN': '在站点那台电脑的 设置 → 这台电脑 里',
    'zh-TW': '在站點那台電腦的 設定 → 這台電腦 裡',
    en: 'at the station, in Settings → This computer',
  },
  'office.head': { 'zh-CN': '站点', 'zh-TW': '站點', en: 'Station' },
  'office.join': { 'zh-CN': '连接', 'zh-TW': '連線', en: 'Connect' },
  'office.joining': { 'zh-CN': '正在连接…', 'zh-TW': '正在連線…', en: 'Connecting…' },
  'office.joinLead': {
    'zh-CN': '站点在办公室的另一台电脑上，这台电脑作为它的一个座席。指纹证明连上的就是它',
    'zh-TW': '站點在辦公室的另一台電腦上，這台電腦作為它的一個座席。指紋證明連上的就是它',
    en: 'The station runs on another computer of the office, and this one becomes a seat of it. The fingerprint proves that it is the right one',
  },
  'office.joinTitle': {
    'zh-CN': '连接办公室的站点',
    'zh-TW': '連線辦公室的站點',
    en: 'Connect to a station in the office',
  },
  'office.newFingerprint': { 'zh-CN': '输入新指纹', 'zh-TW': '輸入新指紋', en: 'Enter the new fingerprint' },
  'office.otherCertificate': {
    'zh-CN': '那里的证书指纹是 {{seen}}，和填的不一样，所以没有连。请和站点那边的人当面或打电话核对',
    'zh-TW': '那裡的憑證指紋是 {{seen}}，和填的不一樣，所以沒有連線。請和站點那邊的人當面或打電話核對',
    en: 'The certificate there has the fingerprint {{seen}}, not the one you entered, so nothing was joined. Compare with the people at the station, face to face or by telephone',
  },
  'office.otherVersion': {
    'zh-CN': '那里是 {{theirs}} 版，这台电脑是 {{ours}} 版，请装成同一版',
    'zh-TW': '那裡是 {{theirs}} 版，這台電腦是 {{ours}} 版，請安裝同一版',
    en: 'Release {{theirs}} runs there, this computer has {{ours}}. Install the same one',
  },
  'office.seen': { 'zh-CN': '现在的指纹', 'zh-TW': '現在的指紋', en: 'Shown now' },
  'office.seatOfHint': { 'zh-CN': '资料都在那里', 'zh-TW': '資料都在那裡', en: 'the data is there' },
  'trouble.asItIs.empty': { 'zh-CN': '另建一个新的资料库', 'zh-TW': '另建一個新的資料庫', en: 'Begin a new database' },
  'trouble.asItIs.logGone': {
    'zh-CN': '就用现有的资料库继续',
    'zh-TW': '就用現有的資料庫繼續',
    en: 'Go on with the database as it is',
  },
  'trouble.asItIs.missing': {
    'zh-CN': '另建一个新的资料库',
    'zh-TW': '另建一個新的資料庫',
    en: 'Begin a new database',
  },
  'trouble.asItIs.shorter': {
    'zh-CN': '就用现有的资料库继续',
    'zh-TW': '就用現有的資料庫繼續',
    en: 'Go on with the database as it is',
  },
  'trouble.asItIsSure': {
    'zh-CN': '缺的内容不会再出现，并记入审计。再按一次',
    'zh-TW': '缺的內容不會再出現，並記入稽核。再按一次',
    en: 'What is missing will not come back; the audit says so. Press again',
  },
  'trouble.changed': {
    'zh-CN': '站点的证书变了',
    'zh-TW': '站點的憑證變了',
    en: 'The station shows another certificate',
  },
  'trouble.changedTodo': {
    'zh-CN':
      '打电话问站点那边的人：证书换过没有？请他照 设置 → 这台电脑 念一遍指纹，和“现在的指纹”完全一样，才输入新指纹。没换过，就不要连，告诉管网络的人。',
    'zh-TW':
      '打電話問站點那邊的人：憑證換過沒有？請他照 設定 → 這台電腦 唸一遍指紋，和「現在的指紋」完全一樣，才輸入新指紋。沒換過，就不要連線，告訴管網路的人。',
    en: 'Call the people at the station: was it changed? Let them read the fingerprint from Settings → This computer, and enter the new one only if it is the same as shown now. If it was not changed, do not connect, and tell who looks after the network.',
  },
  'trouble.key': { 'zh-CN': '恢复密钥', 'zh-TW': '復原金鑰', en: 'Recovery key' },
  'trouble.keyGo': { 'zh-CN': '打开资料', 'zh-TW': '開啟資料', en: 'Open the data' },
  'trouble.keyWrong': {
    'zh-CN': '这不是这里资料的恢复密钥：它是 16 组、每组 4 个字符，写在首次设置时的那张纸上',
    'zh-TW': '這不是這裡資料的復原金鑰：它是 16 組、每組 4 個字元，寫在首次設定時的那張紙上',
    en: 'This key opens nothing here: the recovery key has 16 groups of 4 characters and stands on the paper of the first run',
  },
  'trouble.title': { 'zh-CN': '没有连上站点', 'zh-TW': '沒有連上站點', en: 'No station' },
} as const satisfies Words
