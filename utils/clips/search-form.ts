/**
 * The search form of a text: the spelling under which both Chinese scripts, full and half width, and upper and lower
 * case are the same. What is a part of a text is, in search form, a part of the text's search form.
 */
import { simplify } from '../script/simplify';

/**
 * Characters whose conversion depends on the word they stand in (著作 keeps 著, 看著 becomes 看着), so that a part of the
 * word would be converted otherwise than the whole. All of a group become its first. Greek sigma varies likewise, and
 * the brackets of document numbers with the keyboard.
 */
const SAME_IN_SEARCH =
  '着著 坏坯 链炼 径迳 泛氾 沈沉 升昇陞 咤吒 干乾 巨钜 钟锺 秘祕 么幺麽 具俱 借藉 复覆 了瞭 克剋 余馀 厘釐 搜蒐 仿彷 ' +
  '苏甦 征徵 捍扞 于於 修脩 里哩 札劄 划画 苔薹 夹袷 溪谿 恶𫫇 蒙濛 计計 澄澂 泄洩 苎苧 σς [〔 ]〕';

const FIRST_OF_GROUP = new Map(
  SAME_IN_SEARCH.split(' ').flatMap((group) => {
    const [first = '', ...others] = group;
    return others.map((other): [string, string] => [other, first]);
  }),
);
const OTHERS = new RegExp(`[${[...FIRST_OF_GROUP.keys()].join('')}]`, 'gu');

/** Combining marks after the 30th of a character, which the Stream-Safe Text Format (UAX #15) does not allow either. */
const MARKS_TOO_MANY = /(\p{M}{30})\p{M}+/gu;

/** Normalising is quadratic in the marks of one character. Texts up to this many units take no time that matters. */
const SHORT = 1000;

/** NFKC (UAX #15). In a long text, marks above 30 on a character are dropped, for it to take linear time. */
export function compatibilityForm(text: string): string {
  return (text.length > SHORT ? text.replace(MARKS_TOO_MANY, '$1') : text).normalize('NFKC');
}

/** NFKC, lower case, simplified, runs of white space as one space, none at the ends. Any string has one. */
export function searchForm(text: string): string {
  return simplify(compatibilityForm(text).toLowerCase())
    .replace(OTHERS, (character) => FIRST_OF_GROUP.get(character) ?? character)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The search form of an article: the headline and the lines of the body, a line feed between them. */
export function searchTextOf(title: string, lines: readonly string[]): string {
  return [title, ...lines].map(searchForm).join('\n');
}
