import type { Words } from '../kit/words.ts'

/** Texts of the company's calendar: notices of years, days of its own, and what a change of it moved. */
export const adminCalendarWords = {
  'action.admin.saveOwnDay': { 'zh-CN': '修改公司日历', 'zh-TW': '修改公司行事曆', en: 'Changed the company calendar' },
  'action.admin.changeCalendar': { 'zh-CN': '修改日历', 'zh-TW': '修改行事曆', en: 'Changed the calendar' },
  'action.admin.takeBackCalendar': {
    'zh-CN': '退回日历的修改',
    'zh-TW': '退回行事曆的修改',
    en: 'Took a calendar change back',
  },
  'detail.days': { 'zh-CN': '天数', 'zh-TW': '天數', en: 'days' },
  'detail.moved': { 'zh-CN': '期限变动', 'zh-TW': '期限變動', en: 'limits moved' },
  'detail.source': { 'zh-CN': '出处', 'zh-TW': '出處', en: 'source' },
  'failure.calendarGone': { 'zh-CN': '没有这次修改', 'zh-TW': '沒有這次修改', en: 'There is no such change' },
  'failure.calendarOver': {
    'zh-CN': '后面又改过同一年（同一天），请先退回后面那次',
    'zh-TW': '後面又改過同一年（同一天），請先退回後面那次',
    en: 'A later change stands on the same year or day; take that one back first',
  },
  'failure.dayTwice': { 'zh-CN': '{{on}} 写了两次', 'zh-TW': '{{on}} 寫了兩次', en: '{{on}} stands twice' },
  'failure.dayOfOtherYear': {
    'zh-CN': '{{on}} 不属于这一年的通知',
    'zh-TW': '{{on}} 不屬於這一年的通知',
    en: '{{on}} does not belong to the notice of this year',
  },
  'calendar.years': { 'zh-CN': '假日', 'zh-TW': '假日', en: 'Holidays' },
  'calendar.enter': {
    'zh-CN': '录入 {{year}} 年的通知',
    'zh-TW': '輸入 {{year}} 年的通知',
    en: 'Enter the notice of {{year}}',
  },
  'calendar.text': { 'zh-CN': '通知', 'zh-TW': '通知', en: 'Notice' },
  'calendar.example': {
    'zh-CN': '把通知原文贴进来；也可以一天一行：{{year}}-10-01 休 国庆节，{{year}}-10-10 班',
    'zh-TW': '把通知原文貼進來；也可以一天一行：{{year}}-10-01 休 國慶節，{{year}}-10-10 班',
    en: 'Paste the notice as published, or a day a line: {{year}}-10-01 off National Day, {{year}}-10-10 working',
  },
  'calendar.source': { 'zh-CN': '出处', 'zh-TW': '出處', en: 'Source' },
  'calendar.file': { 'zh-CN': '从文件（CSV、文本）', 'zh-TW': '從檔案（CSV、文字）', en: 'From a file (CSV, text)' },
  'calendar.close': { 'zh-CN': '收起', 'zh-TW': '收起', en: 'Close' },
  'calendar.tooLong': {
    'zh-CN': '这个文件不像一年的通知',
    'zh-TW': '這個檔案不像一年的通知',
    en: 'Too long for the notice of a year',
  },
  'calendar.read': { 'zh-CN': '读到', 'zh-TW': '讀到', en: 'Read' },
  'calendar.found': {
    'zh-CN': '放假 {{off}} 天，调休上班 {{working}} 天',
    'zh-TW': '放假 {{off}} 天，調休上班 {{working}} 天',
    en: '{{off}} days off, {{working}} make-up days',
  },
  'calendar.otherYear': {
    'zh-CN': '这是 {{read}} 年的通知，不是 {{year}} 年的',
    'zh-TW': '這是 {{read}} 年的通知，不是 {{year}} 年的',
    en: 'This is the notice of {{read}}, not of {{year}}',
  },
  'calendar.odd.weekday': {
    'zh-CN': '星期对不上：{{place}}',
    'zh-TW': '星期對不上：{{place}}',
    en: 'Weekday does not fit: {{place}}',
  },
  'calendar.odd.count': {
    'zh-CN': '天数对不上：{{place}}',
    'zh-TW': '天數對不上：{{place}}',
    en: 'Count does not fit: {{place}}',
  },
  'calendar.odd.statutory': {
    'zh-CN': '法定假日没有写：{{place}}',
    'zh-TW': '法定假日沒有寫：{{place}}',
    en: 'A statutory day is missing: {{place}}',
  },
  'calendar.odd.unread': {
    'zh-CN': '读不懂：{{place}}',
    'zh-TW': '讀不懂：{{place}}',
    en: 'Not understood: {{place}}',
  },
  'calendar.odd.twice': {
    'zh-CN': '写了两次：{{place}}',
    'zh-TW': '寫了兩次：{{place}}',
    en: 'Stands twice: {{place}}',
  },
  'calendar.noDay': { 'zh-CN': '没有这一天', 'zh-TW': '沒有這一天', en: 'No such day' },
  'calendar.why': { 'zh-CN': '因为', 'zh-TW': '因為', en: 'Because of' },
  'calendar.preview': { 'zh-CN': '会动哪些期限', 'zh-TW': '會動哪些期限', en: 'Limits that move' },
  'calendar.apply': { 'zh-CN': '照此改', 'zh-TW': '照此改', en: 'Apply' },
  'calendar.changed': {
    'zh-CN': '日历已改，{{n}} 个期限动了',
    'zh-TW': '行事曆已改，{{n}} 個期限動了',
    en: 'Calendar changed, {{n}} limits moved',
  },
  'calendar.takenBack': { 'zh-CN': '已退回', 'zh-TW': '已退回', en: 'Taken back' },
  'calendar.changes': { 'zh-CN': '改动', 'zh-TW': '改動', en: 'Changes' },
  'calendar.noticeOf': { 'zh-CN': '{{year}} 年通知', 'zh-TW': '{{year}} 年通知', en: 'Notice of {{year}}' },
  'calendar.moved': { 'zh-CN': '动了 {{n}} 个期限', 'zh-TW': '動了 {{n}} 個期限', en: '{{n}} limits moved' },
  'calendar.back': {
    'zh-CN': '退回时动了 {{n}} 个',
    'zh-TW': '退回時動了 {{n}} 個',
    en: '{{n}} moved when taken back',
  },
  'calendar.more': { 'zh-CN': '再看 50 个', 'zh-TW': '再看 50 個', en: '50 more' },
} as const satisfies Words
