/** Pinyin syllables as mirrors write them, with the tone as a mark, and with the tone as a number for comparing. */

const TONE_MARKED_LETTERS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';

/** Letters of syllables, with the IPA a and g that GBK has and some converters write. */
const LETTERS = `a-zɑɡü${TONE_MARKED_LETTERS}`;

/** A pattern that captures what may be a syllable, of up to six letters (zhuāng); some sites write (luò ) with a space. */
export const SYLLABLE = `([${LETTERS}]{1,6}) ?`;

const TONELESS_SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeoiuv]|ai|ei|ao|ou|an|en|ang|eng|er|ong|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|ve)$/;

const TONE_MARK = new RegExp(`[${TONE_MARKED_LETTERS}]`, 'g');

/** Combining macron, acute, caron and grave, in the order of the tones. */
const COMBINING_TONES = '\u0304\u0301\u030c\u0300';
const COMBINING_TONE = new RegExp(`[${COMBINING_TONES}]`);

/** Whether a syllable carries one tone mark. */
export const isToneMarked = (syllable: string): boolean => syllable.match(TONE_MARK)?.length === 1;

/** Whether it can be a syllable without its tone mark. */
export const isToneless = (syllable: string): boolean => TONELESS_SYLLABLE.test(syllable);

/** yàn → yan4, lǜ → lv4, de → de0. */
export function numberedSyllable(syllable: string): string {
  const letters = syllable.normalize('NFD').replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').replaceAll('u\u0308', 'v');
  const mark = letters.match(COMBINING_TONE)?.[0];
  if (mark === undefined) return `${letters}0`;
  return letters.replace(mark, '') + (COMBINING_TONES.indexOf(mark) + 1);
}
