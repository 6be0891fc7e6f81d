import type { Words } from '../kit/words.ts'

/** Texts of the list kit (列表): views, columns, what is chosen, what is written out. */
export const listsWords = {
  'columns.button': {
    'zh-CN': '列 {{shown}} / {{all}}',
    'zh-TW': '欄 {{shown}} / {{all}}',
    en: 'Columns {{shown}} / {{all}}',
  },
  'columns.down': { 'zh-CN': '{{name}} 往右移', 'zh-TW': '{{name}} 往右移', en: 'Move {{name}} right' },
  'columns.hint': {
    'zh-CN': '空格显示或收起，Alt+↑↓ 换位置',
    'zh-TW': '空白鍵顯示或收起，Alt+↑↓ 換位置',
    en: 'Space shows or hides, Alt+↑↓ moves',
  },
  'columns.reset': { 'zh-CN': '恢复原样', 'zh-TW': '恢復原樣', en: 'As it was' },
  'columns.title': { 'zh-CN': '显示哪些列', 'zh-TW': '顯示哪些欄', en: 'Which columns' },
  'columns.up': { 'zh-CN': '{{name}} 往左移', 'zh-TW': '{{name}} 往左移', en: 'Move {{name}} left' },
  'failure.changedByOther': {
    'zh-CN': '别人刚改过这个视图，请重新打开再改',
    'zh-TW': '別人剛改過這個檢視，請重新開啟再改',
    en: 'Somebody has just changed this view; open it again',
  },
  'failure.decided': {
    'zh-CN': '这份导出已经有人处理了',
    'zh-TW': '這份匯出已經有人處理了',
    en: 'This export has been decided already',
  },
  'failure.manyViews': {
    'zh-CN': '视图已有 {{most}} 个，先删掉不用的',
    'zh-TW': '檢視已有 {{most}} 個，先刪掉不用的',
    en: 'There are {{most}} views already; remove some first',
  },
  'failure.mayNotShare': {
    'zh-CN': '共用的视图由主管来存和改',
    'zh-TW': '共用的檢視由主管來存和改',
    en: 'Shared views are kept by a supervisor',
  },
  'failure.mayNotWhole': {
    'zh-CN': '您的角色不能导出完整的电话和地址，可以导出不带的',
    'zh-TW': '您的角色不能匯出完整的電話和地址，可以匯出不帶的',
    en: 'Your role cannot export whole phones and addresses; export without them',
  },
  'failure.noExport': { 'zh-CN': '这份导出已经没有了', 'zh-TW': '這份匯出已經沒有了', en: 'This export is gone' },
  'failure.noList': { 'zh-CN': '没有这个列表', 'zh-TW': '沒有這個清單', en: 'There is no such list' },
  'failure.noView': { 'zh-CN': '这个视图已经没有了', 'zh-TW': '這個檢視已經沒有了', en: 'This view is gone' },
  'failure.ownExport': {
    'zh-CN': '自己的导出要由另一个人同意',
    'zh-TW': '自己的匯出要由另一個人同意',
    en: 'Another person has to agree to your own export',
  },
  'failure.whyWhole': {
    'zh-CN': '写明做什么用，至少四个字',
    'zh-TW': '寫明做什麼用，至少四個字',
    en: 'Say what it is for, in at least four letters',
  },
  shown: { 'zh-CN': '已列 {{count}} 行', 'zh-TW': '已列 {{count}} 列', en: '{{count}} rows' },
  'view.changed': { 'zh-CN': '条件改过', 'zh-TW': '條件改過', en: 'Changed' },
  'view.default': { 'zh-CN': '打开时先看这个', 'zh-TW': '開啟時先看這個', en: 'Begin with this' },
  'view.label': { 'zh-CN': '视图', 'zh-TW': '檢視', en: 'View' },
  'view.name': { 'zh-CN': '视图名称', 'zh-TW': '檢視名稱', en: 'Name of the view' },
  'view.none': { 'zh-CN': '全部', 'zh-TW': '全部', en: 'All' },
  'view.own': { 'zh-CN': '我的', 'zh-TW': '我的', en: 'Mine' },
  'view.remove': { 'zh-CN': '删掉', 'zh-TW': '刪掉', en: 'Remove' },
  'view.removed': { 'zh-CN': '已删掉视图 {{name}}', 'zh-TW': '已刪掉檢視 {{name}}', en: 'View {{name}} removed' },
  'view.revert': { 'zh-CN': '还原', 'zh-TW': '還原', en: 'Revert' },
  'view.save': { 'zh-CN': '存住', 'zh-TW': '存住', en: 'Save' },
  'view.saveAs': { 'zh-CN': '另存', 'zh-TW': '另存', en: 'Save as new' },
  'view.saveCommand': { 'zh-CN': '存住视图', 'zh-TW': '存住檢視', en: 'Save the view' },
  'view.saved': { 'zh-CN': '已存住视图 {{name}}', 'zh-TW': '已存住檢視 {{name}}', en: 'View {{name}} saved' },
  'view.share': { 'zh-CN': '大家共用', 'zh-TW': '大家共用', en: 'For everybody' },
  'view.shared': { 'zh-CN': '共用', 'zh-TW': '共用', en: 'Shared' },
} as const satisfies Words
