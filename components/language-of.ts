/** BCP 47 tags for text by its script, so that the right glyphs and voices are used. */
import type { Script } from '../utils/script/script';

const TAGS: Record<Script, string | undefined> = {
  traditional: 'zh-Hant',
  simplified: 'zh-Hans',
  mixed: 'zh',
  japanese: 'ja',
  korean: 'ko',
  other: undefined,
};

export const languageOf = (script: Script): string | undefined => TAGS[script];
