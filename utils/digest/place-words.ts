/** Words around the names of places: what ends a name, what stands before one, and what only looks like one. */
import { VISIT_VERBS } from './place-units';

/** Behind a unit, these make another word of it: 市场, 区域, 乡村, 镇化. */
export const UNIT_CONTINUES = new Map<string, RegExp>([
  ['市', /^[场民政直级区容值井面况委属域]/],
  ['县', /^[域城级委直属情]/],
  ['区', /^[域间划位别分级委直块内属情]/],
  ['省', /^[级委直份属会情]/],
  ['镇', /^[化域区委级上]/],
  ['乡', /^[村镇亲土贤情愁音级]/],
  ['村', /^[民庄里级组支落镇寨干]/],
  ['街', /^[道区坊头]/],
  ['路', /^[口线面段径灯网]/],
  ['州', /^[委级直]/],
  ['江', /^[苏西南北山]/],
  ['山', /^[东西水区上林脉]/],
  ['湖', /^[南北水泊]/],
  ['河', /^[南北道长流]/],
  ['桥', /^[梁头面]/],
  ['港', /^[口澳]/],
  ['宫', /^[廷]/],
  ['园', /^[区林]/],
  ['中心', /^[组城校小区]/],
]);
/** Stands before a name that only its unit shows, directly. */
export const LEFT_EDGE = new RegExp(
  `(?:^|[^\\p{Script=Han}0-9A-Za-z·]|${VISIT_VERBS}|和|与|及|以及|从|至|往|沿|经|由|对|向|为|是|将|了|的|[市县区镇乡州省村](?=.)|街道|社区)$`,
  'u',
);
export const VISITED = new RegExp(`(?:${VISIT_VERBS})$`);
/** Words that are no part of a name: a candidate that holds one of these is a phrase. */
export const PHRASE =
  /[的了在到和与及对向从把被将是为等这那各每某该本其两几多我你他们也都就还又因并让使以于给由去说看要会能可着过至自之而月日届嘅]|有(?!限|色)|[0-9一二三四五六七八九十百千万]+个|有关|相关|所有|开展|推进|加强|调研|参观|走进|前往|深入|察看|检查|视察|主任|书记|同志|一行|领导|部门|附近|周边|沿线|辖区|谋划|地处|包联|抓好|打开|组织|观摩|关心|下设|增设|绕行|共创|围绕|当前|今年|整个|不断|认真|成立|梳理|提升|拓展|培养|升旗|巡查|负责|全|驻|打造|共建|构建|创建|支持|服务好|做好|搞好|办好|建好|商圈|示范点|市场|整治|部分|发挥|开放|坐镇|强区|超级|领先/;
/** A name does not begin with these: they belong to the verb or the number before it. */
export const PHRASE_START =
  /^(?:[走沿驻赴抓建巡辖设来去入进出回过住想]|第?[0-9一二三四五六七八九十]{1,3}[个条座处所家名位])/;
/** Words of which the name of an institution is made that is named by its kind alone: 党群服务中心, 第一中学, 图书馆. */
export const GENERIC =
  /^(?:党群|党建|党员|活动|服务|文化|文明|新时代|实践|职业|技术|技能|教育|行政|政务|便民|会议|会展|体育|艺术|表演|展示|展览|实验|中心|第[一二三四五六七八九十]+|人民|城市|规划|综合|社区|新|老|老年|镇|县|市|区|村|湿地|森林|科技|工业|产业|创业|创新|示范|现代|物流|公共|国际|国家|国家级|省级|传统|特色|农产品|农业|生态|经济|高新|自然|旅游|度假|风景|康养|养老|健康|医疗|卫生|急救|疾控|图书|博物|纪念|美术|幼儿|高级|初级|中等|中心小学|老旧|居民|商业|商务|金融|数字|智慧|大数据|安置|易地|扶贫|搬迁|保障|志愿|退役军人|矛盾|调解|调处|治理|网格|指挥|应急|消防|交通|客运|长途|汽车|公交|火|高铁|污水|垃圾|处理|生活|建筑|施工|项目|重点|大|小|中|工作|站|美丽|乡村|农村|智能|电子|建设|发展|管理|社会|主题|红色|革命|烈士)*$/;
/** The last word of a candidate that is a common noun: 一路, 思路, 农村, 军分区. */
export const COMMON_NOUN_END =
  /(?:一路|思路|出路|走路|线路|断头路|公路|铁路|道路|高速路|小巷|街巷|老街|农村|乡村|山村|新村|个村|各村|全村|天桥|下水道|跑道|分区|片区|水乡|[一二三四五六七八九十两]区|全区|全市|示范区|实验区|展示区|功能区|城市|下山|爬山|登山|上山|江山|巡河|护河|治河|治水|江湖|五湖|山水|城镇|集镇|乡镇|小镇|背街|大街小巷|步行街|商业街|指挥中心|市中心|中心城区|校园|家园|乐园|平台)$/;
/** A character before the name and its first make a word of their own: 了解|大成镇 is none. */
export const WORD_ACROSS_EDGE = new Set(
  '了解 的确 到达 和谐 为了 由于 经过 从事 对面 是否 将军 来自 来宾 来源 来访 在于 至于 与会 向前 为主 为民 到期 和平 对口 经济 由此 从中 将来 往来 沿途 沿线 以及 在内 对外 为人 为此'.split(
    ' ',
  ),
);
/** Common nouns that look like a name with its unit. */
export const NO_NAMES = new Set(
  '大街 小街 街道 马路 大路 小路 铁路 公路 村镇 城镇 乡镇 集镇 小镇 古镇 老区 新区 特区 地区 城区 市区 山区 社区 大江 长江流域 大河 小河 内河 江河 大山 高山 火山 荒山 小岛 海岛 半岛 群岛 全省 外省 本省 全县 本县 地级市 县级市 直辖市 都市 城市 家乡 故乡 水乡 渔村 古村 农村 山村 新村 中心村 行政村 自然村 示范村 大桥 国道 省道 高速公路 代理区 人和街道'.split(
    ' ',
  ),
);
/** 负责人和街道… would be read as 人和街道. */
export const PERSON_BEFORE = /(?:负责|有关|领导|主持|发言|候选|工作|当事)$/;
/** A division that has become a district or city is still written with its former unit: 沾化县. */
export const FORMER_UNITS = new Set(['县', '市', '区']);
export const STREET_EDGE = /[沿→]$/;
export const LONGEST_LIST_GAP = 4;
/** Of a place known by its unit, in UTF-16 units. */
export const LONGEST_NAME = 18;
/** 平台中, 舞台中 hold no 台中. */
export const WORD_BEFORE_SHORT = /^(?:[平舞后前一两站电讲柜擂]台|其中)/;
/** Between the items of a list of places. */
export const LIST_GAP = /^(?:沿线|一带|旁|段|附近|项目|工地|等)?(?:、|和|与|及|以及)$/;
/** A short name that is part of the name of a street, a park or a station: 扬州路, 中山公园. */
export const SHORT_IN_NAME =
  /^(?:高速公路|大道|大街|路|街|公园|广场|大桥|机场|火车站|站|港|湖|河|江|岛|村|里|苑|寺|沟)(?![口线面段径灯网道区坊头澳南北])/;
/** The same behind the name of an area or of a city abroad: 铜锣湾道, 北角站, 大三巴牌坊, 阿姆斯特丹市. */
export const AREA_IN_NAME =
  /^(?:[东西南北]?站(?![点立起台岗])|道(?![路教德理])|大马路|街(?![坊区道头])|路(?![口线面段径灯网环])|[市州](?![场民政直级区容值井面况委属域长])|口岸|牌坊|公园|广场|码头|邨|花园|运动场|机场|大学)/;
/** Prefectures, counties and townships whose short name is a word, another place, or a person's name more often. */
export const AMBIGUOUS_SHORT = new Set(
  '长寿 泰山 惠民 乐业 康乐 大城 紫阳 石峰 全州 中方 大田 蓬莱 青州 云龙 天山 思明 湖里 海州 铁山 和谐 文明 民主 自由 公正 法治 爱国 敬业 南城 东城 西城 北城 老城 南关 北关 关山 水里 铜锣 大村 中正 大内 将军 观音 大园 新社 外埔 大里 沙鹿 大肚 北门 后壁 东势 公馆 造桥 头屋 三湾 南庄 狮潭 卓兰 国姓 鱼池 名间 二水 田中 社头 员林 溪州 水林 口湖 元长 大埤 四湖 台西 东河 长滨 成功 池上 海端 延平 大武 达仁 兰屿 光复 丰滨 寿丰 卓溪 玉里 富里 三星 五结 员山 南澳 古城 濠江 来宾 离岛 大堂 中山 三明 大同 安康 长治 东方 文山 和平 长安 河东 河西 新华 建设 东区 西区 南区 北区 中区 城区 矿区 郊区 城关 新城 开发 高新 经开 中原 江南 江北 江东 江汉 平安 光明 解放 前进 向阳 友谊 团结 永安 兴安 太平 兴隆 宝山 青山 香山 龙山 金山 西山 东山 南山 北山 海港 港口 新市 市中 市北 市南 城中 城北 城东 城西 龙门 金门 金水 长乐 永乐 新民 新建 新兴 新和 民乐 民和 同心 同仁 大方 大安 大名 定安 安定 安宁 安乐 安平 平和 和田 和顺 建宁 吉安 信义 仁爱 文成 文昌 文水 太和 通道 山阳 朝阳 东风 曲阳 丰满 丰润 丰台 复兴 振兴 兴业 兴国 兴文 宁国 建平 平定 平原 高要 高明 高平 高安 高台 石门 石城 石泉 石台 白云 白水 华山 华容 华安 华阳 会同 会理 会宁 合作 互助 富平 富民 富裕 富源 富强 名山 天门 天台 天长 万年 万安 万全 万荣 连城 连山 连云 汉滨 海东 海门 海安 海盐 海丰 海晏 黄山 黄石 大理 阿里 玉树 保安 东北 东海 东台 东阳 东明 东安 东至 方正 方城 方山 周至 周口 公安 公主 明光 明水 明山 开平 开江 开阳 开远 开化 开鲁 崇明 崇义 崇文 仁化 仁和 仁寿 文安 文登 武功 武城 武强 武义 武宁 武山 武川 礼县 临时 道真 道里 道外 奉献 普通 普安 普定 普格 普洱 清水 清河 清流 清新 清远 清涧 清丰 金堂 金塔 金平 金秀 金寨 金湾 金牛 金阳 金川 尖山 红旗 红星 红岗 红塔 双清 双桥 双江 双流 双峰 双阳 望城 望江 望谟 安居 安溪 安次 安化 安义 安仁 安阳 安远 安图 安达 安新 安福 安岳 安源 安庆 安泽 安塞'.split(
    ' ',
  ),
);
