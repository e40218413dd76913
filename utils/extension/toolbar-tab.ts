/** The toolbar of a tab, as the background sees it: put there where the reader wants it, and its presses answered. */
import browser from 'webextension-polyfill';
import type { ToolbarState } from '../page/toolbar/toolbar';
import { TOOLBAR_ACTIONS, TOOLBAR_WORDS, type ToolbarAction, type ToolbarOutcome } from '../page/toolbar/toolbar-words';
import { showBadge } from './badge';
import { convertTab } from './convert-tab';
import { wordsFor } from './language';
import { saveUnseen } from './library-writer';
import { askTab } from './messages';
import { readTab } from './reader-tab';
import { openReadingView } from './reading-view-tab';

import { changeSite, type SiteToolbar } from './site-memory';
import { announceTabChange } from './tab-changes';

const TOOLBAR_FILE = 'toolbar.js';

const openedView = (opened: boolean): ToolbarOutcome => (opened ? 'done' : 'no_article');

/** What each button does. @throws UnreachableTab */
const ACTIONS: Record<ToolbarAction, (tabId: number) => Promise<ToolbarOutcome>> = {
  script: async (tabId) => {
    await convertTab(tabId, 'toggle');
    return 'done';
  },
  focus: async (tabId) => {
    if ((await readTab(tabId)).state !== 'article') return 'no_article';
    await askTab(tabId, 'reader:focus', { on: 'toggle' });
    return 'done';
  },
  size: async (tabId) => openedView(await openReadingView(tabId, 'size')),
  read: async (tabId) => openedView(await openReadingView(tabId)),
  digest: async () => {
    await browser.action.openPopup();
    return 'done';
  },
  save: async (tabId) => {
    const saved = await saveUnseen(tabId);
    if (!saved) return 'no_article';
    if (!saved.ok) return 'failed';
    await showBadge(tabId, 'clipped');
    return saved.outcome === 'unchanged' ? 'unchanged' : 'saved';
  },
};

/** Does what a button of the toolbar says; never throws. */
export function pressToolbar(tabId: number, action: ToolbarAction): Promise<ToolbarOutcome> {
  return ACTIONS[action](tabId)
    .catch(() => 'failed' as const)
    .finally(() => announceTabChange(tabId));
}

/** Not every browser lets an extension open its popup. */
function actionsHere(): ToolbarAction[] {
  const opens = typeof browser.action.openPopup === 'function';
  return TOOLBAR_ACTIONS.filter((action) => action !== 'digest' || opens);
}

/** Makes the tab have the toolbar, or not, as its site does. */
export async function setToolbar(tabId: number, { shown, place, unfolded }: SiteToolbar): Promise<void> {
  if (!shown) {
    await askTab(tabId, 'toolbar:hide').catch(() => {}); // nothing listens where it was never shown
    return;
  }
  await browser.scripting.executeScript({ target: { tabId }, files: [TOOLBAR_FILE] });
  const words = await wordsFor(TOOLBAR_WORDS);
  await askTab(tabId, 'toolbar:show', { place, unfolded, actions: actionsHere(), ...words });
}

/** Keeps what the reader did to the toolbar of a site. */
export async function keepToolbar(url: string, state: ToolbarState): Promise<undefined> {
  await changeSite(new URL(url).host, ({ toolbar }) => ({ toolbar: { ...toolbar, ...state } }));
  return undefined;
}
