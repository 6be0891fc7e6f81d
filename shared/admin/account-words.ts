import type { Words } from '../kit/words.ts'

/** Texts of passwords, sign-in and who is kept waiting. Part of `adminWords`. */
export const adminAccountWords = {
  'action.admin.changePassword': { 'zh-CN': '改自己的密码', 'zh-TW': '改自己的密碼', en: 'Changed own password' },
  'action.admin.letIn': { 'zh-CN': '放行登录', 'zh-TW': '放行登入', en: 'Let sign in again' },
  'action.admin.signInRefused': { 'zh-CN': '登录多次不成', 'zh-TW': '登入多次失敗', en: 'Sign-in kept waiting' },
  'backup.lost': { 'zh-CN': '会少什么', 'zh-TW': '會少什麼', en: 'What is missing then' },
  'backup.lostAfter': {
    'zh-CN': '{{when}} 之后登记的内容',
    'zh-TW': '{{when}} 之後登記的內容',
    en: 'whatever was registered after {{when}}',
  },
  'backup.newest': { 'zh-CN': '最近的完好备份', 'zh-TW': '最近的完好備份', en: 'Newest whole backup' },
  'backup.restore': { 'zh-CN': '用这份备份恢复', 'zh-TW': '用這份備份還原', en: 'Restore this backup' },
  'backup.running': { 'zh-CN': '正在恢复，马上就好', 'zh-TW': '正在還原，馬上就好', en: 'Restoring, nearly there' },
  'backup.sure': {
    'zh-CN': '再按一次：回到 {{when}}',
    'zh-TW': '再按一次：回到 {{when}}',
    en: 'Press again: back to {{when}}',
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
  'password.again': { 'zh-CN': '再输一次', 'zh-TW': '再輸一次', en: 'Once more' },
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
  'password.title': { 'zh-CN': '改密码', 'zh-TW': '改密碼', en: 'Change password' },
} as const satisfies Words
