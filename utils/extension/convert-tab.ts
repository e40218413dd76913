/** Conversion of a tab, with the names that it must leave alone: the reader's own list and the people of the article. */
import { makeDigest } from '../digest/make-digest';
import type { View } from '../page/page-reader';
import { digestInputOf } from '../reading';
import { askTab } from './messages';
import { readTab } from './reader-tab';
import { readSettings } from './settings';

/** @throws UnreachableTab */
export async function convertTab(tabId: number, on: boolean | 'toggle'): Promise<View> {
  const page = await readTab(tabId);
  const { protectedNames } = await readSettings();
  const people = page.state === 'article' ? makeDigest(digestInputOf(page.reading)).people.map(({ name }) => name) : [];
  return askTab(tabId, 'reader:convert', { on, protect: [...protectedNames, ...people] });
}
