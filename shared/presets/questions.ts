import type { RegisterEntry, RegisterField } from './schema.ts'
import { said, type Said } from './wording.ts'

/** Names of the register's fields as trades say them: beside the field, and inside a sentence where that is shorter. */
const labels = {
  user: [
    ['用户姓名', '用戶姓名', 'User name'],
    ['姓名', '姓名', 'name'],
  ],
  unit: [
    ['单位名称', '單位名稱', 'Customer'],
    ['单位', '單位', 'customer'],
  ],
  hospital: [
    ['医院科室', '醫院科別', 'Hospital, department'],
    ['科室', '科別', 'department'],
  ],
  laboratory: [
    ['实验室', '實驗室', 'Laboratory'],
    ['实验室', '實驗室', 'laboratory'],
  ],
  project: [
    ['项目名称', '案場名稱', 'Project'],
    ['项目', '案場', 'project'],
  ],
  houseOwner: [
    ['业主姓名', '屋主姓名', 'Owner'],
    ['业主', '屋主', 'owner'],
  ],
  carOwner: [
    ['车主姓名', '車主姓名', 'Car owner'],
    ['车主', '車主', 'car owner'],
  ],
  member: [
    ['会员姓名', '會員姓名', 'Member'],
    ['会员', '會員', 'member'],
  ],
  buyer: [
    ['买家', '買家', 'Buyer'],
    ['买家', '買家', 'buyer'],
  ],
  customer: [
    ['客户名称', '客戶名稱', 'Customer'],
    ['客户', '客戶', 'customer'],
  ],
  contact: [
    ['联系人', '聯絡人', 'Contact'],
    ['联系人', '聯絡人', 'contact'],
  ],
  phone: [
    ['联系电话', '聯絡電話', 'Phone'],
    ['电话', '電話', 'phone'],
  ],
  address: [
    ['地址', '地址', 'Address'],
    ['地址', '地址', 'address'],
  ],
  unitAddress: [
    ['单位地址', '單位地址', 'Address'],
    ['单位地址', '單位地址', 'address'],
  ],
  siteAddress: [
    ['现场地址', '現場地址', 'Site'],
    ['现场地址', '現場地址', 'site'],
  ],
  room: [
    ['楼栋房号', '棟別房號', 'Building, flat'],
    ['房号', '房號', 'flat'],
  ],
  shipTo: [
    ['收货地址', '收件地址', 'Ship-to address'],
    ['收货地址', '收件地址', 'ship-to address'],
  ],
  stake: [
    ['路段桩号', '路段樁號', 'Road section'],
    ['路段', '路段', 'road section'],
  ],
  product: [
    ['产品名称', '產品名稱', 'Product'],
    ['产品', '產品', 'product'],
  ],
  productType: [
    ['产品类型', '產品類型', 'Product type'],
    ['产品类型', '產品類型', 'product type'],
  ],
  module: [
    ['软件模块', '軟體模組', 'Module'],
    ['模块', '模組', 'module'],
  ],
  system: [
    ['系统名称', '系統名稱', 'System'],
    ['系统', '系統', 'system'],
  ],
  vehicle: [
    ['车型', '車型', 'Vehicle model'],
    ['车型', '車型', 'model'],
  ],
  machine: [
    ['机型', '機型', 'Machine model'],
    ['机型', '機型', 'model'],
  ],
  watch: [
    ['手表型号', '手錶型號', 'Watch model'],
    ['型号', '型號', 'model'],
  ],
  place: [
    ['报修部位', '報修部位', 'Part of the house'],
    ['部位', '部位', 'part'],
  ],
  goods: [
    ['商品', '商品', 'Goods'],
    ['商品', '商品', 'goods'],
  ],
  service: [
    ['服务项目', '服務項目', 'Service'],
    ['项目', '項目', 'service'],
  ],
  serialNo: [
    ['出厂编号', '出廠編號', 'Serial number'],
    ['编号', '編號', 'serial number'],
  ],
  plate: [
    ['车牌号', '車牌號碼', 'Plate number'],
    ['车牌', '車牌', 'plate'],
  ],
  orderNo: [
    ['订单号', '訂單編號', 'Order number'],
    ['订单号', '訂單編號', 'order number'],
  ],
  lampNo: [
    ['灯杆编号', '燈桿編號', 'Pole number'],
    ['杆号', '桿號', 'pole number'],
  ],
  pointNo: [
    ['点位编号', '點位編號', 'Point number'],
    ['点位', '點位', 'point'],
  ],
  lotNo: [
    ['批号', '批號', 'Lot number'],
    ['批号', '批號', 'lot'],
  ],
  cardNo: [
    ['会员卡号', '會員卡號', 'Card number'],
    ['卡号', '卡號', 'card number'],
  ],
  meterNo: [
    ['表号', '表號', 'Meter number'],
    ['表号', '表號', 'meter number'],
  ],
  purchasedOn: [
    ['购买日期', '購買日期', 'Purchase date'],
    ['购买日期', '購買日期', 'purchase date'],
  ],
  soldOn: [
    ['售出日期', '售出日期', 'Sale date'],
    ['售出日期', '售出日期', 'sale date'],
  ],
  startedOn: [
    ['开始服用日期', '開始食用日期', 'First day of taking'],
    ['开始日期', '開始日期', 'first day'],
  ],
  acceptedOn: [
    ['验收日期', '驗收日期', 'Acceptance date'],
    ['验收日期', '驗收日期', 'acceptance date'],
  ],
  deliveredOn: [
    ['交货日期', '交貨日期', 'Delivery date'],
    ['交货日期', '交貨日期', 'delivery date'],
  ],
  completedOn: [
    ['竣工日期', '竣工日期', 'Completion date'],
    ['竣工日期', '竣工日期', 'completion date'],
  ],
  handedOverOn: [
    ['交房日期', '交屋日期', 'Hand-over date'],
    ['交房日期', '交屋日期', 'hand-over date'],
  ],
  liveOn: [
    ['上线日期', '上線日期', 'Went live on'],
    ['上线日期', '上線日期', 'go-live date'],
  ],
  contractOn: [
    ['合同日期', '合約日期', 'Contract date'],
    ['合同日期', '合約日期', 'contract date'],
  ],
  orderedOn: [
    ['下单日期', '下單日期', 'Order date'],
    ['下单日期', '下單日期', 'order date'],
  ],
  servedOn: [
    ['服务日期', '服務日期', 'Service date'],
    ['服务日期', '服務日期', 'service date'],
  ],
  carBoughtOn: [
    ['购车日期', '購車日期', 'Bought on'],
    ['购车日期', '購車日期', 'date of purchase'],
  ],
  homeBoughtOn: [
    ['购房日期', '購屋日期', 'Bought on'],
    ['购房日期', '購屋日期', 'date of purchase'],
  ],
  symptom: [
    ['故障现象', '故障現象', 'Symptom'],
    ['故障现象', '故障現象', 'symptom'],
  ],
  qualityProblem: [
    ['质量问题', '品質問題', 'Quality problem'],
    ['质量问题', '品質問題', 'quality problem'],
  ],
  request: [
    ['客户诉求', '客戶需求', 'Request'],
    ['诉求', '需求', 'request'],
  ],
  level: [
    ['故障级别', '故障等級', 'Fault level'],
    ['故障级别', '故障等級', 'fault level'],
  ],
  impact: [
    ['影响', '影響', 'Impact'],
    ['影响', '影響', 'impact'],
  ],
  size: [
    ['工程大小', '工程大小', 'Size of the job'],
    ['工程大小', '工程大小', 'size'],
  ],
  visit: [
    ['约定上门', '約定到府', 'Agreed visit'],
    ['上门时间', '到府時間', 'visit'],
  ],
  visitSite: [
    ['约定到场', '約定到場', 'Agreed visit'],
    ['到场时间', '到場時間', 'visit'],
  ],
  booking: [
    ['预约到店', '預約到店', 'Appointment'],
    ['到店时间', '到店時間', 'appointment'],
  ],
  within3h: [
    ['3 小时内', '3 小時內', 'Within 3 h'],
    ['3 小时内', '3 小時內', 'within 3 h'],
  ],
} as const satisfies Record<string, readonly [beside: Said, inSentence: Said]>

type Label = keyof typeof labels

const entry =
  (neededFor: RegisterEntry['neededFor']) =>
  (field: RegisterField, label: Label, rule: string, words: Said): RegisterEntry => ({
    field,
    label: said(labels[label][0]),
    short: said(labels[label][1]),
    ask: said(words),
    neededFor,
    rule,
  })

/** Asked on the phone; a blank one blocks saving a repair request. `rule` is `house` where the paper asks no such thing. */
export const ask = entry('save')

/** Asked before somebody is sent. */
export const askBeforeSending = entry('dispatch')

/** Asked, and left blank where the caller does not know. */
export const askIfKnown = entry('never')
