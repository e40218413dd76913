/**
 * Writes utils/script/table.ts and utils/script/regional-words.ts from the dictionaries of opencc-js:
 * `npx tsx scripts/build-table.ts`.
 *
 * OpenCC has one setting for each origin: Hong Kong → standard, Taiwan → standard, standard traditional → simplified.
 * Here the three passes are composed, and of all dictionary keys only those are kept that a one-pass, longest-match
 * conversion with the shorter entries would get wrong.
 */
import { writeFileSync } from 'node:fs';
import { ConverterFactory, type ConverterFunction } from 'opencc-js/core';
import * as Locale from 'opencc-js/preset';
import { foldSign, packNumbers } from '../utils/script/packed';

/** Characters that OpenCC converts and opencc-js leaves, because their simplified form is missing from many fonts. */
const RARE_CHARACTERS = ['圞𪢮', '樠𣗊', '殢𣨼'];

/** Variant characters that simplified → traditional conversion writes and that OpenCC does not take back. */
const VARIANT_CHARACTERS = ['揹背', '伕夫', '拏拿', '燄焰', '荳豆', '菓果', '籐藤', '耡锄', '隄堤', '濬浚'];

/** Words with 著 in its own sense that the dictionaries lack; elsewhere 著 is Taiwan's spelling of 着. */
const WORDS_WITH_ZHU = ['编著', '论著', '专著', '原著', '译著', '遗著', '拙著', '撰著', '土著', '卓著', '著录', '著述'];

/**
 * Divisions whose official name holds a character that conversion changes elsewhere: found by converting all 36,017
 * names of provinces to townships (national statistical codes) from every traditional spelling. 乾安 also stands alone.
 */
const OFFICIAL_PLACES =
  '乾安 乾安县 乾县 浚县 澄江市 乾佑街道 乾丰镇 乾龙镇 乾塘镇 乾潭镇 乾务镇 乾西乡 奇乾乡 於潜镇 钜桥镇 昭馀镇 濛江乡 濛江镇 濛江街道 濛洲街道 濛阳街道 澄江镇 洩湖镇'.split(
    ' ',
  );

/**
 * Words that mainland government prose uses in a sense of its own (most of them stand in provincial work reports), so that
 * replacing them would do more harm than good, and 埠, which is a port of a machine in Taiwan and a harbour in 蚌埠.
 */
const WORDS_LEFT_OUT =
  '埠 那杜 新增 核心 效能 智慧 建立 指標 執行 資料 資料來源 整合 文件 線上 互動 影像 支援 查詢 檔案 程序 裝置 複製 設定 通訊 批次 區域性 列舉 即時 布林 影片 截圖 檢視 簡報 類比 點選 分散式 向量 低階 高階 進階 傳送 停用 元件 全形 半形 剪下 內建 呼叫 外接 多型 宣告 專案 對映 建構 序列 引數 感測 排程 擷取 撥出 物件 登入 相容 社群 稽核 聯絡 行程 訊息 許可權 連結 連線 過載 遠端 遮蔽 釋出 陣列 位元 字型 影印 攜帶型 行動式 永續性 視覺化 結束通話 擴充套件 處理程序 優先順序 參數列 目的碼'.split(
    ' ',
  );

/** Names of people, nearly all of film directors: not what is read here, and a quarter of the list. */
const PERSON = /·/;

/** Traditional evidence although GB 2312 has them: in simplified text they are surnames only. */
const TRADITIONAL_IN_GB2312 = new Set('後於');

/** A simplified form that the traditional side of the phrase dictionary holds less often than this is evidence. */
const SIMPLIFIED_ONLY_BELOW = 0.02;

type Entry = [key: string, value: string];

const dictionaries = (groups: readonly (readonly unknown[])[]) => groups.flat() as string[];
const entriesOf = (dictionary: string) => dictionary.split('|').map((line) => line.split(' ') as Entry);
const from = (name: string) => Locale.from[name] as string[][];
const to = (name: string) => Locale.to[name] as string[][];
const entriesOfGroup = (group: readonly string[]) => group.flatMap(entriesOf);
const lengthOf = (text: string) => [...text].length;

const composed = ConverterFactory(...from('hk'), ...from('tw'), ...to('cn'));
const composedWithTaiwanWords = ConverterFactory(...from('hk'), ...from('twp'), ...to('cn'));
const composedWithHongKongWords = ConverterFactory(...from('hkp'), ...from('tw'), ...to('cn'));
const toStandard = ConverterFactory(...from('cn'));
const toTaiwan = ConverterFactory(...to('tw'));
const toHongKong = ConverterFactory(...to('hk'));

const characterOf = new Map(entriesOf(dictionaries(from('cn'))[1]!));
const toTraditionalByCharacter = (text: string) => [...text].map((c) => characterOf.get(c) ?? c).join('');

/** The spellings in which a simplified text is met once a site has made it traditional. */
function traditionalSpellings(simplified: string): Set<string> {
  const standard = toStandard(simplified);
  return new Set([
    simplified,
    standard,
    toTaiwan(standard),
    toHongKong(standard),
    toTraditionalByCharacter(simplified),
  ]);
}

function convertLongestMatch(table: Map<string, string>, longest: number, text: string): string {
  const characters = [...text];
  let converted = '';
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(longest, characters.length - at);
    while (length > 1 && !table.has(characters.slice(at, at + length).join(''))) length--;
    const key = characters.slice(at, at + length).join('');
    converted += table.get(key) ?? key;
    at += length;
  }
  return converted;
}

/** Keeps the keys, shortest first, that the entries kept so far convert otherwise than `reference` does. */
function flatten(keys: Iterable<string>, reference: ConverterFunction, base: readonly Entry[] = []): Entry[] {
  const table = new Map(base);
  let longest = base.reduce((length, [key]) => Math.max(length, lengthOf(key)), 1);
  const kept: Entry[] = [];
  const ordered = [...keys].sort((a, b) => lengthOf(a) - lengthOf(b) || (a < b ? -1 : 1));
  for (const key of ordered) {
    const value = reference(key);
    if (convertLongestMatch(table, longest, key) === value) continue;
    table.set(key, value);
    kept.push([key, value]);
    longest = Math.max(longest, lengthOf(key));
  }
  return kept;
}

/** Every text of the dictionaries, in the standard's, Taiwan's and Hong Kong's spelling. */
function spellings(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [text, toTaiwan(text), toHongKong(text)]));
}

function buildEntries(): Entry[] {
  const texts = [...from('hk'), ...from('tw'), ...to('cn')].flatMap(entriesOfGroup).flat();
  const entries = new Map(flatten(spellings([...texts, ...texts.join('')]), composed));
  for (const pair of [...RARE_CHARACTERS, ...VARIANT_CHARACTERS]) {
    const [traditional = '', simplified = ''] = pair;
    entries.set(traditional, simplified);
  }
  for (const word of [...OFFICIAL_PLACES, ...WORDS_WITH_ZHU]) {
    for (const spelling of traditionalSpellings(word)) {
      if (convertLongestMatch(entries, lengthOf(spelling), spelling) !== word) entries.set(spelling, word);
    }
  }
  return [...entries];
}

/** Where Taiwan and Hong Kong mean different things by a word, Taiwan's meaning is taken. */
function buildRegionalWords(base: readonly Entry[]): Entry[] {
  const wordsOf = (name: string) => spellings(entriesOf(dictionaries(from(name))[0]!).map(([key]) => key));
  const known = new Set([...base.map(([key]) => key), ...WORDS_LEFT_OUT]);
  const unknown = (keys: Set<string>) => [...keys].filter((key) => !known.has(key) && !PERSON.test(key));
  const taiwan = flatten(unknown(wordsOf('twp')), composedWithTaiwanWords, base);
  for (const [key] of taiwan) known.add(key);
  return [...taiwan, ...flatten(unknown(wordsOf('hkp')), composedWithHongKongWords, [...base, ...taiwan])];
}

/** Phrases under the pairs of characters that convert otherwise in them than alone: `乾乾 乾隆 乾坤|沈沉 沈沒 …`. */
function groupByForms(phrases: readonly Entry[], pairs: readonly Entry[]): string {
  const alone = new Map(pairs);
  const groups = new Map<string, string[]>();
  for (const [key, value] of phrases) {
    const values = [...value];
    const forms = new Map<string, string>();
    [...key].forEach((character, index) => {
      if ((alone.get(character) ?? character) !== values[index]) forms.set(character, values[index]!);
    });
    if ([...key].some((character, index) => forms.has(character) && forms.get(character) !== values[index])) {
      throw new Error(`${key} holds one character that converts in two ways`);
    }
    const name = [...forms].flat().join('');
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return [...groups].map(([forms, keys]) => [forms, ...keys].join(' ')).join('|');
}

/** How often each character stands in `texts`. */
function countCharacters(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of texts.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function charactersOf(encoding: string, leads: [number, number]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding === 'gbk' && trail < 0xa1) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') characters.add(character);
    }
  }
  return characters;
}

/** Characters that conversion takes or gives and that nevertheless belong to both scripts, like 乾, 著, 后 and 里. */
function sharedCharacters(pairs: readonly Entry[]): string {
  const gb2312 = charactersOf('gbk', [0xb0, 0xf7]);
  const phrases = entriesOf(dictionaries(from('cn'))[0]!);
  const simplifiedCounts = countCharacters(phrases.map(([key]) => key));
  const traditionalCounts = countCharacters(
    phrases.flatMap(([, value]) => [...new Set([value, toTaiwan(value), toHongKong(value)])]),
  );
  const share = (character: string) =>
    (traditionalCounts.get(character) ?? 0) / Math.max(1, simplifiedCounts.get(character) ?? 0);
  const keys = pairs.map(([key]) => key).filter((key) => gb2312.has(key) && !TRADITIONAL_IN_GB2312.has(key));
  const values = pairs
    .map(([, value]) => value)
    .filter((value) => toStandard(value) === value || share(value) >= SIMPLIFIED_ONLY_BELOW);
  return [...new Set([...keys, ...values])].sort().join('');
}

/** Characters of the Japanese reform that neither Chinese script uses. */
function japaneseCharacters(pairs: readonly Entry[]): string {
  const chinese = new Set([
    ...charactersOf('gbk', [0xb0, 0xf7]),
    ...charactersOf('big5', [0xa4, 0xf9]),
    ...pairs.flat(),
  ]);
  const reformed = entriesOf(dictionaries(from('jp'))[1]!).map(([key]) => key);
  return reformed.filter((character) => !chinese.has(character)).join('');
}

/** A declaration as the formatter writes it. The packed alphabet and Chinese text hold no quotes. */
function declaration(name: string, text: string): string {
  const value = `'${text.replaceAll('\\', '\\\\')}';`;
  const line = `export const ${name} = ${value}`;
  return line.length <= 120 ? line : `export const ${name} =\n  ${value}`;
}

const lines = (entries: readonly Entry[]) => entries.map((entry) => entry.join(' ')).join('|');
const folder = new URL('../utils/script/', import.meta.url);

const entries = buildEntries();
const isPair = ([key, value]: Entry) => key.length === 1 && value.length === 1;
const pairs = entries.filter(isPair).sort(([a], [b]) => (a < b ? -1 : 1));
const longCharacters = entries.filter((entry) => !isPair(entry) && lengthOf(entry[0]) === 1);
const phrases = entries.filter(([key]) => lengthOf(key) > 1);

const codes = pairs.map(([key]) => key.charCodeAt(0));
const steps = codes.map((code, index) => code - (codes[index - 1] ?? 0));
const distances = pairs.map(([key, value]) => foldSign(value.charCodeAt(0) - key.charCodeAt(0)));

writeFileSync(
  new URL('table.ts', folder),
  `/** Traditional → simplified, generated from opencc-js (Apache-2.0) by scripts/build-table.ts. Not edited by hand. */

/** Code units that become another code unit, ascending: packed differences to the one before. */
${declaration('CHARACTER_STEPS', packNumbers(steps))}

/** For each of them, the packed signed distance to its simplified form. */
${declaration('CHARACTER_DISTANCES', packNumbers(distances))}

/** Characters that take two code units, or become one that does, each with its simplified form. */
${declaration('LONG_CHARACTERS', longCharacters.flat().join(''))}

/**
 * \`forms phrase phrase …|…\`: in these phrases the characters of \`forms\`, each followed by what it becomes, convert
 * otherwise than alone; all others as they do alone.
 */
${declaration('PHRASES', groupByForms(phrases, pairs))}

/** Characters of the table that belong to both scripts and so tell nothing. */
${declaration('SHARED_CHARACTERS', sharedCharacters(pairs))}

/** Characters that only Japanese writes. */
${declaration('JAPANESE_CHARACTERS', japaneseCharacters(pairs))}
`,
);

const words = buildRegionalWords(entries);
writeFileSync(
  new URL('regional-words.ts', folder),
  `/** Words of Taiwan and Hong Kong → of the mainland, generated from opencc-js (Apache-2.0) by scripts/build-table.ts. Not edited by hand. */

/** \`key value|…\`. Key and value may differ in length. */
${declaration('REGIONAL_WORDS', lines(words))}
`,
);
