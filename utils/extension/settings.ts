/** What the reader has chosen, kept in `storage.local`. Unknown or damaged values fall back to the default. */
import browser from 'webextension-polyfill';
import { LANGUAGES, type Language } from '../../locales/languages';
import { cleanStyle, type ReadingStyle, USUAL_STYLE } from '../page/reading-view/reading-style';
import { SETTINGS_KEY } from './settings-key';

export interface Settings {
  /** `auto` follows the browser. */
  language: Language | 'auto';
  /** People whose names conversion must leave alone, in traditional characters. */
  protectedNames: string[];
  /** Whether words of Taiwan and Hong Kong are replaced by those of the mainland: 軟體 → 软件. */
  regionalWords: boolean;
  /** How the reading view sets articles and reads them aloud. */
  reading: ReadingStyle;
}

const DEFAULTS: Settings = { language: 'auto', protectedNames: [], regionalWords: false, reading: USUAL_STYLE };

function clean(stored: unknown): Settings {
  const { language, protectedNames, regionalWords, reading } = (stored ?? {}) as Partial<
    Record<keyof Settings, unknown>
  >;
  return {
    language: LANGUAGES.find((known) => known === language) ?? DEFAULTS.language,
    protectedNames: Array.isArray(protectedNames)
      ? protectedNames.filter((name): name is string => typeof name === 'string' && name !== '')
      : DEFAULTS.protectedNames,
    regionalWords: typeof regionalWords === 'boolean' ? regionalWords : DEFAULTS.regionalWords,
    reading: cleanStyle(reading),
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
