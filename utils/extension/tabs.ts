/** The tab a surface of the extension speaks of. */
import browser from 'webextension-polyfill';
import { fromPageScript, listen } from './messages';

export interface ShownTab {
  id: number;
  /** Empty where no permission shows it. */
  url: string;
}

/** The tab named by `?tab=` in `search` (a popup opened as a page of its own), else the one in front. */
export async function shownTab(search: string): Promise<ShownTab | null> {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  try {
    const [tab] = Number.isInteger(named)
      ? [await browser.tabs.get(named)]
      : await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
  } catch {
    return null;
  }
}

/** True for a tab of a private window, where nothing is kept that the reader did not ask to keep. */
export async function isPrivate(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito ?? false;
}

/** Calls `loaded` whenever the tab has finished loading a page, or turned into another; returns the function that stops it. */
export function onTabLoaded(tabId: number, loaded: () => void): () => void {
  const listener = (changed: number, { status }: { status?: string }) => {
    if (changed === tabId && status === 'complete') loaded();
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
