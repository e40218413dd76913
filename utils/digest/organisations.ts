/** Finds organisations cheaply: the name of a place, then what it is, up to a word such as 委员会 or 公司. */
import { type DivisionNames, gazetteer } from './gazetteer';
import type { Line } from './line';
import { VISIT_VERBS } from './place-units';
import { titleStartingAt } from './titles';
import { WordList } from './word-list';

/** UTF-16 offsets into the line. */
export interface OrganisationMention {
  line: number;
  start: number;
  end: number;
  /** A school, a hospital, a firm, named without an office: one can go there. */
  visitable: boolean;
  /** The text does go there (来到抚松县实验学校): it is a venue rather than an actor. */
  visited: boolean;
}

/** Longest part between the name of the place and the end, in UTF-16 units. */
const LONGEST = 30;
const SUFFIXES =
  '有限责任公司 股份有限公司 有限公司 公司 集团 大学 学院 中学 小学 学校 幼儿园 医院 卫生院 银行 分行 委员会 人大常委会 常委会 人大 政协 协会 学会 联合会 总会 商会 总商会 工商联 基金会 研究院 研究所 科学院 ' +
  '人民政府 政府 县政府 市政府 区政府 省政府 镇政府 乡政府 人民法院 法院 人民检察院 检察院 监委 监察委员会 纪委 党委 省委 市委 县委 区委 州委 宣传部 组织部 统战部 政法委 网信办 ' +
  '公安局 教育局 财政局 卫健委 卫生局 民政局 司法局 住建局 水利局 税务局 统计局 文旅局 商务局 农业农村局 交通运输局 交通局 应急管理局 市场监管局 市场监督管理局 发改委 发展和改革委员会 自然资源局 生态环境局 生态环境分局 城管局 审计局 信访局 ' +
  '人力资源和社会保障局 人社局 警察局 消防局 环保局 工务局 卫生局 社会局 劳工局 教育厅 财政厅 公安厅 民政厅 水利厅 卫健局 分局 派出所 公安分局 美术学院 美院 共产党 合作组织 青年报 青年网 监管局 文化和旅游局 旅游局 药业 实业 报业集团 融媒体中心 人大工委 总队 支队 大队 消防救援支队 海关 总工会 妇联 团委 团省委 团市委 残联 文联 ' +
  '区公所 乡公所 镇公所 市公所 县议会 市议会 代表会 办事处 管理委员会 管委会 管理局 管理处 管理中心 服务处 日报社 日报 晚报 时报 新闻网 电视台 广播电台 电台 通讯社 出版社 报社 农会 渔会 卫生所 户政事务所 办公厅 办公室 指挥部 党校 合作社 社会科学院 联络办公室 特派员公署 部队 立法会 议会';
const KNOWN =
  '新华社 国务院 外交部 教育部 财政部 公安部 国防部 商务部 民政部 司法部 水利部 科技部 交通运输部 生态环境部 农业农村部 自然资源部 国家统计局 国家税务总局 全国人大 全国政协 全国人大常委会 中央纪委 最高人民法院 最高人民检察院 人民日报 中央电视台 中新社 中国新闻网 行政院 立法院 内政部 监察院 司法院 考试院 客委会 中联办 特区政府 国台办';
/** Nothing of this stands inside the name of an organisation. */
const BREAK =
  /[^\p{Script=Han}0-9A-Za-z()]|[的了在由对向到来去是被把从就也都着过让请说]|有(?!限|色)|(?<!资源|教育|文化|卫生|住房|工业|发展|旅游|生活|规划|信息|商务|宣传|经济|交通|农业|体育|科学|科技|国防|应急)[和与及]|书记|主任|局长|市长|县长|区长|镇长|乡长|部长|召开|举行|调研|参观|走进|前往|来到|深入|领导|同志|一行|出席|参加|主席|院长|校长|记者/u;
const VISITED = new RegExp(`(?:${VISIT_VERBS})$`);
const VISITABLE =
  /(?:公司|集团|大学|学院|中学|小学|学校|幼儿园|医院|卫生院|服务中心|合作社|研究院|研究所|法院|派出所)$/;

let suffixes: WordList | null = null;
let known: WordList | null = null;

/** What names of organisations end in. */
export const organisationSuffixes = (): string[] => SUFFIXES.split(' ');

/** All mentions of organisations, line by line from left to right, without overlaps. */
export function findOrganisations(lines: readonly Line[]): OrganisationMention[] {
  suffixes ??= new WordList(new Set(organisationSuffixes()));
  known ??= new WordList(new Set(KNOWN.split(' ')));
  const { full, short } = gazetteer();
  const found: OrganisationMention[] = [];
  for (const { index, text } of lines) {
    for (let at = 0; at < text.length; at += 1) {
      const name = known.startingAt(text, at);
      const place = name ? '' : full.startingAt(text, at) || short.startingAt(text, at);
      const end = name ? at + name.length : place ? endOfOrganisation(text, at, place, suffixes, short) : 0;
      if (end === 0) continue;
      const written = text.slice(at, end);
      const visitable = VISITABLE.test(written) && !titleStartingAt(text, end);
      const visited = visitable && VISITED.test(text.slice(Math.max(0, at - 6), at));
      found.push({ line: index, start: at, end, visitable, visited });
      at = end - 1;
    }
  }
  return found;
}

/** The end of the organisation that begins with a place, or 0. The longest name within the clause is taken. */
function endOfOrganisation(text: string, start: number, place: string, ends: WordList, short: DivisionNames): number {
  const from = start + (short.startingAt(text, start).length || place.length);
  const window = text.slice(from, from + LONGEST);
  const stop = BREAK.exec(window)?.index ?? window.length;
  let end = 0;
  for (let at = 0; at < stop; at += 1) {
    const suffix = ends.startingAt(text, from + at);
    if (suffix && at + suffix.length <= stop) end = from + at + suffix.length;
  }
  return isBareBody(text.slice(start, end), place) ? 0 : end;
}

/** 广陵区区委 and 许镇镇党委 are a place and a body that is named by its kind alone. */
export function isBareBody(name: string, place: string): boolean {
  return (
    /^(?:[省市县区州镇乡](?:委|政府|纪委|监委|人大|政协)|党委|党工委|人大工委)$/.test(name.slice(place.length)) &&
    /[省市县区州镇乡道]$/.test(place)
  );
}
