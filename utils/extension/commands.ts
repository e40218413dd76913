/** What shortcuts and the context menu do: the same few things, on the tab they were used in. */
import browser from 'webextension-polyfill';
import { showBadge } from './badge';
import { convertTab } from './convert-tab';
import { saveUnseen } from './library-writer';
import { askTab } from './messages';
import { ensureReader } from './reader-tab';
import { openReadingView } from './reading-view-tab';

/** Command names are those of the manifest. */
export const COMMANDS = {
  'toggle-script': async (tabId: number) => {
    await convertTab(tabId, 'toggle');
  },
  'toggle-focus': async (tabId: number) => {
    await ensureReader(tabId);
    await askTab(tabId, 'reader:focus', { on: 'toggle' });
  },
  'reading-view': async (tabId: number) => {
    await openReadingView(tabId);
  },
  'save-clip': async (tabId: number) => {
    const saved = await saveUnseen(tabId);
    await showBadge(tabId, saved?.ok ? 'clipped' : 'failed');
  },
};

export type Command = keyof typeof COMMANDS;

export function isCommand(name: string | number): name is Command {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

/** Runs a command; one that cannot be done there shows a badge instead of raising an error nobody sees. */
export async function run(command: Command, tabId: number): Promise<void> {
  try {
    await COMMANDS[command](tabId);
  } catch {
    await showBadge(tabId, 'failed');
  }
}

/** Entries of the context menu; the browser keeps them until they are made again. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const command of Object.keys(COMMANDS)) {
    browser.contextMenus.create({
      id: command,
      title: browser.i18n.getMessage(`manifest_${command.replaceAll('-', '_')}`),
      contexts: ['page', 'selection'],
    });
  }
}
