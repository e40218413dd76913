/** Finds offices, ranks and occupations (书记, 常务副市长, 女士) in a normalised line. */
import titles from './lexica/titles.json';
import { normalise } from './normalise';
import { WordList } from './word-list';

/** What may stand before a title and belongs to it. */
const PREFIXES = [
  '专职副',
  '兼职副',
  '常务副',
  '第一副',
  '副',
  '代理',
  '代',
  '原',
  '前',
  '署理',
  '名誉',
  '荣誉',
  '执行',
  '首席',
  '助理',
  '候任',
  '新任',
  '新科',
  '责任',
  '总',
];
/** Forms of address: they say that a person is named, not what the person does. */
const ADDRESSES = new Set(['先生', '女士', '小姐', '同志', '同学', '老师']);
/** What anybody can be: behind these stand common nouns as often as names. */
const EVERYBODY = new Set(
  '村民 居民 市民 游客 乐迷 党员 老党员 志愿者 学生 家长 群众 业主 商户 职工 工人 司机 农户 贫困户 老人 老兵 患者 弟子 毕业生 队员 选手 干部 户主 种植户 养殖户 专家 代表 学者'.split(
    ' ',
  ),
);
/** Most prefixes that one title carries. */
const MOST_PREFIXES = 4;
let words: WordList | null = null;
let prefixes: WordList | null = null;

const titleWords = (): WordList => {
  words ??= new WordList(new Set(normalise(titles.titles).split(' ')));
  return words;
};
const prefixWords = (): WordList => {
  prefixes ??= new WordList(new Set(PREFIXES));
  return prefixes;
};

/** The title that ends before `end`, with its prefixes, or ''. */
export function titleEndingAt(text: string, end: number): string {
  const word = titleWords().endingAt(text, end);
  if (!word) return '';
  let start = end - word.length;
  for (let count = 0; count < MOST_PREFIXES; count += 1) start -= prefixWords().endingAt(text, start).length;
  return text.slice(start, end);
}

/** The title that begins at `start`, with its prefixes, or ''. */
export function titleStartingAt(text: string, start: number): string {
  let at = start;
  for (let count = 0; count <= MOST_PREFIXES; count += 1) {
    const prefix = prefixWords().startingAt(text, at);
    const word = titleWords().startingAt(text, at);
    if (word && word.length >= prefix.length) return text.slice(start, at + word.length);
    if (!prefix) return '';
    at += prefix.length;
  }
  return '';
}

export const isAddress = (title: string): boolean => ADDRESSES.has(title);
export const isEverybody = (title: string): boolean => EVERYBODY.has(title);
