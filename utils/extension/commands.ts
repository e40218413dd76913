/** What shortcuts and the context menu do: the same few things, on the tab they were used in. */
import { showBadge } from './badge';
import { choicesFor, convertTab } from './convert-tab';
import { saveUnseen } from './library-writer';
import { askTab } from './messages';
import { ensureReader, readTab } from './reader-tab';
import { openReadingView } from './reading-view-tab';
import { announceTabChange } from './tab-changes';

/** Names of those that have shortcuts are those of the manifest. Each resolves to whether it could be done. */
export const COMMANDS = {
  'toggle-script': async (tabId: number) => {
    await convertTab(tabId, 'toggle');
    return true;
  },
  'toggle-focus': async (tabId: number) => {
    await ensureReader(tabId);
    await askTab(tabId, 'reader:focus', { on: 'toggle' });
    return true;
  },
  'reading-view': openReadingView,
  'save-clip': async (tabId: number) => {
    const saved = await saveUnseen(tabId);
    if (saved?.ok) await showBadge(tabId, 'clipped');
    return saved?.ok === true;
  },
  'convert-selection': async (tabId: number) => {
    const choices = await choicesFor(await readTab(tabId));
    return (await askTab(tabId, 'reader:convert-selection', { choices })).done;
  },
  'copy-simplified': async (tabId: number) => {
    const choices = await choicesFor(await readTab(tabId));
    return (await askTab(tabId, 'reader:copy-simplified', { choices })).done;
  },
} satisfies Record<string, (tabId: number) => Promise<boolean>>;

export type Command = keyof typeof COMMANDS;

export function isCommand(name: string | number): name is Command {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

/** Runs a command; one that cannot be done there shows a badge instead of raising an error nobody sees. */
export async function run(command: Command, tabId: number): Promise<void> {
  const done = await COMMANDS[command](tabId).catch(() => false);
  if (!done) await showBadge(tabId, 'failed');
  announceTabChange(tabId);
}
