import { beforeEach, describe, expect, test, vi } from 'vitest';

/** An event of the browser. */
class Event<Arguments extends unknown[]> {
  readonly listeners = new Set<(...args: Arguments) => void>();
  addListener = (listener: (...args: Arguments) => void) => this.listeners.add(listener);
  removeListener = (listener: (...args: Arguments) => void) => this.listeners.delete(listener);
  fire = (...args: Arguments) => {
    for (const listener of this.listeners) listener(...args);
  };
}

interface FakeTab {
  id: number;
  windowId: number;
  url?: string;
}

const tabs = {
  open: new Map<number, FakeTab>(),
  onActivated: new Event<[{ tabId: number; windowId: number }]>(),
  onUpdated: new Event<[number, { url?: string; status?: string; title?: string }]>(),
  get: async (id: number) => {
    const tab = tabs.open.get(id);
    if (!tab) throw new Error(`no tab ${id}`);
    return tab;
  },
  query: async ({ active }: { active: boolean }) => (active ? [...tabs.open.values()].slice(0, 1) : []),
};
const onMessage = new Event<[unknown, unknown, unknown]>();
vi.stubGlobal('chrome', {
  runtime: { id: 'qingyue', getURL: (path: string) => `chrome-extension://qingyue/${path}`, onMessage },
});
vi.mock('webextension-polyfill', () => ({ default: { tabs, windows: { WINDOW_ID_CURRENT: -2 } } }));
const { followTab, onFrontTab, shownTab } = await import('../../../utils/extension/tabs');

beforeEach(() => {
  tabs.open.clear();
  for (const tab of [
    { id: 1, windowId: 10, url: 'https://www.example.gov.cn/1.html' },
    { id: 2, windowId: 10 },
    { id: 3, windowId: 11, url: 'https://www.example.gov.cn/3.html' },
  ])
    tabs.open.set(tab.id, tab);
});

test('the tab shown is the one named, else the one in front', async () => {
  expect(await shownTab('?tab=2')).toEqual({ id: 2, windowId: 10, url: '' });
  expect(await shownTab('')).toEqual({ id: 1, windowId: 10, url: 'https://www.example.gov.cn/1.html' });
  expect(await shownTab('?tab=9')).toBeNull();
});

describe('the tab in front', () => {
  test('of this window is told, of another is not, until it is no longer asked for', async () => {
    const changed = vi.fn();
    const stop = onFrontTab(10, changed);
    tabs.onActivated.fire({ tabId: 3, windowId: 11 });
    tabs.onActivated.fire({ tabId: 2, windowId: 10 });
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[{ id: 2, windowId: 10, url: '' }]]));
    stop();
    expect(tabs.onActivated.listeners.size).toBe(0);
  });

  test('is the last of several that came one after the other', async () => {
    const changed = vi.fn();
    const stop = onFrontTab(10, changed);
    tabs.onActivated.fire({ tabId: 1, windowId: 10 });
    tabs.onActivated.fire({ tabId: 2, windowId: 10 });
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(changed.mock.calls).toEqual([[{ id: 2, windowId: 10, url: '' }]]);
    stop();
  });

  test('is told at once', async () => {
    const changed = vi.fn();
    const stop = onFrontTab(10, changed);
    const front = { id: 1, windowId: 10, url: 'https://www.example.gov.cn/1.html' };
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[front]]));
    stop();
  });

  test('may be gone already', async () => {
    const changed = vi.fn();
    const stop = onFrontTab(10, changed);
    tabs.onActivated.fire({ tabId: 9, windowId: 10 });
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[null]]));
    stop();
  });
});

test.each([
  [{ url: 'https://www.example.gov.cn/2.html', status: 'loading' }, ['moved https://www.example.gov.cn/2.html']],
  [
    { url: 'https://www.example.gov.cn/2.html', status: 'complete' },
    ['moved https://www.example.gov.cn/2.html', 'loaded'],
  ],
  [{ status: 'loading' }, []],
  [{ status: 'complete' }, ['loaded']],
  [{ title: '另一篇' }, ['retitled']],
  [{}, []],
])('of a tab that goes on, %j is told as %j', (change, told) => {
  const seen: string[] = [];
  const stop = followTab(1, {
    moved: (url) => seen.push(`moved ${url}`),
    loaded: () => seen.push('loaded'),
    retitled: () => seen.push('retitled'),
  });
  tabs.onUpdated.fire(2, change);
  expect(seen).toEqual([]);
  tabs.onUpdated.fire(1, change);
  expect(seen).toEqual(told);
  stop();
  tabs.onUpdated.fire(1, change);
  expect(seen).toEqual(told);
});

test('a page that says that it has become another is read again, if it is the tab asked for', () => {
  const loaded = vi.fn();
  const stop = followTab(1, { moved: () => {}, loaded, retitled: () => {} });
  const say = (id: number) =>
    onMessage.fire(
      { name: 'page:moved' },
      { id: 'qingyue', url: 'https://www.example.gov.cn/1.html', tab: { id } },
      () => {},
    );
  say(2);
  say(1);
  return vi.waitFor(() => expect(loaded).toHaveBeenCalledTimes(1)).then(stop);
});
