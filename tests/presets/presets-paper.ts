/**
 * The tests' own copy of the papers: one line a row of each trade's table, `trade | item | value | rules`. What is shipped is held
 * against it; a figure is changed here only when a paper changes.
 */
const table = `
P01 | Assign and reply | 10 min from report | R036
P01 | On site | 2 h | R037
P01 | Whole project warranty | 36 months from commissioning acceptance | R102
P01 | Electrical lines, water/drain pipes, equipment installation | 3 years | R103
P01 | Heating and cooling system | 1 heating season + 1 cooling season | R104
P01 | In warranty | free parts, free repair for quality faults | R105
P01 | After warranty | preferential fee or contract (保外维修保养合同) | R106
P01 | Part supply | 3 years (叁年), preferential price | R107
P01 | Service life | lifetime | R108
P01 | Follow-up | every repair item by phone | R186
P01 | Maintenance | full check before start and before stop of each season; water system 9 items once per season | R207
P01 | Department answer to unsolved question | within the set limit (no number) | R055
P01 | Daily | reconcile accepted vs repaired | R053
P01 | Posts | duties, responsible person, appraisal method on file | R411
P01 | News to users | new functions and techniques at a suitable moment | R412
P01 | Safety | measures set, hidden dangers handled in time | R413
P01 | Service network (facts) | 68 managers, 23 centres, 29 stations, 110 repair and commissioning staff |
P02 | Feedback on general problem | 1 h | R063
P02 | Solved | 8 h | R064
P02 | Free maintenance | 12 months; start event not in the paper: open field | R109
P02 | Included | data maintenance and repair, also after user error | R110
P02 | Advice only | unstable OS, virus, procedure not followed | R111
P02 | Escalation | phone to remote | R065
P02 | Personal change | duration and fee per case | R112
P02 | Training | operators until able to work alone | R299
P03 | Duty | free 24-h phone, three-level service system | R022
P03 | Training | within 2 days after acceptance | R297
P03 | Force majeure | parts + labour, common part at market price, special part at own list; invoice or receipt | R113
P03 | Follow-up | periodic quality tracking and on-site check (no number) | R197
P03 | Services offered | technical design, building guidance, consulting, user training | R415
P04 | Response | 2 h | R066
P04 | On site for repair | 12 h | R067
P04 | On-site guidance | 24 h | R068
P04 | Line | dedicated after-sales line: answer, record, solution | R399
P04 | Guidance before the sale and in use | on site (no number) | R400
P04 | Repeated repair | same device, same problem, 3 in a row failed -> new same brand and model | R114
P04 | After warranty | part cost only, no labour or technical fee | R116
P04 | Genuine parts | for the design life | R117
P04 | Unpacking | repair, exchange or new | R118
P04 | Training | unlimited people; at least 2 per year | R298
P05 | Project manager | satisfaction below 50 % -> replacement considered | R327
P05 | Sales GM visit | at least 1; hears owner and builder, appraises the manager | R328
P06 | Tiers | 6: 积分, 白银, 黄金, 白金, 钻石, 黑金卡; by quarter mileage | R311
P06 | Privileges | 优先派单, 免费升舱, 免费延时等候, VIP 客服, 生日红包, 积分兑换, 套餐优惠, 倾斜派单, 价格动态保护, 客服专线, CIP 快速通道 | R378
P06 | Three special privileges | 专属出行礼包, 海量生活福利, 会员专属客服 |
P06 | Modules | 9: management, tags, tiers, care, analysis, spend reminder, online/offline, campaigns, products |
P06 | Tags | by consumption frequency etc.; own marketing per class | R408
P06 | Campaigns | rules from data, live effect | R409
P06 | Products | classes, details, purchase-sale-stock | R406
P06 | Member zone | in the points mall | R407
P07 | Warranty | 1 year from delivery; maintenance for life | R120
P07 | Exchange | after 2 unsuccessful repairs of the same defect | R122
P07 | Exchanged product | warranty restarts on exchange day | R123
P07 | Refund | three alternative conditions; the first is 2 repairs, then an exchange, still failing | R124
P07 | On-site check | within 1 week of hand-over | R183
P07 | Extras | one full cleaning before acceptance; care training after acceptance; spare parts given | R333
P07 | Before the sale | incl. product simulation, visits to reference projects | R379
P08 | Stages | 11, with 10 hand-overs | R343
P08 | Signatures | 7 | R346
P08 | Home appointments | up to 3, in stages 4 and 7 | R348
P09 | Warranty | 12 months from final acceptance = 1 year | R125
P09 | Response | 24 h | R082
P09 | Inquiry about a defect | at once (24 h is the outer limit) | R392
P09 | Free repair or replacement | within 7 days of notice | R083
P09 | In warranty | spare parts, consumables, testing/calibration, repair free | R126
P09 | Afterwards | material cost; consumables lowest cost for life | R127
P09 | Training | on site, free | R391
P10 | Duty | 7 x 24 | R020
P10 | Response and task done | 4 h | R075
P10 | On site if unsolved | 4 h | R076
P10 | Fault diagnosis report | 5 h | R077
P10 | Too late | user may entrust another company | R078
P10 | Levels 1 and 2 | immediate | R079
P10 | Level 3 | text missing | R081
P10 | Warranty | installation, trial run, and warranty after final acceptance free | R128
P10 | Parts on request | in time (no number) | R416
P11 | EMS transit | 5-7 working days (English text), "after 7 working days" (Chinese text) | R319
P11 | Tracking visible | 1-2 working days | R320
P11 | Customs notice | with hand-over date | R321
P12 | Follow-up | 1 day, 1 week, 28 days, monthly, near the end of the product | R182
P12 | Complaints | at once, at the customer's home | R219
P12 | Honour customer | 5 criteria | R317
P12 | Honour activities | 7 kinds | R403
P12 | Speaker customer | mark beside honour customer | R405
P12 | Service talk | effect, way of taking, questions, health news | R404
P13 | Phone manned | 8 h of each working day | R017
P13 | Quotation | unified price | R028
P13 | Outbound call | greeting, company, own name; thanks + goodbye | R398
P14 | Staff | centre of 20, of which 16 technicians; posts 1 + 4 (two groups) + 1 + 1 + 1 = 8 named | R024
P14 | Escalation | four kinds of fault + technical difficulty | R100
P14 | Large maintenance | quarterly, yearly | R209
P14 | Complaints | general manager's office until satisfied | R218
P14 | Follow-up | every customer, at set times (no interval) | R396
P14 | Patrol | two groups in turn | R397
P15 | Duty | 7 x 24 | R021
P15 | Response / on site / fix | 2 h / 12 h / 24 h | R069
P15 | After 24 h | same or higher part free; spare unit until repaired | R073
P15 | Warranty | 3 years from acceptance; light source and electrical 3, lamp 5, pole 20 years | R131
P15 | After completion | technician on site for one month | R189
P15 | Late delivery | 0.5 % of the late goods' price per day | R329
P15 | Training | one course, 1-2 administrators | R300
P15 | On-site service | install, commission, solve on the spot | R414
P16 | On site | at most 2 h | R095
P17 | Design plan | 2 days | R096
P17 | Factory repair | 5 working days after arrival | R097
P17 | Follow-up | every service: attitude, quality, fault-solving level | R187
P17 | Free period | component or production cause free; otherwise cost price | R132
P17 | Software | free upgrade; patches irregular | R358
P17 | Product training | three levels | R401
P18 | Answer | 10 s | R001
P18 | Meet | 1 min after parking | R263
P18 | File built | 2 days | R162
P18 | First follow-up | day 3 to 7 | R175
P18 | Second follow-up | within 7 days after one week from the first | R177
P18 | Phone topics | seven | R388
P18 | Unsolved | supervisor within 2 days; customer told on the day of the answer | R180
P18 | Campaign | phone 2 weeks before; letter within 2 days after the phone notice | R308
P18 | Work-plan cover | 汇报人, 职务, 日期 | R402
P18 | Penalties | 20, 50-100, 10 per case, 50 per time, 50 per vehicle, 30-100 yuan | R277
P18 | Workday | 09:00 meeting; leave 1 day ahead; no approval within 30 min before work | R278
P19 | Service | 1 year after completion, then for life at material cost | R135
P19 | After the contract period | for life, preventive maintenance included; material cost only | R136
P19 | Working time | Mon-Fri 09:00-18:00 | R025
P19 | Response on site | 24 h | R092
P19 | Emergency | 2 h | R093
P19 | Follow-up | monthly call or visit | R184
P19 | Checks | days 30, 100, 200, 300 | R185
P20 | Roles | administrator (users, customers); follow-up user (follow-ups, customers) | R335 R337
P20 | Core | questionnaire: product evaluation, service satisfaction | R199
P21 | Warranty | 1 year from acceptance and hand-over to the final user | R137
P21 | Acceptance date not on file | purchase date: house default | R417
P21 | Afterwards | part cost only | R139
P21 | Register fields | 5 | R010
P21 | Complaint | in person, always | R213
P21 | Monthly | analysis to general manager, factory director, departments | R339
P21 | Staff and satisfaction | verified by the quality service department | R395
P21 | Categories | 4 | R168
P22 | Water test | yearly | R204
P22 | Full service | 4-5 years | R205
P22 | Appointment discount | 9折 (10 % off) | R160
P23 | Hour allowance | 10 / 15 / 20 yuan direct; 5 / 3 yuan indirect | R283
P23 | Base pay | 800/1000, 1200/1500, 2000/2500 yuan | R287
P23 | Handover | 100 yuan per machine | R288
P23 | Commission | 15 % of net profit; 15 % of it held in warranty; 30 % lead, 70 % equal | R290
P23 | Exam | 200 yuan | R296
P24 | Up to 1000 yuan | contractor on site in 24 h, else 200 % | R247
P24 | Above 1000 yuan | 36 h, else 200 % | R249
P24 | Urgent | own repair at 100 % | R245
P24 | Reporting | monthly, quarterly | R254
P24 | Sign-off | 4 signatures | R173
P25 | Warranty | 2 years; lifetime maintenance; software lifetime free upgrade | R143
P25 | Response | 1 h | R086
P25 | Loaner | after 8 h of repair, within 48 h | R087
P25 | Checks | once a quarter; at least 2 annual checks | R203
P25 | Call centre | 24 h | R023
P25 | After warranty | paid, same mode and response | R144
P26 | Accept to dispatch | 4 h | R038
P26 | Dispatch to finish | 6 h | R039
P26 | Special cases | 8 h (holiday, waiting for part, other customer reason) | R040
P26 | Monthly | return quantity, success rate, DOA | R229
P27 | Warranty | at least 1 year, free visit | R148
P27 | Response / fix | 1 h / 24 h | R084
P27 | Advice | application and technical advice for life | R393
P27 | Spare and wear parts | promptly (no number) | R394
P27 | First-test success | above 95 % | R331
P28 | Software fault | 1 h by phone or fax; on site 2 h later | R089
P28 | After warranty | bid price, repair free | R150
P28 | Discontinued | same function at bid price | R151
P28 | Software upgrade | free | R389
P28 | Manual | draft 1 month before commissioning | R307
P29 | Warranty | 2 years from completion acceptance | R152
P29 | Follow-up | periodic check, visit; technical visit by design department | R193
P30 | On site | 24 h | R094
P30 | Warranty | contract and national rule | R155
P30 | Stages | 4 | R368
P31 | Inspection | every other month | R201
P31 | Free inspection | once a quarter | R202
P31 | After warranty | bid price; repair not above market; labour by national rule; city travel 0; training free | R156
P31 | In warranty | software upgrade and detailed design free | R390
P31 | Loaner | free | R158
P31 | Reports | monthly | R334
P32 | Follow-up after phone guidance | 3 h | R043
P32 | Opening | 您好, brand, 请问您需要什么帮助 | R002
P32 | Closing | none in the paper: house default | R003
P32 | Visit promise | 3 h, else apology and agreed time | R044
P32 | Unreachable | 3 calls, 10 min apart, then internal desk | R048 R049
P32 | Data difference | same day | R051
P32 | Department duties | 5, product sale among them | R410
P33 | Test | 100 points: 15 + 65 + 20 | R306
P33 | Oil change | 3-5 years | R206
P33 | Filter | 2 DN, 50 um | R262
P34 | Duty | 5 x 8 line, 7 x 24 mobile | R018
P34 | Level I | response 1 h, plan 30 min, fix 4 h | R056 R057 R058
P34 | Level II | on site 2 h, plan 1 h, fix 8 h | R059 R060 R061
P34 | Free stage | 3 years from contract acceptance | R140
P34 | Acceptance date not on file | sale date: house default | R417
P34 | Paid stage | from the end of the free stage | R141
`

/** A row of a trade's table. `rules` is empty for a fact no rule speaks of. */
export interface PaperRow {
  trade: string
  item: string
  value: string
  rules: readonly string[]
}

/** Every row of every table, in the papers' order. */
export const paperRows: readonly PaperRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [trade = '', item = '', value = '', rules = ''] = line.split('|').map((cell) => cell.trim())
    return { trade, item, value, rules: rules.split(' ').filter(Boolean) }
  })
