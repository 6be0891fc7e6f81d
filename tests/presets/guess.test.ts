import { expect, it } from 'vitest'
import { presets } from '../../shared/presets/catalog.ts'
import { guessTrades } from '../../shared/presets/guess.ts'

/** Three companies a trade, as they call themselves in Mainland China, in Taiwan and in English. */
const companies: readonly (readonly [trade: string, ...names: string[]])[] = [
  ['P01', '山东格瑞中央空调设备有限公司', '北辰冷氣空調工程行', 'Everest HVAC Services Ltd'],
  ['P02', '杭州联众医疗信息科技有限公司', '康橋醫療資訊股份有限公司', 'Meditrack Hospital Software Inc.'],
  ['P03', '阳光太阳能热水器厂', '日昇太陽能熱水器有限公司', 'Helios Solar Water Heaters'],
  ['P04', '华东机电设备成套有限公司', '大同機電設備股份有限公司', 'Northern Equipment Supply Co.'],
  ['P05', '九重防盗门业', '安家鍛造防盜門行', 'Fortress Security Doors'],
  ['P06', '畅行网约车会员服务中心', '樂活會員俱樂部', 'Skyline Loyalty & Membership'],
  ['P07', '宏达办公家具有限公司', '優品辦公傢俱行', 'Oakline Office Furniture'],
  ['P08', '联邦高登壁柜衣柜', '居家系統櫃設計', 'Nordic Fitted Wardrobes'],
  ['P09', '宸禄射线防护服器材', '康盾輻射防護衣有限公司', 'RayGuard Radiation Protection'],
  ['P10', '信达计算机网络科技有限公司', '宏碩資訊電腦有限公司', 'Bluebird Computer & Network'],
  ['P11', '义乌跨境电子商务有限公司', '飛躍跨境電商', 'GlobalCart Cross-border E-commerce'],
  ['P12', '福寿保健品营养中心', '樂齡保健食品有限公司', 'Vita Nutrition & Wellness'],
  ['P13', '北京泰远商贸有限公司', '永昌國際貿易有限公司', 'Pacific Trading & Import Export'],
  ['P14', '安泰系统维保运维中心', '中興維運股份有限公司', 'Citywide Facility Maintenance'],
  ['P15', '明亮路灯照明工程', '光明路燈照明有限公司', 'Brightway Street Lighting'],
  ['P16', '华医医疗建筑项目管理有限公司', '潔康手術室淨化工程', 'CareBuild Hospital Building'],
  ['P17', '冠金LED显示屏', '亮彩電視牆顯示屏', 'Pixelwall LED Display'],
  ['P18', '鲁通汽车4S店', '順達汽車保養廠', 'Metro Auto Car Service'],
  ['P19', '金螳螂装饰装修工程', '美居室內設計裝潢', 'Urban Interior Fit-out'],
  ['P20', '满意度回访客服中心', '誠信客服外包回訪', 'Echo Call Centre & Survey'],
  ['P21', '澳瑞特健身器材', '強力運動健身器材行', 'Sunny Fitness Ltd'],
  ['P22', '宝齐莱名表钟表维修', '時光鐘錶手錶行', 'Chronos Watch & Clock'],
  ['P23', '国机重工挖掘机服务', '大地挖土機工程機械', 'Titan Excavator Hire'],
  ['P24', '万嘉房地产客服中心', '遠雄房地產建設', 'Harbour Property Management'],
  ['P25', '太极系统集成有限公司', '凌群系統整合股份有限公司', 'Vertex Systems Integration'],
  ['P26', '联科电脑硬件返修中心', '技宏主機板硬體維修', 'Quantum PC Parts RMA'],
  ['P27', '中科DNA基因试剂', '博生基因試劑有限公司', 'Helix PCR Reagents'],
  ['P28', '智安弱电楼宇智能化', '安控弱電工程', 'SmartHouse Low Voltage Building Automation'],
  ['P29', '盛世断桥铝合金门窗', '大和鋁門窗鋁窗行', 'Clearview Aluminium Windows'],
  ['P30', '中路公路路桥工程', '泰安道路瀝青工程', 'Summit Road & Asphalt'],
  ['P31', '江河物联网监测科技', '智感物聯監測', 'SensorNet IoT Monitoring'],
  ['P32', '禾炊厨具', '濟南旺火爐具廚具行', 'Blue Flame Kitchen Stoves'],
  ['P33', '苍南燃气表流量计', '永準瓦斯表流量計', 'Precise Gas Meter Service'],
  ['P34', '上海华康医疗器械有限公司', '康寧醫療器材行', 'Acme Medical Devices'],
]

it('are three names for each of the thirty-four trades', () =>
  expect(companies.map(([trade]) => trade)).toEqual(presets.map(({ id }) => id).filter((id) => id !== 'P00')))

it.each(companies.flatMap(([trade, ...names]) => names.map((name) => [name, trade] as const)))(
  '%s is guessed as %s',
  (name, trade) => expect(guessTrades(name, presets).map(({ id }) => id)[0]).toBe(trade),
)

it.each(['', '某某有限公司', 'Smith & Sons', 'Wilson Transport Partners', 'Outdoor Chisholm'])(
  '%j is not guessed',
  (name) => expect(guessTrades(name, presets)).toEqual([]),
)
