/**
 * Composed clips of real length, the same for the same number: about 2,000 characters in either script, with people,
 * places by their chain, agencies, days, tags, notes, and reposts of earlier ones. People and texts are made up.
 */
import type { NewVersion } from '../utils/clips/clip';
import type { Remarks } from '../utils/clips/store';

/** Characters of a body. */
const LENGTH = 2_000;
const SENTENCES_PER_PARAGRAPH = 4;
/** One clip in so many repeats an earlier one on another host. */
const REPOST_EVERY = 20;
const NOTE_EVERY = 8;
const FIRST_SAVE = Date.UTC(2020, 0, 1);
const BETWEEN_SAVES = 50 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

const SURNAMES = '王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂';
const GIVEN = '偉芳敏靜麗強磊軍洋勇艷杰娟濤明超秀霞平剛桂英華玉蘭鳳潔梅琳雲飛建國志文海波曉東立新學慶永光';
const VILLAGE_CHARACTERS =
  '山水石木金土火田禾竹松柏楓梅桃李杏棗桑榆槐柳荷菱芦葦泉溪河湖塘池沙洲灣浦橋渡井坡嶺峰崖谷坪坳壩堰圩埠' +
  '牛羊馬鹿鶴雁鷹鳳龍虎魚蝦螺蜂蝶白黑青紅紫大小上下東西南北中前後左右新古雙三五七九百千萬吉祥福祿壽喜和平安寧';
const ROLES = ['書記', '區長', '局長', '主任', '處長', '隊長', '校長', '所長', '代表', '負責人'];

const CHAINS = [
  '江蘇省>揚州市>廣陵區 江蘇省>揚州市>邗江區 江蘇省>揚州市>寶應縣 江蘇省>南京市>玄武區 江蘇省>南京市>江寧區',
  '江蘇省>蘇州市>吳中區 浙江省>杭州市>西湖區 浙江省>杭州市>餘杭區 浙江省>寧波市>鄞州區 浙江省>溫州市>鹿城區',
  '安徽省>合肥市>蜀山區 安徽省>黃山市>歙縣 福建省>福州市>鼓樓區 福建省>廈門市>思明區 江西省>南昌市>東湖區',
  '山東省>濟南市>歷下區 山東省>青島市>市南區 山東省>煙臺市>芝罘區 河南省>鄭州市>金水區 河南省>洛陽市>老城區',
  '湖北省>武漢市>武昌區 湖北省>宜昌市>西陵區 湖南省>長沙市>岳麓區 湖南省>岳陽市>平江縣 廣東省>廣州市>越秀區',
  '廣東省>深圳市>南山區 廣東省>佛山市>順德區 四川省>成都市>青羊區 四川省>綿陽市>涪城區 雲南省>昆明市>五華區',
  '陝西省>西安市>碑林區 甘肅省>蘭州市>城關區 遼寧省>瀋陽市>和平區 遼寧省>大連市>中山區 黑龍江省>哈爾濱市>南崗區',
]
  .join(' ')
  .split(' ')
  .map((chain) => chain.split('>'));

const OFFICES = ['人民政府', '教育局', '水利局', '文化和旅遊局', '衛生健康委員會', '市場監督管理局', '交通運輸局'];
const TAGS = ['黨建', '民生', '水利', '教育', '環保', '交通', '待讀', '引用', '統計', '人事', '文旅', '農業'];

const TIMES = ['近日', '上午', '下午', '日前', '當天', '隨後', '會上', '現場', '期間', '今年以來'];
const DOES =
  '調研檢查研究部署推進總結督辦視察走訪慰問聽取審議通過印發公布實施落實完善加強規範優化協調組織開展啟動指導宣傳服務保障';
const THINGS =
  '商圈建設黨建工作防汛抗旱河道整治校園安全食品監管道路養護公共衛生社區服務垃圾分類養老設施職業培訓春耕備耕水庫加固' +
  '橋樑檢測展覽活動非遺傳承稅費減免營商環境項目審批古城保護綠化補植電網改造供水管網數據開放志願服務普法宣講消防演練';
const ENDS = [
  '，要求各有關單位認真執行',
  '，並對下一步工作提出意見',
  '，取得階段性成效',
  '，群眾反映良好',
  '，按期完成任務',
];

/** Traditional characters of the words above that simplified writing has otherwise. */
const PAIRS =
  '張张劉刘陳陈楊杨趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢韓韩馮冯蕭萧鄧邓許许呂吕偉伟靜静麗丽強强軍军艷艳濤涛剛刚華华' +
  '蘭兰鳳凤潔洁雲云飛飞國国曉晓東东學学慶庆書书記记區区長长處处隊队負负責责蘇苏揚扬廣广陵陵寶宝應应縣县寧宁餘余' +
  '溫温徽徽廈厦門门濟济歷历島岛煙烟臺台漢汉嶽岳陽阳順顺綿绵陝陕關关遼辽瀋沈連连龍龙爾尔濱滨崗岗遊游衛卫員员會会' +
  '場场監监運运輸输黨党環环保保農农業业統统計计讀读調调檢检進进總总結结辦办視视訪访問问聽听審审議议過过發发實实' +
  '規规範范優优協协組组織织開开展展啟启動动導导傳传務务設设備备繼继續续職职訓训庫库橋桥樑梁測测覽览遺遗稅税費费減减' +
  '營营項项護护綠绿補补電电網网數数據据願愿講讲練练當当隨随現现間间來来階阶執执並并對对見见眾众應应時时從从與与' +
  '報报紀纪億亿萬万約约達达個个這这點点產产經经濟济體体質质標标準准築筑樓楼鎮镇鄉乡歲岁習习廳厅級级屆届誌志鄰邻園园後后類类養养單单認认鶴鹤魚鱼棗枣鷹鹰紅红葦苇壽寿祿禄壩坝嶺岭蝦虾灣湾雙双楓枫';

const TO_SIMPLIFIED = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) TO_SIMPLIFIED.set(PAIRS[at]!, PAIRS[at + 1]!);

const simplified = (text: string): string =>
  text.replace(/./gu, (character) => TO_SIMPLIFIED.get(character) ?? character);

/** Words of `size` characters each. */
const wordsOf = (text: string, size: number): string[] => text.match(new RegExp(`.{${size}}`, 'gu')) ?? [];
const VERBS = wordsOf(DOES, 2);
const NOUNS = wordsOf(THINGS, 2);

/** Mulberry32: a small generator with a seed. */
class Dice {
  constructor(private state: number) {}

  /** 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(items: ArrayLike<T>): T {
    return items[this.below(items.length)]!;
  }

  /** As words and names are spread: a few often, most seldom. */
  seldom<T>(items: ArrayLike<T>): T {
    return items[Math.floor(this.next() ** 3 * items.length)]!;
  }

  hex(length: number): string {
    let digits = '';
    while (digits.length < length)
      digits += Math.floor(this.next() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return digits.slice(0, length);
  }
}

const NAMES = Array.from({ length: 3_000 }, (_, index) => {
  const dice = new Dice(index);
  return dice.of(SURNAMES) + dice.of(GIVEN) + (dice.next() < 0.7 ? dice.of(GIVEN) : '');
});

/** A subject of two words: some in many clips, most in few. */
const SUBJECTS = Array.from({ length: 1_500 }, (_, index) => {
  const dice = new Dice(1_000_000 + index);
  return dice.of(NOUNS) + dice.of(NOUNS);
});

/** Villages: two characters that seldom stand together elsewhere. */
const VILLAGES = Array.from({ length: 8_000 }, (_, index) => {
  const dice = new Dice(3_000_000 + index);
  return `${dice.of(VILLAGE_CHARACTERS)}${dice.of(VILLAGE_CHARACTERS)}村`;
});

const HOSTS = Array.from({ length: 200 }, (_, number) => `www.site${number}.example.gov.cn`);

interface Composed {
  title: string;
  lines: string[];
  people: { name: string; role: string }[];
  chains: string[][];
  agency: string;
}

function compose(seed: number): Composed {
  const dice = new Dice(seed);
  const people = Array.from({ length: 2 + dice.below(5) }, () => ({ name: dice.seldom(NAMES), role: dice.of(ROLES) }));
  const chains = Array.from({ length: 1 + dice.below(4) }, () => dice.seldom(CHAINS));
  const agency = chains[0]!.at(-1)! + dice.seldom(OFFICES);
  const sentence = () => {
    const { name, role } = dice.of(people);
    const place = dice.of(chains).at(-1)!;
    const work = `${dice.of(VERBS)}${dice.seldom(SUBJECTS)}、${dice.seldom(SUBJECTS)}`;
    const more = `${dice.of(VERBS)}${dice.of(NOUNS)}${dice.of(NOUNS)}`;
    return `${dice.of(TIMES)}，${role}${name}在${place}${dice.seldom(VILLAGES)}${work}，${more}${dice.of(ENDS)}。`;
  };
  const lines: string[] = [];
  for (let length = 0; length < LENGTH; length += lines.at(-1)!.length)
    lines.push(Array.from({ length: SENTENCES_PER_PARAGRAPH }, sentence).join(''));
  const title = `${agency}${dice.of(VERBS)}${dice.seldom(SUBJECTS)}${dice.of(VERBS)}${dice.of(NOUNS)}工作`;
  return { title, lines, people, chains, agency };
}

function mentionsOf(name: string, lines: readonly string[]) {
  return lines.flatMap((text, line) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ line, start, end: start + name.length }];
  });
}

/** What a reader looks for: words that most clips hold, a person, a village, and what no clip holds; in either script. */
export const QUERIES = ['调研', '廣陵區', NAMES[40]!, simplified(VILLAGES[900]!), '党建 养老', '長江大橋'];

/** Clip number `index` (from 0) as it is saved, with what the reader says of it. */
export function composedVersion(index: number): { version: NewVersion; remarks: Remarks } {
  const dice = new Dice(2_000_000 + index);
  const repost = index > 0 && index % REPOST_EVERY === 0;
  const written = compose(repost ? dice.below(index) : index);
  const traditional = dice.next() < 0.5;
  const write = traditional ? (text: string) => text : simplified;
  const savedAt = new Date(FIRST_SAVE + index * BETWEEN_SAVES);
  const day = (before: number) => new Date(savedAt.getTime() - before * DAY).toISOString().slice(0, 10);
  const published = day(dice.below(300));
  const lines = written.lines.map(write);
  const agency = write(written.agency);
  const host = dice.seldom(HOSTS);
  const version: NewVersion = {
    saveId: dice.hex(32),
    savedAt: savedAt.toISOString(),
    article: {
      kind: 'article',
      url: `https://${host}/art/${index}.html`,
      title: write(written.title),
      titleOrigin: 'page',
      published: { day: published, text: published, origin: 'dateline' },
      source: { value: agency, origin: 'dateline' },
      author: null,
      editor: null,
      column: ['首页', '新闻动态'].map(write),
      language: traditional ? 'zh-Hant' : 'zh-Hans',
      document: null,
      publisher: { verdict: 'official', host, evidence: [] },
      attachments: [],
      blocks: lines.map((text) => ({ type: 'paragraph', text })),
    },
    digest: {
      dates: [{ text: published, iso: day(dice.below(600)), basis: 'stated', mentions: [] }],
      people: [...new Map(written.people.map((person) => [person.name, person])).values()].map(({ name, role }) => ({
        name: write(name),
        simplified: simplified(name),
        roles: [write(role)],
        credit: false,
        mentions: mentionsOf(write(name), lines),
      })),
      places: [...new Set(written.chains)].map((chain) => ({
        name: write(chain.at(-1)!),
        simplified: simplified(chain.at(-1)!),
        kind: 'county',
        chain: chain.map(simplified),
        uncertain: false,
        mentions: mentionsOf(write(chain.at(-1)!), lines),
      })),
      organisations: [{ name: agency, simplified: simplified(written.agency), mentions: mentionsOf(agency, lines) }],
    },
    script: traditional ? 'traditional' : 'simplified',
    repair: { annotations: 0, shiftedRuns: 0, unrepaired: 0 },
    families: [],
    original: lines,
    edits: {},
    textHash: dice.hex(64),
  };
  const tags = Array.from({ length: dice.below(4) }, () => dice.seldom(TAGS));
  return { version, remarks: { note: index % NOTE_EVERY === 0 ? `${agency}的材料，待引用` : '', tags } };
}
