import { expect, test, vi } from 'vitest';

const stored: { settings?: unknown } = {};
vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getUILanguage: () => 'zh-HK' },
    storage: { local: { get: async () => stored, set: async (items: object) => Object.assign(stored, items) } },
  },
}));
const { languageFor, loadLanguage, t } = await import('../../../utils/extension/language');
const { changeSettings } = await import('../../../utils/extension/settings');

const document = () => ({ documentElement: { lang: '' } }) as Document;

test.each([
  ['zh', 'zh_CN'],
  ['zh-CN', 'zh_CN'],
  ['zh-Hans-SG', 'zh_CN'],
  ['zh-TW', 'zh_TW'],
  ['zh-Hant-HK', 'zh_TW'],
  ['en-US', 'en'],
  ['de', 'en'],
])('the interface for %s is %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language);
});

test('asking for words before they are loaded is an error, not an empty label', () => {
  expect(() => t('save')).toThrow('loadLanguage');
});

test('follows the browser until the reader has chosen, and fills placeholders with text that stays text', async () => {
  const page = document();
  expect(await loadLanguage(page)).toBe('zh_TW');
  expect(page.documentElement.lang).toBe('zh-Hant');
  expect(t('library_trashed', { what: '{what} <b>$&' })).toBe('已將{what} <b>$&移入資源回收筒。');
  await changeSettings({ language: 'en' });
  expect(await loadLanguage(page)).toBe('en');
  expect(t('save')).toBe('Save');
});
