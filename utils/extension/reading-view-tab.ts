/** Opens the reading view in a tab: the article as its reader found it, with its simplified form. */

import browser from 'webextension-polyfill';
import { isConverted } from '../page/convert-block';
import { shownArticle } from '../page/reading-view/shown-article';
import { VIEW_WORDS } from '../page/reading-view/view-words';
import type { Reading } from '../reading';
import { createSimplifier } from '../script/simplify';
import { choicesFor } from './convert-tab';
import { wordsFor } from './language';
import { askTab } from './messages';
import { readTab } from './reader-tab';
import { readSettings } from './settings';

const VIEW_FILE = 'reading-view.js';

/** The BCP 47 tag that gets an article its glyphs and its voice. */
function tagOf({ script, article }: Reading): string {
  if (script === 'simplified') return 'zh-Hans';
  return isConverted(script) ? 'zh-Hant' : article.language || 'zh';
}

/** Whether there was an article to open. @throws UnreachableTab */
export async function openReadingView(tabId: number, focus: 'article' | 'size' = 'article'): Promise<boolean> {
  const page = await readTab(tabId);
  if (page.state !== 'article') return false;
  const { reading } = page;
  const simplifier = isConverted(reading.script) ? createSimplifier(await choicesFor(page)) : null;
  const article = shownArticle(reading.article, tagOf(reading), simplifier && ((text) => simplifier.convert(text)));
  const [{ reading: style }, words] = await Promise.all([readSettings(), wordsFor(VIEW_WORDS)]);
  await browser.scripting.executeScript({ target: { tabId }, files: [VIEW_FILE] });
  await askTab(tabId, 'view:open', { article, style, focus, ...words });
  return true;
}
