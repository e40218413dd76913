/** The language of a clip for formats that ask for one. */
import type { Script } from '../../script/script';

/** BCP 47 tags. `und` is undetermined. */
export const LANGUAGES: Record<Script, string> = {
  simplified: 'zh-Hans',
  traditional: 'zh-Hant',
  mixed: 'zh',
  japanese: 'ja',
  korean: 'ko',
  other: 'und',
};
