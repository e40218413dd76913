/** The words of the interface. Call `loadLanguage` once before the first `t`. */
import browser from 'webextension-polyfill';
import { LANGUAGES, type Language } from '../../locales/languages';
import type zhCN from '../../locales/zh_CN.json';
import { readSettings } from './settings';

export type MessageKey = keyof typeof zhCN;

const LOADERS: Record<Language, () => Promise<{ default: Record<MessageKey, string> }>> = {
  zh_CN: () => import('../../locales/zh_CN.json'),
  zh_TW: () => import('../../locales/zh_TW.json'),
  en: () => import('../../locales/en.json'),
};

const TAGS: Record<Language, string> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant', en: 'en' };

let words: Record<MessageKey, string> | undefined;

/** The interface language for a BCP 47 tag; Chinese without a script or region is simplified, all else English. */
export function languageFor(tag: string): Language {
  const lower = tag.toLowerCase();
  if (!lower.startsWith('zh')) return 'en';
  return /hant|tw|hk|mo/.test(lower) ? 'zh_TW' : 'zh_CN';
}

/** The language of the interface: the chosen one, or the browser's. */
async function interfaceLanguage(): Promise<Language> {
  const { language } = await readSettings();
  return language === 'auto' ? languageFor(browser.i18n.getUILanguage()) : language;
}

/** Some words of the interface with the BCP 47 tag of their language, for scripts on pages, which carry none. */
export async function wordsFor<K extends MessageKey>(
  keys: readonly K[],
): Promise<{ language: string; words: Record<K, string> }> {
  const language = await interfaceLanguage();
  const { default: all } = await LOADERS[language]();
  const words = Object.fromEntries(keys.map((key) => [key, all[key]])) as Record<K, string>;
  return { language: TAGS[language], words };
}

/** Loads the reader's language and names it on `document`, so that the right glyphs and voices are used. */
export async function loadLanguage(document: Document): Promise<Language> {
  const language = await interfaceLanguage();
  words = (await LOADERS[language]()).default;
  document.documentElement.lang = TAGS[language];
  return language;
}

/** The words for `key`, each `{name}` replaced by its value. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const message = words?.[key];
  if (message === undefined) throw new Error(`no words for ${key}: loadLanguage() has not finished`);
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

export { LANGUAGES, type Language };
