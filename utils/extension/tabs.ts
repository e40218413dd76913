/** The tab a surface of the extension speaks of. */
import browser, { type Tabs } from 'webextension-polyfill';
import { fromPageScript, listen } from './messages';

export interface ShownTab {
  id: number;
  windowId: number;
  /** Empty where no permission shows it. */
  url: string;
}

const shown = (tab: Tabs.Tab | undefined): ShownTab | null =>
  tab?.id === undefined
    ? null
    : { id: tab.id, windowId: tab.windowId ?? browser.windows.WINDOW_ID_CURRENT, url: tab.url ?? '' };

/** The tab named by `?tab=` in `search` (a popup opened as a page of its own), else the one in front. */
export async function shownTab(search: string): Promise<ShownTab | null> {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  try {
    const [tab] = Number.isInteger(named)
      ? [await browser.tabs.get(named)]
      : await browser.tabs.query({ active: true, currentWindow: true });
    return shown(tab);
  } catch {
    return null;
  }
}

/** Calls `changed` with the tab in front of the window, now and whenever another comes to the front; returns the function that stops it. */
export function onFrontTab(windowId: number, changed: (tab: ShownTab | null) => void): () => void {
  let latest = 0;
  const tell = async (ask: Promise<Tabs.Tab | undefined>) => {
    latest += 1;
    const turn = latest;
    const tab = await ask.catch(() => undefined);
    if (turn === latest) changed(shown(tab));
  };
  const listener = (activated: { tabId: number; windowId: number }) => {
    if (activated.windowId === windowId) void tell(browser.tabs.get(activated.tabId));
  };
  browser.tabs.onActivated.addListener(listener);
  // Asked only now: a tab that came to the front before anyone listened would be missed.
  void tell(browser.tabs.query({ active: true, windowId }).then(([tab]) => tab));
  return () => browser.tabs.onActivated.removeListener(listener);
}

/** The window that a page of the extension stands in. */
export async function ownWindow(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT;
}

/** True for a tab of a private window, where nothing is kept that the reader did not ask to keep. */
export async function isPrivate(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito ?? false;
}

/** What can be seen of a tab that goes on. */
export interface TabEvents {
  /** The tab has another address: of another page, or one that its page gave itself (`pushState`). Not seen without a permission for it. */
  moved: (url: string) => void;
  /** The page has finished loading. */
  loaded: () => void;
  /** The page has another title, as pages have when they put another article in place of one; some change it all the time. */
  retitled: () => void;
}

/** Follows the tab; returns the function that stops it. */
export function followTab(tabId: number, { moved, loaded, retitled }: TabEvents): () => void {
  const listener = (changed: number, { url, status, title }: Tabs.OnUpdatedChangeInfoType) => {
    if (changed !== tabId) return;
    if (url !== undefined) moved(url);
    if (status === 'complete') loaded();
    if (title !== undefined) retitled();
  };
  browser.tabs.onUpdated.addListener(listener);
  const stopListening = listen<'page:moved'>(
    {
      'page:moved': (_, { tab }) => {
        if (tab?.id === tabId) loaded();
      },
    },
    fromPageScript,
  );
  return () => {
    browser.tabs.onUpdated.removeListener(listener);
    stopListening();
  };
}

/** Closes the popup, so that what it opened in the page is in sight; a popup shown as a page or a side panel stays. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
