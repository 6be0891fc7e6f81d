import { below, pick } from './seeded.ts'

// Surnames stand as often as they are common.
const surnames = [
  ...'王王王王王王李李李李李李张张张张张刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const given = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰建国玉芬海志文华新春小红梅玲凤云飞龙鹏辉宇浩然子轩梓涵思雨欣怡晨曦佳琪雪莹婷雅倩颖慧燕波斌峰翔宁林森岩松柏青山河江湖清源泉润泽庆福寿康健安乐和顺吉祥瑞祺祥嘉懿宏博远达通广阔',
]
const places = [
  ...[
    '山东省济南市槐荫区',
    '山东省济南市历下区',
    '山东省青岛市市北区',
    '山东省烟台市芝罘区',
    '河南省郑州市金水区',
    '河南省洛阳市涧西区',
  ],
  ...[
    '江苏省南京市鼓楼区',
    '江苏省苏州市姑苏区',
    '浙江省杭州市西湖区',
    '浙江省宁波市海曙区',
    '广东省广州市天河区',
    '广东省深圳市福田区',
  ],
  ...[
    '四川省成都市武侯区',
    '重庆市渝中区',
    '湖北省武汉市江汉区',
    '湖南省长沙市岳麓区',
    '陕西省西安市雁塔区',
    '河北省石家庄市长安区',
  ],
  ...[
    '辽宁省沈阳市和平区',
    '吉林省长春市朝阳区',
    '黑龙江省哈尔滨市南岗区',
    '安徽省合肥市蜀山区',
    '福建省福州市鼓楼区',
    '云南省昆明市五华区',
  ],
  ...[
    '北京市海淀区',
    '上海市浦东新区',
    '天津市河西区',
    '广西壮族自治区南宁市青秀区',
    '内蒙古自治区包头市昆都仑区',
    '新疆维吾尔自治区乌鲁木齐市天山区',
  ],
]
const roads = [
  ...'人民 中山 解放 建设 和平 文化 青年 新华 胜利 长江 黄河 泰山 经十 纬二 青禾 营市 北园 花园 工业 朝阳'.split(' '),
]
const estates = [
  '阳光花园',
  '锦绣小区',
  '碧桂园',
  '万科城',
  '学府苑',
  '书香门第',
  '翡翠湾',
  '银座花园',
  '金域华府',
  '绿城百合',
]
const mobilePrefixes = [
  '130',
  '131',
  '132',
  '133',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '155',
  '158',
  '159',
  '176',
  '177',
  '180',
  '186',
  '187',
  '188',
  '189',
  '199',
]
/** What the customers of the archive own. */
export const productTypes = [
  '双眼大锅灶',
  '三门蒸饭柜',
  '双头小炒炉',
  '矮汤炉',
  '煲仔炉',
  '单头低汤灶',
  '电磁大锅灶',
  '消毒柜',
  '洗碗机',
  '热水器',
]

/** Surname and one or two characters, most often two. */
export function personName(random: () => number): string {
  const length = random() < 0.78 ? 2 : 1
  return pick(random, surnames) + Array.from({ length }, () => pick(random, given)).join('')
}

/** District, road, house, flat: as long as real ones are. */
export function address(random: () => number): string {
  const house = `${pick(random, roads)}路${1 + below(random, 400)}号${pick(random, estates)}`
  return `${pick(random, places)}${house}${1 + below(random, 30)}号楼${1 + below(random, 5)}单元${101 + below(random, 2400)}`
}

/** Eleven digits with a prefix that exists. */
export function mobile(random: () => number): string {
  return `${pick(random, mobilePrefixes)}${String(below(random, 100_000_000)).padStart(8, '0')}`
}

/** Letters, year, month, running number. */
export function serial(random: () => number): string {
  return `DG${15 + below(random, 12)}${String(1 + below(random, 12)).padStart(2, '0')}${String(below(random, 1_000_000)).padStart(6, '0')}`
}
