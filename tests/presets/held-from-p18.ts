import {
  afterwards,
  type Check,
  count,
  duty,
  everyHour,
  free,
  type Later,
  later,
  limits,
  part,
  says,
  spansIn,
  term,
  weekdays,
} from './paper-checks.ts'

/** Each row of the papers of P18 to P34, `trade/item`, with where it is held. */
export const heldFromP18: Readonly<Record<string, Check | Later>> = {
  'P18/Answer': says(({ calls }) => calls.answerSeconds === 10 && calls.rule === 'R001', 'not ten seconds'),
  'P18/Meet': limits({ clock: 'meet', rule: 'R263', startsAt: 'parked' }),
  'P18/File built': limits({ clock: 'fileBuilt', rule: 'R162', startsAt: 'finished', hours: 'days' }),
  'P18/First follow-up': says(({ clocks }) => {
    const first = clocks.find(({ rule }) => rule === 'R175')
    return first?.notBeforeMinutes === 3 * 1440 && first.limitMinutes === 7 * 1440 && first.startsAt === 'finished'
  }, 'not day 3 to 7'),
  'P18/Second follow-up': says(({ clocks }) => {
    const second = clocks.find(({ rule }) => rule === 'R177')
    return (
      second?.notBeforeMinutes === 7 * 1440 && second.limitMinutes === 14 * 1440 && second.startsAt === 'followedUp'
    )
  }, 'not F+7 to F+14 (C20)'),
  'P18/Phone topics': later('followups'),
  'P18/Unsolved': limits({ clock: 'escalate', rule: 'R180', startsAt: 'noted', hours: 'days' }),
  'P18/Campaign': later('messages'),
  'P18/Work-plan cover': later('reports'),
  'P18/Penalties': later('settlement'),
  'P18/Workday': later('settlement'),
  'P19/Service': term('accepted', 'completion'),
  'P19/After the contract period': afterwards('partsOnly'),
  'P19/Working time': duty(weekdays(9)),
  'P19/Response on site': limits({ clock: 'visit', rule: 'R092', level: 'normal' }),
  'P19/Emergency': limits({ clock: 'visit', rule: 'R093', level: 'emergency' }),
  'P19/Follow-up': later('followups'),
  'P19/Checks': later('maintenance'),
  'P20/Roles': later('admin'),
  'P20/Core': later('followups'),
  'P21/Warranty': term('accepted', 'acceptance and hand-over'),
  'P21/Acceptance date not on file': says(
    ({ warranty }) => warranty.fallback === 'purchased' && warranty.fallbackRule === 'house',
    'no stand-in',
  ),
  'P21/Afterwards': afterwards('partsOnly'),
  'P21/Register fields': says(
    ({ register }) => register.filter(({ rule }) => rule === 'R010').length === 5,
    'not five',
  ),
  'P21/Complaint': later('complaints'),
  'P21/Monthly': later('reports'),
  'P21/Staff and satisfaction': later('reports'),
  'P21/Categories': count('categories', 4),
  'P22/Water test': later('maintenance'),
  'P22/Full service': later('maintenance'),
  'P22/Appointment discount': later('settlement'),
  'P23/Hour allowance': later('settlement'),
  'P23/Base pay': later('settlement'),
  'P23/Handover': later('settlement'),
  'P23/Commission': later('settlement'),
  'P23/Exam': later('settlement'),
  'P24/Up to 1000 yuan': limits({ clock: 'visit', rule: 'R247', level: 'upTo', startsAt: 'assigned' }),
  'P24/Above 1000 yuan': limits({ clock: 'visit', rule: 'R249', level: 'above', startsAt: 'assigned' }),
  'P24/Urgent': count('levels', 1),
  'P24/Reporting': later('reports'),
  'P24/Sign-off': later('sheets'),
  'P25/Warranty': term('purchased', 'delivery'),
  'P25/Response': limits({ clock: 'respond', rule: 'R086' }),
  'P25/Loaner': says(({ clocks }, { value }) => {
    const [begins, more] = spansIn(value)
    const loaner = clocks.find(({ rule }) => rule === 'R087')
    return (
      loaner?.notBeforeMinutes === begins &&
      loaner?.limitMinutes === begins! + more! &&
      loaner.startsAt === 'repairBegan'
    )
  }, 'not 48 h after 8 h of repair (C45)'),
  'P25/Checks': later('maintenance'),
  'P25/Call centre': duty(everyHour),
  'P25/After warranty': afterwards('asQuoted'),
  'P26/Accept to dispatch': limits({ clock: 'assign', rule: 'R038' }),
  'P26/Dispatch to finish': limits({ clock: 'solve', rule: 'R039', startsAt: 'assigned' }),
  'P26/Special cases': later('tickets'),
  'P26/Monthly': later('reports'),
  'P27/Warranty': term('accepted'),
  'P27/Response / fix': limits({ clock: 'respond', rule: 'R084' }, { clock: 'solve', rule: 'R085' }),
  'P27/Advice': says(({ kinds }) => kinds.some(({ rule }) => rule === 'R393'), 'no kind of case'),
  'P27/Spare and wear parts': says(({ kinds }) => kinds.some(({ rule }) => rule === 'R394'), 'no kind of case'),
  'P27/First-test success': later('reports'),
  'P28/Software fault': limits(
    { clock: 'respond', rule: 'R089', kind: 'software' },
    { clock: 'visit', rule: 'R090', kind: 'software', startsAt: 'responded' },
  ),
  'P28/After warranty': afterwards('partsOnly'),
  'P28/Discontinued': later('parts'),
  'P28/Software upgrade': says(({ kinds }) => kinds.some(({ rule }) => rule === 'R389'), 'no kind of case'),
  'P28/Manual': later('projects'),
  'P29/Warranty': term('accepted', 'completion acceptance'),
  'P29/Follow-up': later('maintenance'),
  'P30/On site': limits({ clock: 'visit', rule: 'R094' }),
  'P30/Warranty': says(
    ({ warranty }) => warranty.months === null && warranty.freeRules.includes('R155'),
    'a term of ours',
  ),
  'P30/Stages': count('kinds', 4),
  'P31/Inspection': later('maintenance'),
  'P31/Free inspection': later('maintenance'),
  'P31/After warranty': afterwards('asQuoted'),
  'P31/In warranty': free,
  'P31/Loaner': later('parts'),
  'P31/Reports': later('reports'),
  'P32/Follow-up after phone guidance': limits({ clock: 'guide', rule: 'R043', startsAt: 'guided' }),
  'P32/Opening': says(
    (policy) =>
      policy.script.greetingRule === 'R002' &&
      part('greeting')(policy) === '您好' &&
      part('company')(policy) === '{{company}}' &&
      part('offer')(policy).startsWith('请问您需要什么帮助'),
    'not the paper’s opening',
  ),
  'P32/Closing': says(({ script }) => script.closingRule === 'house' && script.closing.length > 0, 'not the house’s'),
  'P32/Visit promise': says(
    ({ promise, clocks }, { value }) =>
      promise?.withinMinutes === spansIn(value)[0] &&
      promise?.rule === 'R044' &&
      clocks.some(
        (each) => each.clock === 'visit' && each.rule === 'R044' && each.limitMinutes === promise.withinMinutes,
      ),
    'not three hours',
  ),
  'P32/Unreachable': says(
    ({ contact }) => contact.attempts === 3 && contact.gapMinutes === 10 && contact.rule === 'R048 R049',
    'not three calls ten minutes apart',
  ),
  'P32/Data difference': says(
    ({ clocks }) =>
      clocks.some(
        (each) => each.clock === 'mismatch' && each.rule === 'R051' && each.hours === 'days' && each.limitMinutes === 0,
      ),
    'not the same day',
  ),
  'P32/Department duties': later('admin'),
  'P33/Test': later('training'),
  'P33/Oil change': later('maintenance'),
  'P33/Filter': later('maintenance'),
  'P34/Duty': (policy, row) => duty(weekdays(8), 'R018')(policy, row) ?? duty(everyHour, 'R019')(policy, row),
  'P34/Level I': limits(
    { clock: 'respond', rule: 'R056', level: 'I' },
    { clock: 'plan', rule: 'R057', level: 'I', startsAt: 'responded' },
    { clock: 'solve', rule: 'R058', level: 'I' },
  ),
  'P34/Level II': limits(
    { clock: 'visit', rule: 'R059', level: 'II' },
    { clock: 'plan', rule: 'R060', level: 'II', startsAt: 'arrived' },
    { clock: 'solve', rule: 'R061', level: 'II' },
  ),
  'P34/Free stage': term('accepted', 'contract acceptance'),
  'P34/Acceptance date not on file': says(
    ({ warranty }) => warranty.fallback === 'purchased' && warranty.fallbackRule === 'house',
    'no stand-in',
  ),
  'P34/Paid stage': afterwards('feeAgreed'),
}
