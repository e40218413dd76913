/** Finds places: divisions by the gazetteer, other places by their unit and by what stands before the name. */
import type { PlaceKind } from './digest';
import { type Division, gazetteer, withoutUnit } from './gazetteer';
import type { Line } from './line';
import { PLACE_UNITS, type PlaceUnit, VISIT_VERBS } from './place-units';

/** One place where a name of a place stands. Offsets are UTF-16 offsets into the line. */
export interface PlaceMention {
  line: number;
  start: number;
  end: number;
  kind: PlaceKind;
  /** What the gazetteer knows under this name; empty for places known by their unit alone. */
  readings: readonly Division[];
  /** Whether the name stands without its unit (扬州). */
  short: boolean;
}

/** Behind a unit, these make another word of it: 市场, 区域, 乡村, 镇化. */
const UNIT_CONTINUES = new Map<string, RegExp>([
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
  ['社区', /^$/],
  ['江', /^[苏西南北山]/],
  ['山', /^[东西水区上林脉]/],
  ['湖', /^[南北水泊]/],
  ['河', /^[南北道长流]/],
  ['桥', /^[梁头面]/],
  ['港', /^[口澳]/],
  ['宫', /^[廷]/],
  ['园', /^[区林]/],
  ['中心', /^[组城校小区]/],
  ['基地', /^$/],
]);
/** Stands before a name that only its unit shows, directly. */
const LEFT_EDGE = new RegExp(`(?:^|[^\\p{Script=Han}0-9A-Za-z·]|${VISIT_VERBS}|和|与|及|以及|从|至|往|沿|经|由|对|向|为|是|将|了|的|[市县区镇乡州省村](?=.)|街道|社区)$`, 'u');
const VISITED = new RegExp(`(?:${VISIT_VERBS})$`);
const LIST_BEFORE = /(?:、|和|与|及|以及)$/;
/** Words that are no part of a name: a candidate that holds one of these is a phrase. */
const PHRASE =
  /[的了在到和与及对向从把被将是有为等这那各每某该本其两几多全我你他们也都就还又因并让使以于给由去来说看要会能可着过上下]|[一二三四五六七八九十百千万]个|有关|相关|所有|部分|主要|重点|示范|特色|美丽|乡村|农村|城镇|文明|建设|工作|发展|服务(?!中心|站)|管理|社会|项目(?!部)|全区|全市|全县|开展|推进|加强|调研|参观|走进|前往|深入|察看|检查|视察|主任|书记|同志|一行|领导|部门|单位|附近|周边|沿线|辖区|城区|市区|郊区|山区|景点|核心|传统|老旧|新型|智慧|现代|国家级|省级|市级|县级|中央|街区|社区(?=社区)/;
const PHRASE_EXCEPTIONS = /[上下]|[一二三四五六七八九十]/;
/** A short name that is part of the name of a street, a park or a station: 扬州路, 中山公园. */
const SHORT_IN_NAME = /^(?:高速公路|大道|大街|路|街|公园|广场|大桥|机场|火车站|站|港|湖|河|江|岛)(?![口线面段径灯网道区坊头澳南北])/;
/** Common nouns that look like a name with its unit. */
const NO_NAMES = new Set(
  '高速公路 国家公园 主题公园 城市公园 党群服务中心 政务服务中心 便民服务中心 新时代文明实践中心 体育中心 活动中心 服务中心 火车站 高铁站 客运站 老旧小区 居民小区 农贸市场 劳动力市场 国际市场 国内市场 经济开发区 高新区 示范区 保护区 工业园区 产业园区 科技园区 幼儿园 博物馆 图书馆 纪念馆 体育馆 实验学校 人民医院 中心小学 中小学 高等学校 建筑工地 施工工地 教育基地 生产基地 培训基地 实践基地 示范基地 产业基地 大中小学 城乡社区 行政村 自然村 中心村 示范村 试点村 贫困村 重点村 城中村 美丽乡村 居民区 生活区 商业区 工业区 住宅区 学区 社区 街道 乡镇 村镇 城镇 集镇 小镇 古镇 特色小镇 老街 步行街 商业街 主干道 大街 小巷 街巷 马路 道路 公路 铁路 一路 思路 出路 道路 线路 网路 沿路 小路 大路 上山 下山 高山 江山 爬山 火山 大江 长江流域 跨江 沿江 内河 大河 小河 运河 过河 治水 大湖 小区 校区 园区 景区 灾区 疫区 片区 老区 新区 特区 地区 城区 市区 山区 牧区 矿区 库区 军区 战区 禁区 误区 分区 社会 城市 都市 县市 省市 全市 全县 全区 全省 我市 我县 我区 我省 各市 各县 各区 各镇 各乡 本市 本县 本区 该市 该县 该区 外省 外市 本省 邻省 兄弟市 地级市 县级市 直辖市 副省级城市 股市 楼市 超市 上市 夜市 门市 集市 花市 菜市 家乡 故乡 老乡 下乡 城乡 水乡 侨乡 返乡 还乡 回乡 入乡 异乡 村 农村 乡村 新村 全村 进村 驻村 入村 本村 各村 该村 我村 邻村 两村 渔村 山村 古村 三村 地球村 同乡 校园 公园 花园 家园 田园 乐园 果园 庄园 大厦 大楼 大桥 高架桥 天桥 立交桥 文化中心 指挥中心 研发中心 医疗中心 数据中心 市中心 区中心 县中心 镇中心'.split(
    ' ',
  ),
);
/** Prefectures, counties and townships whose short name is a word, another place, or a person's name more often. */
const AMBIGUOUS_SHORT = new Set(
  '中山 三明 大同 安康 长治 延安路 东方 文山 和平 长安 河东 河西 河北区 新华 建设 东区 西区 南区 北区 中区 城区 矿区 郊区 城关 新城 开发 高新 经开 中原 江南 江北 江东 江汉 平安 光明 解放 前进 向阳 友谊 团结 永安 兴安 太平 兴隆 宝山 青山 香山 龙山 金山 西山 东山 南山 北山 海港 港口 新市 市中 市北 市南 城中 城北 城东 城西 龙门 金门 金水 长乐 永乐 新民 新建 新兴 新和 民乐 民和 同心 同仁 大方 大安 大名 定安 安定 安宁 安乐 安平 平和 和田 和顺 建宁 吉安 信义 仁爱 文成 文昌 文水 太和 通道 山阳 朝阳 东风 曲阳 丰满 丰润 丰台 复兴 振兴 兴业 兴国 兴文 宁国 建平 平定 平原 高要 高明 高平 高安 高台 石门 石城 石泉 石台 白云 白水 华山 华容 华安 华阳 会同 会理 会宁 合作 互助 富平 富民 富裕 富源 富强 名山 天门 天台 天长 万年 万安 万全 万荣 连城 连山 连云 汉滨 海东 海南区 海门 海安 海盐 海丰 海晏 黄山 黄石 黄河 上海路 大理 阿里 玉树 保安 保定路 东北 东海 东台 东阳 东明 东安 东至 方正 方城 方山 周至 周口 公安 公主 明光 明水 明山 开平 开江 开阳 开远 开化 开鲁 崇明 崇义 崇文 仁化 仁和 仁寿 文安 文登 武功 武城 武强 武义 武宁 武山 武川 礼县 临时 道真 道里 道外 奉献 普通 普安 普定 普格 普洱 清水 清河 清流 清新 清远 清涧 清丰 金堂 金塔 金平 金秀 金寨 金湾 金牛 金阳 金川 尖山 红旗 红星 红岗 红塔 双清 双桥 双江 双流 双峰 双阳 望城 望江 望谟 安居 安溪 安次 安化 安义 安仁 安阳 安远 安图 安达 安新 安福 安岳 安源 安庆 安泽 安塞'.split(
    ' ',
  ),
);

export interface PlaceContext {
  /** Divisions whose full name the page holds: by them a short name and a name of several places are understood. */
  named: ReadonlySet<Division>;
}

/** The divisions that the text names in full, by which short names are understood. */
export function readContext(texts: readonly string[]): PlaceContext {
  const { full, fullNames } = gazetteer();
  const named = new Set<Division>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const name = fullNames.startingAt(text, at);
      if (name.length < 3) continue;
      for (const division of full.get(name) ?? []) if (division.kind !== 'township') named.add(division);
    }
  }
  return { named };
}

/** All mentions of places, line by line from left to right, without overlaps. */
export function findPlaces(lines: readonly Line[], context: PlaceContext): PlaceMention[] {
  return lines.flatMap((line) => findInLine(line, context));
}

function findInLine({ index, text }: Line, context: PlaceContext): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const previous = found.at(-1);
    const mention = knownAt(text, at, previous, context) ?? byUnitAt(text, at, previous);
    if (!mention) continue;
    found.push({ ...mention, line: index });
    at = mention.end - 1;
  }
  return found;
}

type Unplaced = Omit<PlaceMention, 'line'>;

function knownAt(text: string, start: number, previous: PlaceMention | undefined, context: PlaceContext): Unplaced | null {
  const { full, short, fullNames, shortNames } = gazetteer();
  const name = fullNames.startingAt(text, start);
  const readings = name ? (full.get(name) ?? []) : [];
  if (name && isWhole(text, start, name, readings, previous)) {
    return { start, end: start + name.length, kind: readings[0]?.kind ?? 'other', readings, short: false };
  }
  const stem = shortNames.startingAt(text, start);
  if (!stem) return null;
  const known = (short.get(stem) ?? []).filter((division) => isExpected(stem, division, context));
  const extended = SHORT_IN_NAME.exec(text.slice(start + stem.length, start + stem.length + 4))?.[0];
  if (extended) {
    const kind = PLACE_UNITS.find(({ unit }) => unit === extended)?.kind ?? 'venue';
    return { start, end: start + stem.length + extended.length, kind, readings: [], short: false };
  }
  if (known.length === 0) return null;
  return { start, end: start + stem.length, kind: known[0]?.kind ?? 'other', readings: known, short: true };
}

/** A full name counts unless its unit begins another word; one of two characters only inside a chain. */
function isWhole(
  text: string,
  start: number,
  name: string,
  readings: readonly Division[],
  previous: PlaceMention | undefined,
): boolean {
  const unit = name.slice(-1);
  const end = start + name.length;
  if (readings.some(({ kind }) => kind !== 'country' && kind !== 'other') && UNIT_CONTINUES.get(unit)?.test(text.slice(end, end + 2))) {
    return false;
  }
  if (NO_NAMES.has(name)) return previous?.end === start;
  return name.length > 2 || readings.some(({ kind }) => kind === 'country' || kind === 'other' || kind === 'province') || previous?.end === start;
}

/** A short name is understood for provinces and prefectures, and for counties that the page names otherwise. */
function isExpected(stem: string, division: Division, { named }: PlaceContext): boolean {
  if (named.has(division)) return true;
  if (AMBIGUOUS_SHORT.has(stem)) return false;
  if (division.kind === 'province' || division.kind === 'prefecture') return true;
  if (division.parent === null) return true;
  return named.has(division.parent);
}

/** A name of village, street, river or venue that is known by its unit, found from its beginning. */
function byUnitAt(text: string, start: number, previous: PlaceMention | undefined): Unplaced | null {
  const before = text.slice(Math.max(0, start - 6), start);
  const chained = previous?.end === start;
  if (!chained && !LEFT_EDGE.test(before)) return null;
  const visited = VISITED.test(before) || chained || (LIST_BEFORE.test(before) && previous !== undefined && start - previous.end <= 2);
  for (const unit of PLACE_UNITS) {
    const end = endOfUnit(text, start, unit);
    if (end === null) continue;
    if (!visited && !speaksForItself(unit)) continue;
    return { start, end, kind: unit.kind, readings: [], short: false };
  }
  return null;
}

/** Villages, communities and streets are places wherever they stand; a venue only where somebody goes. */
function speaksForItself({ unit, kind }: PlaceUnit): boolean {
  return kind === 'township' || unit === '社区' || unit === '村' || unit === '商圈' || kind === 'street';
}

function endOfUnit(text: string, start: number, { unit, least, most }: PlaceUnit): number | null {
  const length = text.slice(start, start + most + unit.length).indexOf(unit, least);
  if (length < 0) return null;
  const end = start + length + unit.length;
  const name = text.slice(start, end);
  const stem = text.slice(start, start + length);
  if (!/^[\p{Script=Han}0-9A-Za-z]+$/u.test(name) || NO_NAMES.has(name) || isPhrase(stem)) return null;
  if (UNIT_CONTINUES.get(unit)?.test(text.slice(end, end + 2))) return null;
  return end;
}

function isPhrase(stem: string): boolean {
  return PHRASE.test(stem) && !(PHRASE_EXCEPTIONS.test(stem) && !PHRASE.test(stem.replace(PHRASE_EXCEPTIONS, '')));
}

/** The name without its unit, for finding 下三屯 beside 下三屯村; '' when what is left is too short or too common. */
export function stemOf(name: string, kind: PlaceKind): string {
  const stem = kind === 'township' || kind === 'village' ? name.replace(/(?:街道|社区|[镇乡村])$/, '') : withoutUnit(name);
  return stem.length >= 2 && stem !== name && !AMBIGUOUS_SHORT.has(stem) && !NO_NAMES.has(stem) ? stem : '';
}
