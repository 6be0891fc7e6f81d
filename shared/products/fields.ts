import { choice, type FieldEntry, filledLine, line, maybeDay } from '../kit/field-entry.ts'

/** How the day of purchase is known: 发票已核, 客户口述, none. */
export const proofs = ['invoice', 'told', 'none'] as const

/**
 * What is known of a sold product (S15, R166), in the order of the form. Columns, what is sent and shown, the draft, plain cells, papers,
 * headings of an import, erasing and the history follow from here.
 */
export const productFields = [
  {
    /** 产品名称 / 产品类型 */
    key: 'name',
    label: 'products.field.name',
    shape: filledLine(80),
    column: 'text',
    erased: 'kept',
    group: 'product',
    import: {
      target: 'product',
      label: 'customers.importTarget.product',
      reading: 'own',
      headings:
        '产品 产品名称 品名 商品 商品名称 产品类别 设备 设备名称 品类 产品种类 產品 產品名稱 商品名稱 設備 設備名稱 品項 product productname item goods device',
    },
  },
  {
    /** 规格型号 */
    key: 'model',
    label: 'products.field.model',
    shape: line(60),
    column: 'text',
    erased: 'kept',
    group: 'product',
    import: {
      label: 'customers.importTarget.model',
      reading: 'own',
      headings:
        '型号 产品型号 规格型号 机型 规格 设备型号 型號 產品型號 機型 規格 規格型號 model modelno modelnumber producttype',
    },
  },
  {
    /** 出厂编号 */
    key: 'serialNo',
    label: 'products.field.serialNo',
    shape: line(60),
    column: 'text',
    erased: 'kept',
    group: 'product',
    import: {
      label: 'customers.importTarget.serialNo',
      reading: 'own',
      headings:
        '出厂编号 序列号 机号 机身号 机身编号 产品编号 产品序列号 条码 机器编号 设备编号 sn码 编码 车架号 ' +
        '出廠編號 序號 機號 機身號碼 產品序號 產品編號 條碼 serialno serialnumber serial sn s/n barcode',
    },
  },
  {
    key: 'purchasedOn',
    label: 'products.field.purchasedOn',
    shape: maybeDay(),
    column: 'maybeDay',
    erased: 'kept',
    group: 'product',
    import: {
      label: 'customers.importTarget.purchasedOn',
      reading: 'own',
      headings:
        '购买日期 购机日期 购买时间 售出日期 销售日期 购机时间 售出时间 出售日期 购货日期 安装日期 发票日期 购置日期 ' +
        '購買日期 購機日期 售出日期 銷售日期 安裝日期 購買時間 purchasedon purchasedate dateofpurchase saledate solddate soldon',
    },
  },
  {
    key: 'proof',
    label: 'products.field.proof',
    shape: choice(proofs, 'none'),
    column: 'text',
    erased: 'kept',
    words: 'products.proof',
    group: 'product',
  },
  {
    /** 发票号 */
    key: 'invoiceNo',
    label: 'products.field.invoiceNo',
    shape: line(40),
    column: 'text',
    erased: 'kept',
    group: 'product',
    paper: { F01: 'invoiceNo' },
  },
  {
    /** 验收交付日期: starts the warranty where the preset says so (R137, R140). */
    key: 'acceptedOn',
    label: 'products.field.acceptedOn',
    shape: maybeDay(),
    column: 'maybeDay',
    erased: 'kept',
    group: 'product',
  },
  {
    key: 'dealer',
    label: 'products.field.dealer',
    shape: line(80),
    column: 'text',
    erased: 'kept',
    group: 'product',
    import: {
      label: 'customers.importTarget.dealer',
      reading: 'own',
      headings:
        '经销商 销售单位 购买商场 商场 购买单位 销售网点 门店 代理商 经销单位 經銷商 銷售單位 門市 代理商 dealer shop store seller reseller',
    },
  },
  {
    key: 'note',
    label: 'products.field.note',
    shape: line(200),
    column: 'text',
    erased: 'kept',
    group: 'product',
  },
] as const satisfies readonly FieldEntry[]
