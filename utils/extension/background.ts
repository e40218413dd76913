/** The background: answers messages, runs commands, keeps badge, menus and added sites. It keeps no state of its own. */
import browser from 'webextension-polyfill';
import { changeClip } from '../clips/store';
import { showBadge } from './badge';
import { isCommand, makeMenus, run } from './commands';
import { convertTab } from './convert-tab';
import { announceChange } from './library-changes';
import { isTabClipped, library, save, sheetOf } from './library-writer';
import { type BackgroundMessages, fromExtension, fromPageScript, type GlanceMessages, listen } from './messages';
import { registerAddedSites } from './sites';

async function change(clipId: string, fields: Parameters<typeof changeClip>[2]): Promise<undefined> {
  await changeClip(await library(), clipId, fields);
  announceChange();
}

/** Listeners must stand when the script has run: a sleeping worker is woken for them. */
export function startBackground(): void {
  listen<keyof BackgroundMessages>(
    {
      'tab:sheet': ({ tabId }) => sheetOf(tabId),
      'tab:convert': ({ tabId, on }) => convertTab(tabId, on),
      'clip:save': async (request) => {
        const result = await save(request);
        if (result.ok) await showBadge(request.tabId, 'clipped');
        return result;
      },
      'clip:trash': ({ clipId }) => change(clipId, { trashedAt: new Date().toISOString() }),
      'clip:restore': ({ clipId }) => change(clipId, { trashedAt: null }),
      'clip:note': ({ clipId, note }) => change(clipId, { note }),
    },
    fromExtension,
  );
  listen<keyof GlanceMessages>(
    {
      'page:glanced': async ({ traditional, likelyArticle }, { tab, url }) => {
        if (tab?.id === undefined || !url) return;
        const clipped = await isTabClipped(url).catch(() => false);
        await showBadge(tab.id, clipped ? 'clipped' : traditional && likelyArticle ? 'traditional' : 'none');
      },
    },
    fromPageScript,
  );
  browser.commands.onCommand.addListener((command, tab) => {
    if (isCommand(command) && tab?.id !== undefined) void run(command, tab.id);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (isCommand(menuItemId) && tab?.id !== undefined) void run(menuItemId, tab.id);
  });
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  browser.runtime.onInstalled.addListener(() => void registerAddedSites());
  browser.permissions.onAdded.addListener(() => void registerAddedSites());
  browser.permissions.onRemoved.addListener(() => void registerAddedSites());
}
