import type { Words } from '../kit/words.ts'

/** Texts of the doors and of the own account: what a seat speaks before anybody is in, and needs of admin while one is. */
export const doorWords = {
  account: { 'zh-CN': '账号', 'zh-TW': '帳號', en: 'Account' },
  changePassword: { 'zh-CN': '改密码', 'zh-TW': '改密碼', en: 'Change password' },
  forgot: {
    'zh-CN': '忘了密码请找管理员重设',
    'zh-TW': '忘了密碼請找管理員重設',
    en: 'Forgotten? Your administrator can reset it',
  },
  lead: { 'zh-CN': '登录后开始接电话', 'zh-TW': '登入後開始接電話', en: 'Sign in to take calls' },
  login: { 'zh-CN': '登录名', 'zh-TW': '登入名稱', en: 'Login' },
  'office.alone': { 'zh-CN': '只用这台电脑', 'zh-TW': '只用這台電腦', en: 'Use this computer alone' },
  'office.aloneSure': {
    'zh-CN': '确定？离开办公室的站点，回到这台电脑自己的资料',
    'zh-TW': '確定？離開辦公室的站點，回到這台電腦自己的資料',
    en: 'Sure? Leave the office, back to the data of this computer',
  },
  'office.hidden': {
    'zh-CN': '没有连着站点，登记照常，内容留在本机。设置 → 这台电脑 里有原因',
    'zh-TW': '沒有連著站點，登記照常，內容留在本機。設定 → 這台電腦 裡有原因',
    en: 'Not connected to the station. Go on registering, it stays on this computer. Settings → This computer says why',
  },
  'office.join': {
    'zh-CN': '连接办公室的站点…',
    'zh-TW': '連線辦公室的站點…',
    en: 'Connect to a station in the office…',
  },
  'office.later': { 'zh-CN': '先接着登记', 'zh-TW': '先接著登記', en: 'Go on registering' },
  'office.seatOf': { 'zh-CN': '接在', 'zh-TW': '接在', en: 'Seat of' },
  password: { 'zh-CN': '密码', 'zh-TW': '密碼', en: 'Password' },
  signIn: { 'zh-CN': '登录', 'zh-TW': '登入', en: 'Sign in' },
  signOut: { 'zh-CN': '退出登录', 'zh-TW': '登出', en: 'Sign out' },
  thisComputer: { 'zh-CN': '这台电脑的设置', 'zh-TW': '這台電腦的設定', en: 'Settings of this computer' },
} as const satisfies Words
