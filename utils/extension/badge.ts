/** The badge on the toolbar button: one character that says what is known of the tab without opening the popup. */
import browser from 'webextension-polyfill';
import { readSettings } from './settings';

/** `clipped`: the page is in the library; `traditional`: an article in traditional script; `failed`: the last command failed. */
export type Badge = 'clipped' | 'traditional' | 'failed' | 'none';

const TEXT: Record<Badge, string> = { clipped: '藏', traditional: '繁', failed: '!', none: '' };
/** Seal red for what is kept, ink for what is seen; both reach 4.5:1 under white (WCAG 2.2, 1.4.3). */
const COLOUR: Record<Badge, string> = {
  clipped: '#9e2b25',
  traditional: '#44546a',
  failed: '#9e2b25',
  none: '#44546a',
};

/** Shows the badge on the button of a tab; none where the reader has switched badges off. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  try {
    if (!(await readSettings()).badge) return;
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR[badge] });
    await browser.action.setBadgeText({ tabId, text: TEXT[badge] });
  } catch {
    // The tab was closed meanwhile: there is no button left to put a badge on.
  }
}

/** Takes the badges of all tabs away. */
export async function clearBadges(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const clear = async (tabId: number) => browser.action.setBadgeText({ tabId, text: '' });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : clear(id))));
}
