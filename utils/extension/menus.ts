/** Qingyue's entries in the menu of a page, in the reader's language; none where the reader has switched them off. */
import browser, { type Menus } from 'webextension-polyfill';
import type { Command } from './commands';
import { type MessageKey, wordsFor } from './language';
import { readSettings } from './settings';

interface Entry {
  id: Command;
  title: MessageKey;
  contexts: Menus.ContextType[];
}

const ANYWHERE: Menus.ContextType[] = ['page', 'selection'];
const ON_TEXT: Menus.ContextType[] = ['selection'];

const ENTRIES: Entry[] = [
  { id: 'toggle-script', title: 'manifest_toggle_script', contexts: ANYWHERE },
  { id: 'toggle-focus', title: 'manifest_toggle_focus', contexts: ANYWHERE },
  { id: 'reading-view', title: 'manifest_reading_view', contexts: ANYWHERE },
  { id: 'save-clip', title: 'manifest_save_clip', contexts: ANYWHERE },
  { id: 'convert-selection', title: 'menu_convert_selection', contexts: ON_TEXT },
  { id: 'copy-simplified', title: 'menu_copy_simplified', contexts: ON_TEXT },
];

let making: Promise<void> = Promise.resolve();

/** Makes the entries anew, one making after the other; the browser keeps them until they are made again. */
export function makeMenus(): Promise<void> {
  making = making.then(make, make);
  return making;
}

async function make(): Promise<void> {
  await browser.contextMenus.removeAll();
  if (!(await readSettings()).contextMenu) return;
  const { words } = await wordsFor(ENTRIES.map(({ title }) => title));
  for (const { id, title, contexts } of ENTRIES) browser.contextMenus.create({ id, title: words[title], contexts });
}
