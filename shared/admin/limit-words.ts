import type { Words } from '../kit/words.ts'

/** Texts of the limits and the duty lines in the settings (时限, 值班): what limits count from and until, for whom, where they are from. */
export const adminLimitWords = {
  'failure.policy.noStart': {
    'zh-CN': '第 {{nth}} 条时限从没有的事算起，请另选',
    'zh-TW': '第 {{nth}} 條時限從沒有的事算起，請另選',
    en: 'Limit no. {{nth}} counts from something that never happens; choose another',
  },
  'failure.policy.noEnd': {
    'zh-CN': '第 {{nth}} 条时限算到没有的事，请另选',
    'zh-TW': '第 {{nth}} 條時限算到沒有的事，請另選',
    en: 'Limit no. {{nth}} counts until something that never happens; choose another',
  },
  'failure.policy.sameEvent': {
    'zh-CN': '第 {{nth}} 条时限：从哪算和算到哪是同一件事',
    'zh-TW': '第 {{nth}} 條時限：從哪算和算到哪是同一件事',
    en: 'Limit no. {{nth}} ends with what it begins with',
  },
  'failure.policy.backwards': {
    'zh-CN': '第 {{nth}} 条时限：算到的事总在起算之前',
    'zh-TW': '第 {{nth}} 條時限：算到的事總在起算之前',
    en: 'Limit no. {{nth}} ends with something that always comes before its beginning',
  },
  'failure.policy.warnTooEarly': {
    'zh-CN': '第 {{nth}} 条时限：提前提醒比期限还长',
    'zh-TW': '第 {{nth}} 條時限：提前提醒比期限還長',
    en: 'Limit no. {{nth}} would warn before it begins',
  },
  'failure.policy.noRule': {
    'zh-CN': '第 {{nth}} 条时限：出自原文，请写条款，如 R044',
    'zh-TW': '第 {{nth}} 條時限：出自原文，請寫條款，如 R044',
    en: 'Limit no. {{nth}} is from the paper: name its rule, as R044',
  },
  'policy.endsAt': { 'zh-CN': '算到哪', 'zh-TW': '算到哪', en: 'Counts until' },
  'policy.fromUntil': { 'zh-CN': '从哪算到哪', 'zh-TW': '從哪算到哪', en: 'From, until' },
  'policy.until': { 'zh-CN': '算到{{event}}', 'zh-TW': '算到{{event}}', en: 'until {{event}}' },
  'policy.notCounted': { 'zh-CN': '还不计时', 'zh-TW': '還不計時', en: 'not counted yet' },
  'policy.level': { 'zh-CN': '级别', 'zh-TW': '等級', en: 'Level' },
  'policy.level.all': { 'zh-CN': '不分级', 'zh-TW': '不分級', en: 'Every level' },
  'policy.kind': { 'zh-CN': '事由', 'zh-TW': '事由', en: 'Kind of case' },
  'policy.kind.all': { 'zh-CN': '不分事由', 'zh-TW': '不分事由', en: 'Every kind' },
  'policy.rule': { 'zh-CN': '条款', 'zh-TW': '條款', en: 'Rule' },
  'policy.ruleOdd': {
    'zh-CN': '写成 R044，几条用空格隔开',
    'zh-TW': '寫成 R044，幾條用空格隔開',
    en: 'As R044, several with spaces',
  },
  'policy.source.from.paper': { 'zh-CN': '原文', 'zh-TW': '原文', en: 'The paper' },
  'policy.source.from.trade': { 'zh-CN': '照别的行业', 'zh-TW': '照別的行業', en: 'Another trade' },
  'policy.source.ofTrade': { 'zh-CN': '照哪一行', 'zh-TW': '照哪一行', en: 'Which trade' },
  'policy.limitEdit': { 'zh-CN': '改{{what}}', 'zh-TW': '改{{what}}', en: 'Edit {{what}}' },
  'policy.limitMore': { 'zh-CN': '另给一个级别或事由', 'zh-TW': '另給一個等級或事由', en: 'Another level or kind' },
  'policy.limitGone': { 'zh-CN': '去掉', 'zh-TW': '去掉', en: 'Removed' },
  'policy.limitGone.switch': {
    'zh-CN': '换版时不再计',
    'zh-TW': '換版時不再計',
    en: 'no longer counted from the change on',
  },
  'policy.limitGone.finish': { 'zh-CN': '照旧版走完', 'zh-TW': '照舊版走完', en: 'run to their end' },
  'policy.limitBack': { 'zh-CN': '放回{{what}}', 'zh-TW': '放回{{what}}', en: 'Put {{what}} back' },
  'policy.dutyLine': { 'zh-CN': '值班线', 'zh-TW': '值班線', en: 'Duty line' },
  'policy.dutyFirst': {
    'zh-CN': '按值守时间算的期限照这条线走',
    'zh-TW': '按值班時間算的期限照這條線走',
    en: 'Limits in working hours go by this line',
  },
  'policy.addDuty': { 'zh-CN': '加一条值班线', 'zh-TW': '新增一條值班線', en: 'Add a duty line' },
} as const satisfies Words
