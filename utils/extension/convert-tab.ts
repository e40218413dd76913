/** Conversion of a tab as the reader has set it up: the words to replace, and the names to leave alone, the article's people among them. */
import type { Person } from '../digest/digest';
import { makeDigest } from '../digest/make-digest';
import type { PageReading, View } from '../page/page-reader';
import { digestInputOf } from '../reading';
import { regionalVocabulary } from '../script/regional-vocabulary';
import type { SimplifierOptions } from '../script/simplify';
import { askTab } from './messages';
import { readTab } from './reader-tab';
import { readSettings } from './settings';

/** @throws UnreachableTab */
export async function convertTab(tabId: number, on: boolean | 'toggle'): Promise<View> {
  const page = await readTab(tabId);
  const wanted = on === 'toggle' ? !page.view.converted : on;
  return askTab(tabId, 'reader:convert', { on: wanted, choices: wanted ? await choicesFor(page) : {} });
}

/** What the reader's settings and the people of the article ask of a conversion of the page. */
export async function choicesFor(page: PageReading): Promise<SimplifierOptions> {
  return choicesOf(page.state === 'article' ? makeDigest(digestInputOf(page.reading)).people : []);
}

/** What the reader's settings ask of a conversion of a text with these people in it. */
export async function choicesOf(people: readonly Person[]): Promise<SimplifierOptions> {
  const { protectedNames, regionalWords } = await readSettings();
  const protect = [...protectedNames, ...people.map(({ name }) => name)];
  return { protect, words: regionalWords ? regionalVocabulary() : [] };
}
