import { describe, expect, it } from 'vitest'
import { readNotice } from '../../shared/admin/holiday-notice.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周
日）、10月10日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`

const kindsOf = (text: string, year?: number) =>
  Object.fromEntries(readNotice(text, year).days.map(({ on, kind }) => [on, kind]))

describe('a notice of the holidays', () => {
  it('is read as it is published: every day of 2026, its make-up days, its number', () => {
    const { year, source, days, problems } = readNotice(notice2026)
    expect(kindsOf(notice2026)).toEqual(chinaDays2026)
    expect([year, source, problems]).toEqual([2026, '国办发明电〔2025〕7号', []])
    expect(days.find(({ on }) => on === '2026-02-14')).toEqual({ on: '2026-02-14', kind: 'working', name: '春节' })
  })

  it.each([
    [
      '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
      2023,
      { '2022-12-31': 'off', '2023-01-01': 'off', '2023-01-02': 'off' },
    ],
    ['一、元旦：1月1日（周三）放假1天，不调休。', 2025, { '2025-01-01': 'off' }],
    ['一、元旦：1月1日放假，与周末连休。', 2024, { '2024-01-01': 'off' }],
    [
      '六、国庆节：10月1日放假。9月28日、29日上班。',
      2025,
      { '2025-09-28': 'working', '2025-09-29': 'working', '2025-10-01': 'off' },
    ],
    [
      '二、春节：1月28日至2月1日放假。鼓励安排职工在除夕（2月9日）休息。',
      2025,
      { '2025-01-28': 'off', '2025-01-29': 'off', '2025-01-30': 'off', '2025-01-31': 'off', '2025-02-01': 'off' },
    ],
    [
      '一、元旦：12月30日至1月2日放假调休，共4天。',
      2026,
      { '2026-12-30': 'off', '2026-12-31': 'off', '2027-01-01': 'off', '2027-01-02': 'off' },
    ],
    ['日期,安排,名称\n2027-02-06,休,春节\n2027/2/14,班,春节\n', 2027, { '2027-02-06': 'off', '2027-02-14': 'working' }],
    ['20270206\toff\tSpring\n2027.2.14 working', 2027, { '2027-02-06': 'off', '2027-02-14': 'working' }],
  ])('%s', (text, year, days) => {
    expect(kindsOf(text, year)).toEqual(days)
    expect(readNotice(text, year).problems.filter(({ reason }) => reason !== 'statutory')).toEqual([])
  })

  it.each([
    ['一、元旦：1月1日（周五）放假，共1天。', 'weekday', '1月1日(周五)'],
    ['一、元旦：1月1日（周四）至3日（周六）放假，共4天。', 'count', '1月1日(周四)至3日(周六)放假,共4天'],
    ['一、元旦：2月30日放假。', 'unread', '2月30日'],
    ['一、元旦：1月1日放假。\n二、春节：1月1日放假。', 'twice', '2026-01-01'],
    ['一、元旦：1月1日放假。', 'statutory', '2026-05-01'],
    ['2026-01-01,休\n2026-01-02,也许', 'unread', '2026-01-02,也许'],
  ])('%s has something to look at: %s', (text, reason, place) => {
    expect(readNotice(text, 2026).problems).toContainEqual({ reason, text: place })
  })

  it('a text without days says nothing, and no year is made up', () => {
    expect(readNotice('下周三起调休')).toEqual({ year: null, source: '', days: [], problems: [] })
  })
})
