/** Conversion of a tab as the reader has set it up: the words to replace, and the names to leave alone, the article's people among them. */
import { digestInputOf } from '../digest/digest-input';
import type { PageReading, View } from '../page/page-reader';
import type { SimplifierOptions } from '../script/simplify';
import { choicesOf } from './conversion-choices';
import { digestOf } from './digests';
import { askTab } from './messages';
import { readTab } from './reader-tab';

/** @throws UnreachableTab */
export async function convertTab(tabId: number, on: boolean | 'toggle'): Promise<View> {
  const page = await readTab(tabId);
  const wanted = on === 'toggle' ? !page.view.converted : on;
  return askTab(tabId, 'reader:convert', { on: wanted, choices: wanted ? await choicesFor(page) : {} });
}

/** What the reader's settings and the people of the article ask of a conversion of the page. */
export async function choicesFor(page: PageReading): Promise<SimplifierOptions> {
  return choicesOf(page.state === 'article' ? digestOf(digestInputOf(page.reading)).people : []);
}
