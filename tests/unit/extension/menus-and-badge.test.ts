import { beforeEach, describe, expect, test, vi } from 'vitest';

let settings: Record<string, unknown> = {};
let menu: { id: string; title: string; contexts: string[] }[] = [];
const badges = new Map<number, string>();

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local: { get: async () => ({ settings }) } },
    i18n: { getUILanguage: () => 'zh-TW' },
    contextMenus: {
      removeAll: async () => {
        menu = [];
      },
      create: (entry: (typeof menu)[number]) => {
        if (menu.some(({ id }) => id === entry.id)) throw new Error(`duplicate ${entry.id}`);
        menu.push(entry);
      },
    },
    action: {
      setBadgeBackgroundColor: async () => {},
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        if (tabId === 3) throw new Error('the tab is gone');
        badges.set(tabId, text);
      },
    },
    tabs: { query: async () => [{ id: 1 }, { id: 3 }, {}, { id: 2 }] },
  },
}));
const { makeMenus } = await import('../../../utils/extension/menus');
const { clearBadges, showBadge } = await import('../../../utils/extension/badge');

beforeEach(() => {
  settings = {};
  menu = [];
  badges.clear();
});

describe('the menu of pages', () => {
  test("stands in the reader's language; what works on text is there with text only", async () => {
    await makeMenus();
    expect(menu.map(({ id, contexts }) => [id, contexts.join()])).toEqual([
      ['toggle-script', 'page,selection'],
      ['toggle-focus', 'page,selection'],
      ['reading-view', 'page,selection'],
      ['save-clip', 'page,selection'],
      ['convert-selection', 'selection'],
      ['copy-simplified', 'selection'],
    ]);
    expect(menu.at(-1)?.title).toBe('複製為簡體');
    settings = { language: 'en' };
    await makeMenus();
    expect(menu.at(-1)?.title).toBe('Copy in simplified characters');
  });

  test('is made once however often it is asked for at a time', async () => {
    await Promise.all([makeMenus(), makeMenus(), makeMenus()]);
    expect(menu).toHaveLength(6);
  });

  test('is gone when it is switched off, and comes back', async () => {
    await makeMenus();
    settings = { contextMenu: false };
    await makeMenus();
    expect(menu).toEqual([]);
    settings = { contextMenu: true };
    await makeMenus();
    expect(menu).toHaveLength(6);
  });
});

describe('the badge', () => {
  test('is shown, unless badges are switched off', async () => {
    await showBadge(1, 'clipped');
    settings = { badge: false };
    await showBadge(2, 'clipped');
    expect([...badges]).toEqual([[1, '藏']]);
  });

  test('is taken from all tabs that are still there', async () => {
    await showBadge(1, 'traditional');
    await clearBadges();
    expect([...badges]).toEqual([
      [1, ''],
      [2, ''],
    ]);
  });
});
