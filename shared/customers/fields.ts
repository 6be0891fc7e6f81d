import { type FieldEntry, filledLine, line, longText, policyChoice } from '../kit/field-entry.ts'

/**
 * What is known of a customer besides its people and numbers (客户档案 S13), in the order of the form. Columns, what is sent and shown, the draft,
 * plain cells, the page, papers, import, the list with its file, erasing and the history follow from here.
 */
export const customerFields = [
  {
    key: 'name',
    label: 'customers.field.name',
    shape: filledLine(80),
    column: 'text',
    erased: 'numbered',
    group: 'who',
    listed: { width: 'name', isSortable: true },
    import: {
      label: 'customers.importTarget.name',
      reading: 'own',
      headings:
        '姓名 客户姓名 用户姓名 客户名称 用户名称 客户 用户 单位 单位名称 公司 公司名称 名称 机主 业主 业主姓名 车主 户主 顾客 顾客姓名 会员姓名 收货人 ' +
        '客戶姓名 客戶名稱 用戶姓名 用戶名稱 客戶 用戶 單位 單位名稱 公司名稱 名稱 業主 顧客姓名 name customer customername fullname clientname client company',
    },
  },
  {
    /** 用户类别 (R168): a code of the policies' own list. */
    key: 'category',
    label: 'customers.field.category',
    shape: policyChoice('categories'),
    column: 'text',
    erased: 'kept',
    group: 'who',
    listed: { width: 'word', isSortable: true },
    import: {
      reading: 'own',
      headings:
        '用户类别 客户类别 类别 客户类型 用户类型 客户等级 等级 用戶類別 客戶類別 類別 客戶類型 客戶等級 category customertype type',
    },
  },
  {
    key: 'address',
    label: 'customers.field.address',
    shape: line(200),
    column: 'text',
    sight: 'address',
    erased: 'emptied',
    group: 'where',
    page: { section: 'addresses', label: 'customers.people.visit' },
    listed: { width: 'rest' },
    import: {
      label: 'customers.importTarget.address',
      reading: 'own',
      headings:
        '地址 详细地址 联系地址 客户地址 用户地址 家庭地址 住址 家庭住址 单位地址 安装地址 通讯地址 收货地址 楼盘地址 ' +
        '詳細地址 聯絡地址 客戶地址 用戶地址 通訊地址 安裝地址 address homeaddress street streetaddress',
    },
  },
  {
    /** 走北门，11:00–12:00 就餐不进后厨 */
    key: 'addressNote',
    label: 'customers.field.addressNote',
    shape: line(200),
    column: 'text',
    sight: 'address',
    erased: 'emptied',
    group: 'where',
    page: { section: 'addresses', label: 'customers.people.way', isDim: true },
  },
  {
    key: 'invoiceAddress',
    label: 'customers.field.invoiceAddress',
    shape: line(200),
    column: 'text',
    sight: 'address',
    erased: 'emptied',
    group: 'where',
    page: { section: 'addresses', label: 'customers.people.invoice' },
  },
  {
    key: 'bestTime',
    label: 'customers.field.bestTime',
    shape: line(60),
    column: 'text',
    erased: 'emptied',
    group: 'agreed',
    example: '14:00–16:30',
    page: { section: 'agreed' },
    paper: { F11: 'bestTime' },
  },
  {
    /** 客户来源: how the customer came to us, in the firm's own words. */
    key: 'leadSource',
    label: 'customers.field.leadSource',
    shape: line(40),
    column: 'laterText',
    erased: 'emptied',
    group: 'agreed',
    usual: 'customers.leadSource.usual',
    page: { section: 'agreed' },
    listed: { width: 'words', isSortable: true, isExtra: true },
    import: {
      headings:
        '客户来源 用户来源 来源 来源渠道 获客渠道 获客来源 客源 客戶來源 用戶來源 來源 來源管道 獲客管道 leadsource customersource source',
    },
  },
  {
    key: 'note',
    label: 'customers.field.note',
    shape: longText(2000),
    column: 'text',
    erased: 'emptied',
    group: 'agreed',
    page: { section: 'note' },
    import: {
      reading: 'own',
      headings: '备注 说明 附注 备考 其他 備註 說明 附註 note notes remark remarks comment comments memo',
    },
  },
] as const satisfies readonly FieldEntry[]
