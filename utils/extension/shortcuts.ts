/** The shortcuts as the browser has them now, and the way to the browser's page on which they are changed. */
import browser from 'webextension-polyfill';

export interface Shortcut {
  /** As in the manifest; `_execute_action` opens the popup. */
  name: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

/** Where Chrome and its relatives let shortcuts be changed; no link leads there, but the address can be typed. */
export const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}

/** Opens the browser's page for shortcuts; null where the browser has no such call, as Chrome has none. */
export function shortcutSettings(): (() => Promise<void>) | null {
  const { commands } = browser;
  return typeof commands.openShortcutSettings === 'function' ? () => commands.openShortcutSettings() : null;
}
