/** What the reader's settings ask of a conversion. */
import type { Person } from '../digest/digest';
import { regionalVocabulary } from '../script/regional-vocabulary';
import type { SimplifierOptions } from '../script/simplify';
import { readSettings } from './settings';

/** The choices for a text with these people in it. */
export async function choicesOf(people: readonly Person[]): Promise<SimplifierOptions> {
  const { protectedNames, protectedWords, regionalWords } = await readSettings();
  const protect = [...protectedNames, ...people.map(({ name }) => name)];
  const kept = protectedWords.map((word) => ({ key: word, value: word }));
  return { protect, words: [...(regionalWords ? regionalVocabulary() : []), ...kept] };
}
