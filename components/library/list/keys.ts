/** The single keys of the list. They work only while it has the focus, and never with a modifier (WCAG 2.2, 2.1.4). */
export type Command = 'search' | 'next' | 'previous' | 'select' | 'star' | 'trash' | 'undo' | 'help';

const COMMANDS = new Map<string, Command>([
  ['/', 'search'],
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['ArrowUp', 'previous'],
  ['x', 'select'],
  ['s', 'star'],
  ['#', 'trash'],
  ['Delete', 'trash'],
  ['u', 'undo'],
  ['?', 'help'],
]);

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** True while an input method composes: the key belongs to it. */
  isComposing: boolean;
}

/** What a key asks of the list; null when it is not the list's. */
export function commandOf({ key, ctrlKey, altKey, metaKey, isComposing }: Pressed): Command | null {
  if (ctrlKey || altKey || metaKey || isComposing) return null;
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
