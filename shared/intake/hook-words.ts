import type { Words } from '../kit/words.ts'

/** What the call interface says no with: read by whoever configures the telephone system, so wrong, accepted and example in one go. */
export const intakeHookWords = {
  'failure.hook.at': {
    'zh-CN':
      'at 读不出时间：可写 "2026-11-20T10:00:00+08:00"、"2026-11-20 10:00:00"（公司时区）、Unix 秒 1795140000 或毫秒 1795140000000，年份 2000 到 2099；不写就是现在。',
    'zh-TW':
      'at 讀不出時間：可寫 "2026-11-20T10:00:00+08:00"、"2026-11-20 10:00:00"（公司時區）、Unix 秒 1795140000 或毫秒 1795140000000，年份 2000 到 2099；不寫就是現在。',
    en: 'at is no time: write "2026-11-20T10:00:00+08:00", "2026-11-20 10:00:00" (company time zone), Unix seconds 1795140000 or milliseconds 1795140000000, years 2000 to 2099; leave it out for now.',
  },
  'failure.hook.body': {
    'zh-CN':
      '内容读不出来：要 UTF-8 的 JSON 对象或表单字段，例如 {"event": "ring", "callId": "8812", "from": "13812345678", "to": "801"}。',
    'zh-TW':
      '內容讀不出來：要 UTF-8 的 JSON 物件或表單欄位，例如 {"event": "ring", "callId": "8812", "from": "13812345678", "to": "801"}。',
    en: 'The body cannot be read: send a JSON object in UTF-8 or form fields, for example {"event": "ring", "callId": "8812", "from": "13812345678", "to": "801"}.',
  },
  'failure.hook.callId': {
    'zh-CN':
      'callId 缺少或太长：写这通电话在电话系统里的编号，1 到 100 个字，同一通的各个事件写同一个，例如 "callId": "8812"。',
    'zh-TW':
      'callId 缺少或太長：寫這通電話在電話系統裡的編號，1 到 100 個字，同一通的各個事件寫同一個，例如 "callId": "8812"。',
    en: 'callId is missing or too long: write the telephone system’s own id of the call, 1 to 100 characters, the same in all events of it, for example "callId": "8812".',
  },
  'failure.hook.event': {
    'zh-CN': 'event 缺少或不认识：只收 ring（振铃）、answer（接听）、hangup（挂断），都是小写，例如 "event": "ring"。',
    'zh-TW':
      'event 缺少或無法辨識：只收 ring（響鈴）、answer（接聽）、hangup（掛斷），都是小寫，例如 "event": "ring"。',
    en: 'event is missing or not known: ring, answer and hangup are accepted, in small letters, for example "event": "ring".',
  },
  'failure.hook.from': {
    'zh-CN':
      'from 缺少或不对：写主叫号码，文字或整数，最多 60 个字，号码不显示时写空文字，例如 "from": "13812345678"。',
    'zh-TW':
      'from 缺少或不正確：寫主叫號碼，文字或整數，最多 60 個字，號碼不顯示時寫空文字，例如 "from": "13812345678"。',
    en: 'from is missing or not right: write the caller’s number as text or a whole number, at most 60 characters, empty text when withheld, for example "from": "13812345678".',
  },
  'failure.hook.line': {
    'zh-CN': 'line 不对：写线路名称，最多 60 个字，可以不写，例如 "line": "商用灶具线"。',
    'zh-TW': 'line 不正確：寫線路名稱，最多 60 個字，可以不寫，例如 "line": "商用爐具線"。',
    en: 'line is not right: write the name of the line, at most 60 characters, or leave it out, for example "line": "sales".',
  },
  'failure.hook.method': {
    'zh-CN': '只收 POST：用 POST 发到 /hooks/call，例如 curl -X POST …/hooks/call。',
    'zh-TW': '只收 POST：用 POST 傳到 /hooks/call，例如 curl -X POST …/hooks/call。',
    en: 'Only POST is accepted: post to /hooks/call, for example curl -X POST …/hooks/call.',
  },
  'failure.hook.off': {
    'zh-CN': '主机没有打开来电接口：启动主机时给一个口令，例如 --hook-token 加口令，或环境变量 GENDAN_HOOK_TOKEN。',
    'zh-TW': '主機沒有開啟來電介面：啟動主機時給一個權杖，例如 --hook-token 加權杖，或環境變數 GENDAN_HOOK_TOKEN。',
    en: 'This station takes no call events: start it with a token, for example --hook-token TOKEN, or the variable GENDAN_HOOK_TOKEN.',
  },
  'failure.hook.path': {
    'zh-CN': '没有这个地址：来电事件发到 /hooks/call，不能设请求头的系统发到 /hooks/口令/call。',
    'zh-TW': '沒有這個位址：來電事件傳到 /hooks/call，不能設請求標頭的系統傳到 /hooks/權杖/call。',
    en: 'There is nothing at this address: post call events to /hooks/call, or to /hooks/TOKEN/call where no header can be set.',
  },
  'failure.hook.size': {
    'zh-CN': '内容超过 {{kilobytes}} KB：一次只发一个事件，例如只有 event、callId、from、to、at、line 六项。',
    'zh-TW': '內容超過 {{kilobytes}} KB：一次只傳一個事件，例如只有 event、callId、from、to、at、line 六項。',
    en: 'The body is larger than {{kilobytes}} KB: send one event at a time, for example only event, callId, from, to, at and line.',
  },
  'failure.hook.to': {
    'zh-CN': 'to 缺少或不对：写被叫的分机或热线号码，文字或整数，最多 60 个字，例如 "to": "801"。',
    'zh-TW': 'to 缺少或不正確：寫被叫的分機或專線號碼，文字或整數，最多 60 個字，例如 "to": "801"。',
    en: 'to is missing or not right: write the extension or hotline that is called, as text or a whole number, at most 60 characters, for example "to": "801".',
  },
  'failure.hook.token': {
    'zh-CN':
      '口令不对或没有：请求头写 Authorization: Bearer 口令，或发到 /hooks/口令/call；口令是启动主机时 --hook-token 后面的那一串。',
    'zh-TW':
      '權杖不正確或沒有：請求標頭寫 Authorization: Bearer 權杖，或傳到 /hooks/權杖/call；權杖是啟動主機時 --hook-token 後面的那一串。',
    en: 'The token is wrong or missing: send the header Authorization: Bearer TOKEN, or post to /hooks/TOKEN/call; the token is the one given to the station with --hook-token.',
  },
} as const satisfies Words
