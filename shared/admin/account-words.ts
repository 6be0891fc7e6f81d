import type { Words } from '../kit/words.ts'

/** Texts of passwords, sign-in and who is kept waiting. Part of `adminWords`. */
export const adminAccountWords = {
  'action.admin.backUp': { 'zh-CN': '手动备份', 'zh-TW': '手動備份', en: 'Made a backup' },
  'action.admin.changePassword': { 'zh-CN': '改自己的密码', 'zh-TW': '改自己的密碼', en: 'Changed own password' },
  'action.admin.letIn': { 'zh-CN': '放行登录', 'zh-TW': '放行登入', en: 'Let sign in again' },
  'action.admin.signInRefused': { 'zh-CN': '登录多次不成', 'zh-TW': '登入多次失敗', en: 'Sign-in kept waiting' },
  'backup.byServer': {
    'zh-CN': '数据在 PostgreSQL 里，由那台服务器备份，这里不做',
    'zh-TW': '資料在 PostgreSQL 裡，由那台伺服器備份，這裡不做',
    en: 'The data is in PostgreSQL and is backed up by that server, not here',
  },
  'backup.done': { 'zh-CN': '已备份', 'zh-TW': '已備份', en: 'Backed up' },
  'backup.lost': { 'zh-CN': '会少什么', 'zh-TW': '會少什麼', en: 'What is missing then' },
  'backup.lostAfter': {
    'zh-CN': '{{when}} 之后登记的内容',
    'zh-TW': '{{when}} 之後登記的內容',
    en: 'whatever was registered after {{when}}',
  },
  'backup.newest': { 'zh-CN': '最近的完好备份', 'zh-TW': '最近的完好備份', en: 'Newest whole backup' },
  'backup.noneYet': {
    'zh-CN': '还没有，开通后两分钟内自动做',
    'zh-TW': '還沒有，開通後兩分鐘內自動做',
    en: 'none yet; made by itself within two minutes',
  },
  'backup.now': { 'zh-CN': '现在备份', 'zh-TW': '現在備份', en: 'Back up now' },
  'backup.place': { 'zh-CN': '放在', 'zh-TW': '放在', en: 'Folder' },
  'backup.restore': { 'zh-CN': '用这份备份恢复', 'zh-TW': '用這份備份還原', en: 'Restore this backup' },
  'backup.running': { 'zh-CN': '正在恢复，马上就好', 'zh-TW': '正在還原，馬上就好', en: 'Restoring, nearly there' },
  'backup.size': { 'zh-CN': '大小', 'zh-TW': '大小', en: 'Size' },
  'backup.sure': {
    'zh-CN': '再按一次：回到 {{when}}',
    'zh-TW': '再按一次：回到 {{when}}',
    en: 'Press again: back to {{when}}',
  },
  'backup.title': { 'zh-CN': '备份（每天自动）', 'zh-TW': '備份（每天自動）', en: 'Backup (every day by itself)' },
  'backup.writing': { 'zh-CN': '正在备份…', 'zh-TW': '正在備份…', en: 'Backing up…' },
  'failure.backupByServer': {
    'zh-CN': '数据由 PostgreSQL 服务器备份，这里不做',
    'zh-TW': '資料由 PostgreSQL 伺服器備份，這裡不做',
    en: 'The PostgreSQL server makes the backups, not this station',
  },
  'failure.backupDiskFull': {
    'zh-CN': '磁盘满了，没有备份成；原来的备份都在',
    'zh-TW': '磁碟滿了，沒有備份成；原來的備份都在',
    en: 'The disk is full: no backup was made; the older ones are all there',
  },
  'failure.backupFailed': {
    'zh-CN': '没有备份成，原来的备份都在；请看站点日志里的 backup.failed',
    'zh-TW': '沒有備份成，原來的備份都在；請看站點紀錄檔裡的 backup.failed',
    en: "No backup was made; the older ones are all there. See backup.failed in the station's log",
  },
  'failure.backupGivenUp': {
    'zh-CN': '站点正在停，没有备份',
    'zh-TW': '站點正在停，沒有備份',
    en: 'The station is stopping: no backup was made',
  },
  'failure.changePasswordFirst': {
    'zh-CN': '请先设自己的密码',
    'zh-TW': '請先設自己的密碼',
    en: 'Choose your own password first',
  },
  'failure.companyChanged': {
    'zh-CN': '别人刚改过公司设置；您改的还在，对照后再存',
    'zh-TW': '別人剛改過公司設定；您改的還在，對照後再存',
    en: 'Someone has just changed the company; what you typed is still here, compare and save again',
  },
  'failure.noMember': { 'zh-CN': '没有这个成员', 'zh-TW': '沒有這個成員', en: 'There is no such member' },
  'failure.samePassword': {
    'zh-CN': '和现在的密码一样，换一个',
    'zh-TW': '和目前的密碼一樣，換一個',
    en: 'This is the present password; choose another',
  },
  'failure.tooManyTries': {
    'zh-CN': '试了太多次，请等 {{minutes}} 分钟再试；急用请找管理员放行',
    'zh-TW': '試了太多次，請等 {{minutes}} 分鐘再試；急用請找管理員放行',
    en: 'Too many tries; wait {{minutes}} minutes, or ask your administrator to let you in',
  },
  'failure.tooManyTriesSeconds': {
    'zh-CN': '试了太多次，请等 {{seconds}} 秒再试',
    'zh-TW': '試了太多次，請等 {{seconds}} 秒再試',
    en: 'Too many tries; wait {{seconds}} seconds',
  },
  'failure.wrongCurrent': {
    'zh-CN': '现在的密码不对',
    'zh-TW': '目前的密碼不對',
    en: 'This is not the present password',
  },
  'member.firstSignIn': { 'zh-CN': '下次登录', 'zh-TW': '下次登入', en: 'Next sign-in' },
  'member.letIn': { 'zh-CN': '现在放行', 'zh-TW': '現在放行', en: 'Let in now' },
  'member.letInDone': {
    'zh-CN': '{{name}} 现在可以再试',
    'zh-TW': '{{name}} 現在可以再試',
    en: '{{name}} may try again now',
  },
  'member.mayKeep': { 'zh-CN': '沿用这个密码', 'zh-TW': '沿用這個密碼', en: 'Keeps this password' },
  'member.mustChange': { 'zh-CN': '要先改密码', 'zh-TW': '要先改密碼', en: 'Asks for a new password' },
  'member.waits': { 'zh-CN': '等候中', 'zh-TW': '等候中', en: 'Waiting' },
  'member.waitsLead': {
    'zh-CN': '密码错了多次，还要等 {{minutes}} 分钟',
    'zh-TW': '密碼錯了多次，還要等 {{minutes}} 分鐘',
    en: 'Several wrong passwords; {{minutes}} min to wait',
  },
  'password.again': { 'zh-CN': '再输一次', 'zh-TW': '再輸一次', en: 'Again' },
  'password.changed': {
    'zh-CN': '密码已改，别处的登录都已退出',
    'zh-TW': '密碼已改，別處的登入都已登出',
    en: 'Password changed; you are signed out everywhere else',
  },
  'password.current': { 'zh-CN': '现在的密码', 'zh-TW': '目前的密碼', en: 'Present' },
  'password.lead': {
    'zh-CN': '改好后，您在别处的登录都会退出',
    'zh-TW': '改好後，您在別處的登入都會登出',
    en: 'Afterwards you are signed out everywhere else',
  },
  'password.mustLead': {
    'zh-CN': '现在的密码是管理员设的，换成只有您知道的再开始',
    'zh-TW': '目前的密碼是管理員設的，換成只有您知道的再開始',
    en: 'Your administrator set the present password; choose one that only you know',
  },
  'password.mustTitle': {
    'zh-CN': '{{name}}，先设密码',
    'zh-TW': '{{name}}，先設密碼',
    en: '{{name}}, set a password',
  },
  'password.needCurrent': { 'zh-CN': '填现在的密码', 'zh-TW': '填目前的密碼', en: 'Enter the present password' },
  'password.next': { 'zh-CN': '新密码', 'zh-TW': '新密碼', en: 'New' },
  'password.notTheSame': { 'zh-CN': '两次不一样', 'zh-TW': '兩次不一樣', en: 'The two differ' },
  'password.save': { 'zh-CN': '改密码', 'zh-TW': '改密碼', en: 'Change it' },
  'action.admin.removeSample': { 'zh-CN': '移除样例数据', 'zh-TW': '移除範例資料', en: 'Removed the sample data' },
  'failure.noSample': {
    'zh-CN': '样例数据已经不在了',
    'zh-TW': '範例資料已經不在了',
    en: 'The sample data is gone already',
  },
  'failure.otherName': {
    'zh-CN': '和公司名称不一样，什么也没有动',
    'zh-TW': '和公司名稱不一樣，什麼都沒有動',
    en: 'This is not the name of the company; nothing was changed',
  },
  'sample.entered': {
    'zh-CN': '其中有您后来登记在样例客户上的：工单 {{tickets}} 张、来电登记 {{registers}} 条，会一起移除',
    'zh-TW': '其中有您後來登記在範例客戶上的：工單 {{tickets}} 張、來電登記 {{registers}} 筆，會一併移除',
    en: 'Among it what you entered on sample customers since: {{tickets}} tickets and {{registers}} registrations go too',
  },
  'sample.go': { 'zh-CN': '移除，不能撤销', 'zh-TW': '移除，無法復原', en: 'Remove for good' },
  'sample.gone': {
    'zh-CN': '样例数据已移除：客户 {{customers}} 个、工单 {{tickets}} 张',
    'zh-TW': '範例資料已移除：客戶 {{customers}} 個、工單 {{tickets}} 張',
    en: 'Sample data removed: {{customers}} customers, {{tickets}} tickets',
  },
  'sample.lead': {
    'zh-CN':
      '会移除：样例客户 {{customers}} 个、产品 {{products}} 台、工单 {{tickets}} 张、来电 {{calls}} 次、样例账号 {{members}} 个。',
    'zh-TW':
      '會移除：範例客戶 {{customers}} 個、產品 {{products}} 台、工單 {{tickets}} 張、來電 {{calls}} 通、範例帳號 {{members}} 個。',
    en: 'Goes: {{customers}} sample customers, {{products}} products, {{tickets}} tickets, {{calls}} calls and {{members}} sample accounts.',
  },
  'sample.remove': { 'zh-CN': '移除样例数据…', 'zh-TW': '移除範例資料…', en: 'Remove the sample data…' },
  'sample.stays': {
    'zh-CN': '留下：您自己的客户和单子、公司设置、编号进度、审计记录；做过真实工作的样例账号只停用。',
    'zh-TW': '留下：您自己的客戶和單子、公司設定、編號進度、稽核紀錄；做過實際工作的範例帳號只停用。',
    en: 'Stays: your own customers and their work, the company, running numbers and the audit; sample accounts that did real work are only disabled.',
  },
  'sample.sure': { 'zh-CN': '确认', 'zh-TW': '確認', en: 'Confirm' },
  'sample.title': { 'zh-CN': '样例数据', 'zh-TW': '範例資料', en: 'Sample data' },
} as const satisfies Words
