/** Words of Taiwan and Hong Kong and what the mainland says instead; apart, because only readers who ask for it pay for it. */
import type { Phrase } from './conversion-table';
import { REGIONAL_WORDS } from './regional-words';

/** The words for `createSimplifier({ words })`. */
export function regionalVocabulary(): Phrase[] {
  return REGIONAL_WORDS.split('|').map((pair) => {
    const [key = '', value = ''] = pair.split(' ');
    return { key, value };
  });
}
