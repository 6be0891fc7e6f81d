import type { Words } from '../kit/words.ts'
import { adminAccountWords } from './account-words.ts'
import { adminAuditWords } from './audit-words.ts'
import { adminCalendarWords } from './calendar-words.ts'
import { adminFigureWords } from './figure-words.ts'
import { adminHistoryWords } from './history-words.ts'
import { adminLimitWords } from './limit-words.ts'
import { adminQuotaWords } from './quota-words.ts'
import { adminNetworkWords } from './network-words.ts'
import { adminPolicyWords } from './policy-words.ts'
import { adminSettingsWords } from './settings-words.ts'

/** Texts of accounts, sessions, company and of every failure that no feature owns. */
export const adminWords = {
  ...adminAccountWords,
  ...adminAuditWords,
  ...adminCalendarWords,
  ...adminFigureWords,
  ...adminHistoryWords,
  ...adminLimitWords,
  ...adminQuotaWords,
  ...adminNetworkWords,
  ...adminPolicyWords,
  ...adminSettingsWords,
  'company.branch': { 'zh-CN': '分公司', 'zh-TW': '分公司', en: 'Branch' },
  'company.hotline': { 'zh-CN': '热线', 'zh-TW': '熱線', en: 'Hotline' },
  'company.hotlineUnclear': {
    'zh-CN': '不像电话号码：请写数字，可带区号、分机，几个号码用顿号隔开',
    'zh-TW': '不像電話號碼：請寫數字，可帶區碼、分機，幾個號碼用頓號隔開',
    en: 'Not a phone number: write digits, with an area code or an extension; several numbers with a comma between',
  },
  'company.name': { 'zh-CN': '公司名称', 'zh-TW': '公司名稱', en: 'Company' },
  'failure.alreadySetUp': {
    'zh-CN': '这台工作站已经开通，请直接登录',
    'zh-TW': '這台工作站已經開通，請直接登入',
    en: 'This station is already set up; please sign in',
  },
  'failure.changedByOther': {
    'zh-CN': '别人刚改过这一条；您的内容还在，请对照后再存',
    'zh-TW': '別人剛改過這一筆；您的內容還在，請對照後再存',
    en: 'Someone has just changed this record; your text is still here, compare and save again',
  },
  'failure.databaseAway': {
    'zh-CN': '数据库服务器没有回应，不能确定这一条存上没有；内容还在，请稍后再存一次（不会重复）',
    'zh-TW': '資料庫伺服器沒有回應，不能確定這一筆存上沒有；內容還在，請稍後再存一次（不會重複）',
    en: 'The database server does not answer, so it is not certain that this was saved; your text is still here, save again in a moment (nothing is stored twice)',
  },
  'failure.databaseBusy': {
    'zh-CN': '数据库正忙，没有保存；内容还在，请再存一次',
    'zh-TW': '資料庫正忙，沒有儲存；內容還在，請再存一次',
    en: 'The database is busy; nothing was saved. Your text is still here, save again',
  },
  'failure.diskFull': {
    'zh-CN': '工作站的磁盘满了，没有保存；内容还在。请管理员腾出空间，腾出来就能接着存',
    'zh-TW': '工作站的磁碟滿了，沒有儲存；內容還在。請管理員騰出空間，騰出來就能接著存',
    en: "The station's disk is full; nothing was saved. Your text is still here. Ask the administrator to free some space, then saving works again",
  },
  'failure.fileErased': {
    'zh-CN': '这个文件刚被清理，请再发一次',
    'zh-TW': '這個檔案剛被清理，請再傳一次',
    en: 'This file was being cleared away. Send it once more.',
  },
  'failure.filesFull.all': {
    'zh-CN': '全站文件已满 {{gigabytes}} GB，没有收下；请管理员清理',
    'zh-TW': '全站檔案已滿 {{gigabytes}} GB，沒有收下；請管理員清理',
    en: 'The files of this station have reached {{gigabytes}} GB. This one was not taken; ask the administrator.',
  },
  'failure.filesFull.own': {
    'zh-CN': '您的文件已满 {{gigabytes}} GB，没有收下；删掉不用的再传',
    'zh-TW': '您的檔案已滿 {{gigabytes}} GB，沒有收下；刪掉不用的再傳',
    en: 'Your files have reached {{gigabytes}} GB. This one was not taken; remove some first.',
  },
  'failure.fileTooLarge': {
    'zh-CN': '文件超过 {{megabytes}} MB，没有收下',
    'zh-TW': '檔案超過 {{megabytes}} MB，沒有收下',
    en: 'The file is larger than {{megabytes}} MB and was not taken',
  },
  'failure.tooManyAtOnce': {
    'zh-CN': '一次最多 {{most}} 件，这一次没有做',
    'zh-TW': '一次最多 {{most}} 件，這一次沒有做',
    en: 'At most {{most}} at once; nothing was done',
  },
  'failure.invalid': {
    'zh-CN': '填写的内容读不懂，没有保存',
    'zh-TW': '填寫的內容讀不懂，沒有儲存',
    en: 'The input could not be read; nothing was saved',
  },
  'failure.lastAdministrator': {
    'zh-CN': '至少要留一个能登录的管理员',
    'zh-TW': '至少要留一個能登入的管理員',
    en: 'At least one active administrator must remain',
  },
  'failure.loginTaken': {
    'zh-CN': '这个登录名已经有人用',
    'zh-TW': '這個登入名稱已經有人用',
    en: 'This login name is taken',
  },
  'failure.noFile': { 'zh-CN': '没有这个文件', 'zh-TW': '沒有這個檔案', en: 'There is no such file' },
  'failure.notAllowed': {
    'zh-CN': '您的角色不能做这一步，请找主管',
    'zh-TW': '您的角色不能做這一步，請找主管',
    en: 'Your role may not do this; ask your supervisor',
  },
  'failure.notSetUp': {
    'zh-CN': '工作站还没有开通，请先完成第一次设置',
    'zh-TW': '工作站還沒有開通，請先完成第一次設定',
    en: 'The station is not set up yet; finish the first run',
  },
  'failure.otherMember': {
    'zh-CN': '这台电脑上已换了别人登录，没有保存；内容还在本机，您登录后再存',
    'zh-TW': '這台電腦上已換了別人登入，沒有儲存；內容還在本機，您登入後再存',
    en: 'Somebody else has signed in on this computer, so nothing was saved; it is kept here until you sign in again',
  },
  'failure.otherOrigin': {
    'zh-CN': '只接受本站页面的请求',
    'zh-TW': '只接受本站頁面的請求',
    en: 'Only this station’s own pages may ask',
  },
  'failure.passwordNeeded': {
    'zh-CN': '新账号要有密码',
    'zh-TW': '新帳號要有密碼',
    en: 'A new account needs a password',
  },
  'failure.signedOut': {
    'zh-CN': '登录已经过期，请重新登录；没存的内容还在本机',
    'zh-TW': '登入已經過期，請重新登入；沒存的內容還在本機',
    en: 'Your session has ended; sign in again, unsaved work is kept on this computer',
  },
  'failure.spaceLow': {
    'zh-CN': '工作站的磁盘只剩 {{megabytes}} MB，要留给来电；请管理员先腾出空间，再导入、备份或上传',
    'zh-TW': '工作站的磁碟只剩 {{megabytes}} MB，要留給來電；請管理員先騰出空間，再匯入、備份或上傳',
    en: "The station's disk has {{megabytes}} MB left, which is kept for calls; free some space before importing, backing up or uploading",
  },
  'failure.storageTrouble': {
    'zh-CN': '工作站的磁盘读写出错（{{reason}}），没有保存；内容还在，请再存一次，不行就告诉管理员',
    'zh-TW': '工作站的磁碟讀寫出錯（{{reason}}），沒有儲存；內容還在，請再存一次，不行就告訴管理員',
    en: "The station's storage failed ({{reason}}); nothing was saved. Your text is still here: save again, and tell the administrator if it goes on",
  },
  'failure.wrongPassword': {
    'zh-CN': '登录名或密码不对',
    'zh-TW': '登入名稱或密碼不對',
    en: 'Wrong login name or password',
  },
  'firstRun.administratorHead': { 'zh-CN': '账号', 'zh-TW': '帳號', en: 'Account' },
  'firstRun.administratorLead': {
    'zh-CN': '由他添加其他人、改设置。密码至少八位。',
    'zh-TW': '由他新增其他人、改設定。密碼至少八碼。',
    en: 'Adds everyone else and changes settings. At least eight characters.',
  },
  'firstRun.again': { 'zh-CN': '再输一遍', 'zh-TW': '再輸一次', en: 'Repeat' },
  'firstRun.back': { 'zh-CN': '上一步', 'zh-TW': '上一步', en: 'Back' },
  'firstRun.blank': { 'zh-CN': '都不像，从空白开始', 'zh-TW': '都不像，從空白開始', en: 'None of these: start blank' },
  'firstRun.chooseTrade': { 'zh-CN': '先选一行', 'zh-TW': '先選一行', en: 'Choose a trade' },
  'firstRun.company': { 'zh-CN': '公司', 'zh-TW': '公司', en: 'Company' },
  'firstRun.companyHead': { 'zh-CN': '公司', 'zh-TW': '公司', en: 'Firm' },
  'firstRun.fillsIn': { 'zh-CN': '会替您先配好这些', 'zh-TW': '會替您先配好這些', en: 'This is filled in for you' },
  'firstRun.guessed': { 'zh-CN': '按公司名猜的', 'zh-TW': '依公司名稱猜的', en: 'Guessed from the name' },
  'firstRun.language': { 'zh-CN': '用哪种语言？', 'zh-TW': '用哪種語言？', en: 'Which language?' },
  'firstRun.loginSpaces': {
    'zh-CN': '登录名里不能有空格',
    'zh-TW': '登入名稱裡不能有空格',
    en: 'The login cannot contain spaces',
  },
  'firstRun.months': { 'zh-CN': '个月', 'zh-TW': '個月', en: 'months' },
  'firstRun.morning': {
    'zh-CN': '照这样配，上午 10:36 来一个报修电话',
    'zh-TW': '照這樣設定，上午 10:36 來一通報修電話',
    en: 'With this, a repair call at 10:36',
  },
  'firstRun.needLogin': {
    'zh-CN': '登录名要两位以上的字母、数字或汉字',
    'zh-TW': '登入名稱要兩碼以上的字母、數字或漢字',
    en: 'The login needs two or more letters, digits or characters',
  },
  'firstRun.needName': { 'zh-CN': '填上公司名称', 'zh-TW': '填上公司名稱', en: 'Fill in the company name' },
  'firstRun.needPassword': {
    'zh-CN': '密码至少八位',
    'zh-TW': '密碼至少八碼',
    en: 'The password needs eight characters',
  },
  'firstRun.needPerson': { 'zh-CN': '填上姓名', 'zh-TW': '填上姓名', en: 'Fill in the name' },
  'firstRun.needTrade': { 'zh-CN': '选一个行业', 'zh-TW': '選一個行業', en: 'Choose a trade' },
  'firstRun.next': { 'zh-CN': '下一步', 'zh-TW': '下一步', en: 'Next' },
  'firstRun.nextTo': { 'zh-CN': '下一步：{{step}}', 'zh-TW': '下一步：{{step}}', en: 'Next: {{step}}' },
  'firstRun.noTrade': { 'zh-CN': '没有这个行业', 'zh-TW': '沒有這個行業', en: 'No such trade' },
  'firstRun.noTradeTodo': {
    'zh-CN': '换个词试试，选最接近的，或从空白开始',
    'zh-TW': '換個詞試試，選最接近的，或從空白開始',
    en: 'Try another word, choose the nearest, or start blank',
  },
  'firstRun.open': { 'zh-CN': '开始使用', 'zh-TW': '開始使用', en: 'Open the desk' },
  'firstRun.ourCompany': { 'zh-CN': '我们公司', 'zh-TW': '我們公司', en: 'our company' },
  'firstRun.passwordHint': { 'zh-CN': '至少八位', 'zh-TW': '至少八碼', en: '8 or more' },
  'firstRun.passwordsDiffer': { 'zh-CN': '两遍不一样', 'zh-TW': '兩次不一樣', en: 'The two differ' },
  'firstRun.recovery': { 'zh-CN': '恢复密钥', 'zh-TW': '復原金鑰', en: 'Recovery key' },
  'firstRun.recoveryDone': { 'zh-CN': '已经抄好，进入', 'zh-TW': '已經抄好，進入', en: 'I have written it down' },
  'firstRun.recoveryLead': {
    'zh-CN': '数据库是加密的。这台电脑坏了，只有它能打开备份。只显示这一次，请抄下来或打印，锁进抽屉。',
    'zh-TW': '資料庫是加密的。這台電腦壞了，只有它能打開備份。只顯示這一次，請抄下來或列印，鎖進抽屜。',
    en: 'The database is encrypted. If this computer is lost, only this key opens a backup. It is shown this once: write it down and lock it away.',
  },
  'firstRun.recoverySave': { 'zh-CN': '存成文件', 'zh-TW': '存成檔案', en: 'Save as file' },
  'firstRun.searchTrade': {
    'zh-CN': '灶具、空调、衣柜、医疗……',
    'zh-TW': '爐具、空調、衣櫃、醫療……',
    en: 'stoves, wardrobes, medical …',
  },
  'firstRun.soon': {
    'zh-CN': '再过 {{minutes}} 分钟就能登记电话',
    'zh-TW': '再過 {{minutes}} 分鐘就能登記電話',
    en: '{{minutes}} minutes to the first call',
  },
  'firstRun.start': { 'zh-CN': '客户从哪来？', 'zh-TW': '客戶從哪來？', en: 'Where do customers come from?' },
  'firstRun.start.empty': { 'zh-CN': '从空白开始', 'zh-TW': '從空白開始', en: 'Start empty' },
  'firstRun.start.import': { 'zh-CN': '导入我的客户', 'zh-TW': '匯入我的客戶', en: 'Import my customers' },
  'firstRun.start.sample': { 'zh-CN': '先用样例公司试试', 'zh-TW': '先用範例公司試試', en: 'Try a sample company' },
  'firstRun.startHint': {
    'zh-CN': '导入，或先用样例公司试',
    'zh-TW': '匯入，或先用範例公司試',
    en: 'Import, or try a sample',
  },
  'firstRun.startNote.empty': { 'zh-CN': '来一个登一个', 'zh-TW': '來一位登一位', en: 'Register as they call' },
  'firstRun.startNote.import': {
    'zh-CN': 'Excel 或 CSV，先看再导',
    'zh-TW': 'Excel 或 CSV，先看再匯入',
    en: 'Excel or CSV, with a dry run',
  },
  'firstRun.startNote.sample': {
    'zh-CN': '有客户、工单、师傅',
    'zh-TW': '有客戶、工單、師傅',
    en: 'With customers, tickets, technicians',
  },
  'firstRun.startNote.sampleOther': {
    'zh-CN': '样例是一家灶具公司：先按灶具试，清除后到“设置”换成您的行业',
    'zh-TW': '範例是一家爐具公司：先以爐具試用，清除後到「設定」換成您的行業',
    en: 'The sample sells stoves: try it as such, then remove it and change the trade under Setup',
  },
  'firstRun.step.administrator': { 'zh-CN': '管理员', 'zh-TW': '管理員', en: 'Administrator' },
  'firstRun.step.language': { 'zh-CN': '语言', 'zh-TW': '語言', en: 'Language' },
  'firstRun.step.start': { 'zh-CN': '客户从哪来', 'zh-TW': '客戶從哪來', en: 'Customers' },
  'firstRun.step.trade': { 'zh-CN': '公司和行业', 'zh-TW': '公司和行業', en: 'Company and trade' },
  'firstRun.steps': { 'zh-CN': '开通步骤', 'zh-TW': '開通步驟', en: 'Set-up steps' },
  'firstRun.tagline': { 'zh-CN': '售后热线登记与跟踪', 'zh-TW': '售後熱線登記與追蹤', en: 'After-sales hotline desk' },
  'firstRun.trade': { 'zh-CN': '您做哪一行？', 'zh-TW': '您做哪一行？', en: 'What is your trade?' },
  'firstRun.tradeLead': {
    'zh-CN': '选了就配好期限、保修、表单和话术。以后都能在“设置”里改。',
    'zh-TW': '選了就設好期限、保固、表單和話術。以後都能在「設定」裡改。',
    en: 'Sets deadlines, warranty, forms and scripts. All of it can be changed later under Setup.',
  },
  'firstRun.yourFigure': {
    'zh-CN': '由您定，可先空着',
    'zh-TW': '由您訂，可先空著',
    en: 'Yours to say, may stay empty',
  },
  'invalid.custom': { 'zh-CN': '这一项不对', 'zh-TW': '這一項不對', en: 'This is not right' },
  'invalid.invalid_format': { 'zh-CN': '格式不对', 'zh-TW': '格式不對', en: 'Wrong format' },
  'invalid.invalid_type': { 'zh-CN': '这一项没填对', 'zh-TW': '這一項沒填對', en: 'Missing or of the wrong kind' },
  'invalid.invalid_value': { 'zh-CN': '不在可选的范围里', 'zh-TW': '不在可選的範圍裡', en: 'Not one of the choices' },
  'invalid.too_big': {
    'zh-CN': '太长或太大，最多 {{limit}}',
    'zh-TW': '太長或太大，最多 {{limit}}',
    en: 'Too long or too large; {{limit}} at most',
  },
  'invalid.too_small': {
    'zh-CN': '太短或太小，至少 {{limit}}',
    'zh-TW': '太短或太小，至少 {{limit}}',
    en: 'Too short or too small; at least {{limit}}',
  },
  'member.name': { 'zh-CN': '姓名', 'zh-TW': '姓名', en: 'Name' },
  'role.administrator': { 'zh-CN': '系统管理员', 'zh-TW': '系統管理員', en: 'Administrator' },
  'role.dispatcher': { 'zh-CN': '内勤', 'zh-TW': '內勤', en: 'Dispatcher' },
  'role.followupUser': { 'zh-CN': '回访用户', 'zh-TW': '回訪用戶', en: 'Follow-up user' },
  'role.operator': { 'zh-CN': '接线员', 'zh-TW': '接線員', en: 'Operator' },
  'role.supervisor': { 'zh-CN': '主管', 'zh-TW': '主管', en: 'Supervisor' },
  'role.technician': { 'zh-CN': '师傅', 'zh-TW': '師傅', en: 'Technician' },
} as const satisfies Words
