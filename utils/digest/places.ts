/** Finds places: divisions by the gazetteer, other places by their unit and by what stands before the name. */
import type { PlaceKind } from './digest';
import { type Division, gazetteer, withoutUnit } from './gazetteer';
import type { Line } from './line';
import { PLACE_UNITS, type PlaceUnit, VISIT_VERBS } from './place-units';
import { Spans } from './spans';
import { WordList } from './word-list';

/** One place where a name of a place stands. Offsets are UTF-16 offsets into the line. */
export interface PlaceMention {
  line: number;
  start: number;
  end: number;
  kind: PlaceKind;
  /** What the gazetteer knows under this name; empty for places known by their unit alone. */
  readings: readonly Division[];
  /** Somebody goes there (来到…), or to the place before it in a list. */
  visited: boolean;
  /** What may be the division at the beginning of the name, for 抚松县图书馆. */
  outer?: readonly Division[];
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
/** Words that are no part of a name: a candidate that holds one of these is a phrase. */
const PHRASE =
  /[的了在到和与及对向从把被将是为等这那各每某该本其两几多我你他们也都就还又因并让使以于给由去说看要会能可着过至自之而]|有(?!限|色)|[0-9一二三四五六七八九十百千万]+个|有关|相关|所有|开展|推进|加强|调研|参观|走进|前往|深入|察看|检查|视察|主任|书记|同志|一行|领导|部门|附近|周边|沿线|辖区|谋划|地处|包联|抓好|打开|组织|观摩|关心|下设|增设|绕行|共创|围绕|当前|今年|整个|不断|认真|成立|梳理|提升|拓展|培养|升旗|巡查|负责|全力|打造|共建|构建|创建|支持|服务好|做好|搞好|办好|建好|商圈|示范点|市场|发挥|开放|坐镇|强区|超级|领先/;
/** A name does not begin with these: they belong to the verb or the number before it. */
const PHRASE_START = /^(?:[走沿驻赴抓建巡辖设来去入进上下出回过住]|第?[0-9一二三四五六七八九十]{1,3}[个条座处所家名位])/;
/** Words of which the name of an institution is made that is named by its kind alone: 党群服务中心, 第一中学, 图书馆. */
const GENERIC =
  /^(?:党群|党建|党员|活动|服务|文化|文明|新时代|实践|职业|技术|技能|教育|行政|政务|便民|会议|会展|体育|艺术|表演|展示|展览|实验|中心|第[一二三四五六七八九十]+|人民|城市|规划|综合|社区|新|老|老年|镇|县|市|区|村|湿地|森林|科技|工业|产业|创业|创新|示范|现代|物流|公共|国际|国家|国家级|省级|传统|特色|农产品|农业|生态|经济|高新|自然|旅游|度假|风景|康养|养老|健康|医疗|卫生|急救|疾控|图书|博物|纪念|美术|幼儿|高级|初级|中等|中心小学|老旧|居民|商业|商务|金融|数字|智慧|大数据|安置|易地|扶贫|搬迁|保障|志愿|退役军人|矛盾|调解|调处|治理|网格|指挥|应急|消防|交通|客运|长途|汽车|公交|火|高铁|污水|垃圾|处理|生活|建筑|施工|项目|重点|大|小|中|工作|站|美丽|乡村|农村|智能|电子|建设|发展|管理|社会|主题|红色|革命|烈士)*$/;
/** The last word of a candidate that is a common noun: 一路, 思路, 农村, 军分区. */
const COMMON_NOUN_END =
  /(?:一路|思路|出路|走路|线路|断头路|公路|铁路|道路|高速路|小巷|街巷|老街|农村|乡村|山村|新村|个村|各村|全村|社区社区|天桥|下水道|跑道|分区|片区|水乡|[一二三四五六七八九十两]区|小区小区|全区|全市|示范区|实验区|展示区|功能区|城市|下山|爬山|登山|上山|江山|巡河|护河|治河|治水|江湖|五湖|山水|城镇|集镇|乡镇|小镇|背街|大街小巷|步行街|商业街|指挥中心|市中心|中心城区|校园|家园|乐园|平台)$/;
/** A character before the name and its first make a word of their own: 了解|大成镇 is none. */
const WORD_ACROSS_EDGE = new Set('了解 的确 到达 和谐 为了 由于 经过 从事 对面 是否 将军 来自 来宾 来源 来访 在于 至于 与会 向前 为主 为民 到期 和平 对口 经济 由此 从中 将来 往来 沿途 沿线 以及 在内 对外 为人 为此'.split(' '));
/** Common nouns that look like a name with its unit. */
const NO_NAMES = new Set(
  '大街 小街 街道 马路 大路 小路 铁路 公路 村镇 城镇 乡镇 集镇 小镇 古镇 老区 新区 特区 地区 城区 市区 山区 社区 大江 长江流域 大河 小河 内河 江河 大山 高山 火山 荒山 小岛 海岛 半岛 群岛 全省 外省 本省 全县 本县 地级市 县级市 直辖市 都市 城市 家乡 故乡 水乡 渔村 古村 农村 山村 新村 中心村 行政村 自然村 示范村 大桥 国道 省道 高速公路 代理区 人和街道'.split(' '),
);
/** 负责人和街道… would be read as 人和街道. */
const PERSON_BEFORE = /(?:负责|有关|领导|主持|发言|候选|工作|当事)$/;
const STREET_EDGE = /[、,和与至沿→]$/;
/** 平台中, 舞台中 hold no 台中. */
const WORD_BEFORE_SHORT = /^[平舞后前一两站电讲柜擂]台/;
/** Between the items of a list of places. */
const LIST_GAP = /^(?:沿线|一带|旁|段|附近|项目|工地|等)?(?:、|和|与|及|以及)$/;
/** A short name that is part of the name of a street, a park or a station: 扬州路, 中山公园. */
const SHORT_IN_NAME = /^(?:高速公路|大道|大街|路|街|公园|广场|大桥|机场|火车站|站|港|湖|河|江|岛)(?![口线面段径灯网道区坊头澳南北])/;
/** Prefectures, counties and townships whose short name is a word, another place, or a person's name more often. */
const AMBIGUOUS_SHORT = new Set(
  '来宾 中山 三明 大同 安康 长治 延安路 东方 文山 和平 长安 河东 河西 河北区 新华 建设 东区 西区 南区 北区 中区 城区 矿区 郊区 城关 新城 开发 高新 经开 中原 江南 江北 江东 江汉 平安 光明 解放 前进 向阳 友谊 团结 永安 兴安 太平 兴隆 宝山 青山 香山 龙山 金山 西山 东山 南山 北山 海港 港口 新市 市中 市北 市南 城中 城北 城东 城西 龙门 金门 金水 长乐 永乐 新民 新建 新兴 新和 民乐 民和 同心 同仁 大方 大安 大名 定安 安定 安宁 安乐 安平 平和 和田 和顺 建宁 吉安 信义 仁爱 文成 文昌 文水 太和 通道 山阳 朝阳 东风 曲阳 丰满 丰润 丰台 复兴 振兴 兴业 兴国 兴文 宁国 建平 平定 平原 高要 高明 高平 高安 高台 石门 石城 石泉 石台 白云 白水 华山 华容 华安 华阳 会同 会理 会宁 合作 互助 富平 富民 富裕 富源 富强 名山 天门 天台 天长 万年 万安 万全 万荣 连城 连山 连云 汉滨 海东 海南区 海门 海安 海盐 海丰 海晏 黄山 黄石 黄河 上海路 大理 阿里 玉树 保安 保定路 东北 东海 东台 东阳 东明 东安 东至 方正 方城 方山 周至 周口 公安 公主 明光 明水 明山 开平 开江 开阳 开远 开化 开鲁 崇明 崇义 崇文 仁化 仁和 仁寿 文安 文登 武功 武城 武强 武义 武宁 武山 武川 礼县 临时 道真 道里 道外 奉献 普通 普安 普定 普格 普洱 清水 清河 清流 清新 清远 清涧 清丰 金堂 金塔 金平 金秀 金寨 金湾 金牛 金阳 金川 尖山 红旗 红星 红岗 红塔 双清 双桥 双江 双流 双峰 双阳 望城 望江 望谟 安居 安溪 安次 安化 安义 安仁 安阳 安远 安图 安达 安新 安福 安岳 安源 安庆 安泽 安塞'.split(
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
  const byLine = lines.map((line) => findInLine(line, context));
  return addRepeated(lines, byLine).flat();
}

/** A name that one sentence shows to be a place is one in all; so is 下三屯 beside 下三屯村. */
function addRepeated(lines: readonly Line[], byLine: readonly PlaceMention[][]): PlaceMention[][] {
  const known = new Map<string, PlaceMention>();
  for (const [position, mentions] of byLine.entries()) {
    for (const mention of mentions) {
      const name = lines[position]?.text.slice(mention.start, mention.end) ?? '';
      const stem = stemOf(name, mention.kind);
      if (name.length > 2 && mention.readings.length === 0) known.set(name, mention);
      if (stem && !known.has(stem)) known.set(stem, mention);
    }
  }
  const names = new WordList(known.keys());
  return byLine.map((mentions, position) => {
    const text = lines[position]?.text ?? '';
    const taken = new Spans(mentions);
    const added: PlaceMention[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const name = names.startingAt(text, start);
      const shown = known.get(name);
      const line = lines[position]?.index;
      if (!shown || line === undefined || taken.overlaps({ line, start, end: start + name.length })) continue;
      added.push({ ...shown, line, start, end: start + name.length });
      start += name.length - 1;
    }
    return [...mentions, ...added].sort((a, b) => a.start - b.start);
  });
}

function findInLine({ index, text }: Line, context: PlaceContext): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const previous = found.at(-1);
    const mention = knownAt(text, at, previous, context) ?? byUnitAt(text, at, previous);
    if (!mention) continue;
    at = mention.end - 1;
    if (previous && isGenericVenue(text, mention, previous)) {
      const outer = previous.readings.length > 0 ? previous.readings : previous.outer;
      found[found.length - 1] = { ...previous, end: mention.end, kind: 'venue', readings: [], ...(outer ? { outer } : {}) };
    } else if (mention.kind !== 'venue' || mention.readings.length > 0 || !GENERIC.test(stemOfVenue(text, mention))) {
      found.push({ ...mention, line: index });
    }
  }
  return found;
}

type Unplaced = Omit<PlaceMention, 'line'>;

/** 图书馆 directly behind 安定区 is one name with it. */
function isGenericVenue(text: string, mention: Unplaced, previous: PlaceMention): boolean {
  return mention.kind === 'venue' && previous.end === mention.start && GENERIC.test(stemOfVenue(text, mention));
}

function stemOfVenue(text: string, { start, end }: Unplaced): string {
  const name = text.slice(start, end);
  const unit = PLACE_UNITS.find(({ unit, kind }) => kind === 'venue' && name.endsWith(unit))?.unit ?? '';
  return name.slice(0, -unit.length);
}

function knownAt(text: string, start: number, previous: PlaceMention | undefined, context: PlaceContext): Unplaced | null {
  const { full, short, fullNames, shortNames } = gazetteer();
  const name = fullNames.startingAt(text, start);
  const readings = name ? (full.get(name) ?? []) : [];
  const visited = isVisited(text, start, previous);
  if (name && isWhole(text, start, name, readings, previous)) {
    return { start, end: start + name.length, kind: readings[0]?.kind ?? 'other', readings, visited };
  }
  const stem = shortNames.startingAt(text, start);
  if (!stem || WORD_BEFORE_SHORT.test(text.slice(start - 1, start + 1))) return null;
  const extended = SHORT_IN_NAME.exec(text.slice(start + stem.length, start + stem.length + 4))?.[0];
  if (extended) {
    const kind = PLACE_UNITS.find(({ unit }) => unit === extended)?.kind ?? 'venue';
    return { start, end: start + stem.length + extended.length, kind, readings: [], visited };
  }
  const known = (short.get(stem) ?? []).filter((division) => isExpected(stem, division, context, visited));
  if (known.length === 0) return null;
  return { start, end: start + stem.length, kind: known[0]?.kind ?? 'other', readings: known, visited };
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
  if (NO_NAMES.has(name)) return previous?.end === start && !PERSON_BEFORE.test(text.slice(Math.max(0, start - 2), start));
  if (name.length === 2 && unit === '县') return true;
  return name.length > 2 || readings.some(({ kind }) => kind === 'country' || kind === 'other' || kind === 'province') || previous?.end === start;
}

/** A short name is understood for provinces and prefectures; for counties that the page names, or that somebody goes to. */
function isExpected(stem: string, division: Division, { named }: PlaceContext, visited: boolean): boolean {
  if (named.has(division)) return true;
  if (AMBIGUOUS_SHORT.has(stem)) return false;
  if (division.kind === 'province' || division.kind === 'prefecture' || division.parent === null) return true;
  return named.has(division.parent) || visited;
}

/** A name of village, street, river or venue that is known by its unit, found from its beginning. */
function byUnitAt(text: string, start: number, previous: PlaceMention | undefined): Unplaced | null {
  const before = text.slice(Math.max(0, start - 6), start);
  const chained = previous?.end === start && previous.kind !== 'country' && previous.kind !== 'other';
  if (!chained && !LEFT_EDGE.test(before)) return null;
  if (WORD_ACROSS_EDGE.has(text.slice(start - 1, start + 1))) return null;
  const visited = chained ? previous.visited : isVisited(text, start, previous);
  for (const unit of PLACE_UNITS) {
    if (!visited && !speaksForItself(unit, before, chained)) continue;
    const end = endOfUnit(text, start, unit, chained);
    if (end !== null) return { start, end, kind: unit.kind, readings: [], visited };
  }
  return null;
}

/** Somebody goes to the place, or to the place before it in a list. */
function isVisited(text: string, start: number, previous: PlaceMention | undefined): boolean {
  if (VISITED.test(text.slice(Math.max(0, start - 6), start))) return true;
  if (!previous?.visited || previous.end >= start || start - previous.end > 4) return false;
  return LIST_GAP.test(text.slice(previous.end, start));
}

/** Villages and communities are places wherever they stand, streets in a chain or list; a venue only where somebody goes. */
function speaksForItself({ unit, kind }: PlaceUnit, before: string, chained: boolean): boolean {
  if (unit === '社区' || unit === '村') return true;
  if (kind === 'street') return chained || STREET_EDGE.test(before);
  return chained && (kind === 'township' || kind === 'venue' || kind === 'water' || kind === 'landform');
}

function endOfUnit(text: string, start: number, { unit, kind, least, most }: PlaceUnit, chained: boolean): number | null {
  const fewest = chained && kind === 'venue' ? 0 : least;
  const length = text.slice(start, start + most + unit.length).indexOf(unit, fewest);
  if (length < 0) return null;
  const end = start + length + unit.length;
  const name = text.slice(start, end);
  const stem = text.slice(start, start + length);
  if (!/^[\p{Script=Han}0-9A-Za-z]+$/u.test(name) || NO_NAMES.has(name) || COMMON_NOUN_END.test(name)) return null;
  if (PHRASE.test(stem) || PHRASE_START.test(name)) return null;
  return UNIT_CONTINUES.get(unit)?.test(text.slice(end, end + 2)) ? null : end;
}

/** The name without its unit, for finding 下三屯 beside 下三屯村; '' when what is left is too short or too common. */
export function stemOf(name: string, kind: PlaceKind): string {
  const stem = kind === 'township' || kind === 'village' ? name.replace(/(?:街道|社区|[镇乡村])$/, '') : withoutUnit(name);
  return stem.length >= 2 && stem !== name && !AMBIGUOUS_SHORT.has(stem) && !NO_NAMES.has(stem) ? stem : '';
}
