/** What the reader has chosen, kept in `storage.local`. Unknown or damaged values fall back to the default. */
import browser from 'webextension-polyfill';
import { LANGUAGES, type Language } from '../../locales/languages';
import { CITATION_FORMS, type CitationForm } from '../clips/formats/citation';
import { cleanStyle, type ReadingStyle, USUAL_STYLE } from '../page/reading-view/reading-style';
import { SETTINGS_KEY } from './settings-key';

export interface Settings {
  /** `auto` follows the browser. */
  language: Language | 'auto';
  /** People whose names are converted as names, in traditional characters. */
  protectedNames: string[];
  /** Words that conversion leaves as they are, in traditional characters. */
  protectedWords: string[];
  /** Whether words of Taiwan and Hong Kong are replaced by those of the mainland: 軟體 → 软件. */
  regionalWords: boolean;
  /** How the reading view sets articles and reads them aloud. */
  reading: ReadingStyle;
  /** The form of the citation copied last. */
  citation: CitationForm;
  /** Whether the page's menu has entries of Qingyue's. */
  contextMenu: boolean;
  /** Whether the toolbar button says what is known of the page. */
  badge: boolean;
  /** Whether shortcuts are followed; that of the popup is the browser's own. */
  shortcuts: boolean;
  /** Whether the library reminds the reader of a backup. */
  backupReminder: boolean;
}

const DEFAULTS: Settings = {
  language: 'auto',
  protectedNames: [],
  protectedWords: [],
  regionalWords: false,
  reading: USUAL_STYLE,
  citation: '2025',
  contextMenu: true,
  badge: true,
  shortcuts: true,
  backupReminder: true,
};

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '';

const cleanWords = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isWord) : []);

type Switch = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

function clean(stored: unknown): Settings {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof Settings, unknown>
  >;
  const { language, protectedNames, protectedWords, reading, citation } = given;
  const isOn = (name: Switch) => {
    const value = given[name];
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  return {
    language: LANGUAGES.find((known) => known === language) ?? DEFAULTS.language,
    protectedNames: cleanWords(protectedNames),
    protectedWords: cleanWords(protectedWords),
    regionalWords: isOn('regionalWords'),
    reading: cleanStyle(reading),
    citation: CITATION_FORMS.find((known) => known === citation) ?? DEFAULTS.citation,
    contextMenu: isOn('contextMenu'),
    badge: isOn('badge'),
    shortcuts: isOn('shortcuts'),
    backupReminder: isOn('backupReminder'),
  };
}

export async function readSettings(): Promise<Settings> {
  return clean((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [SETTINGS_KEY]: settings });
  return settings;
}

/** Forgets every choice: all is as it was at first. */
export async function forgetSettings(): Promise<void> {
  await browser.storage.local.remove(SETTINGS_KEY);
}

/** Calls `changed` with the settings after and before every change; returns the function that stops it. */
export function onSettingsChange(changed: (now: Settings, before: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    const change = Object.hasOwn(changes, SETTINGS_KEY) ? changes[SETTINGS_KEY] : undefined;
    if (change) changed(clean(change.newValue), clean(change.oldValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
