/** The background: answers messages, runs commands, keeps badge, menus and added sites. It keeps no state of its own. */
import browser from 'webextension-polyfill';
import { draftOf } from '../clips/drafts';
import { clearBadges, showBadge } from './badge';
import { type Command, isCommand, run } from './commands';
import { convertTab } from './convert-tab';
import { deleteData } from './data-deletion';
import { digestOf } from './digests';
import { acceptLoss, backedUp, careForLibrary, libraryHealth } from './library-care';
import { library } from './library-connection';
import { change, deleteClips, importPart, keepDraft } from './library-handlers';
import { save, sheetOf } from './library-writer';
import { makeMenus } from './menus';
import { BACKGROUND_CHECKS, GLANCE_CHECKS, SURFACE_CHECKS } from './message-checks';
import {
  type BackgroundMessages,
  fromExtension,
  fromPageScript,
  type GlanceMessages,
  listen,
  type SurfaceMessages,
} from './messages';
import { chosen, startPicker } from './picker-tab';
import { openReadingView } from './reading-view-tab';
import { changeSettings, onSettingsChange, readSettings } from './settings';
import { chooseForSite, greetOpenTabs, greetPage } from './site-tab';
import { registerAddedSites } from './sites';
import { configureSync, startSync, syncNow, syncStatus } from './sync';
import { keepToolbar, pressToolbar } from './toolbar-tab';

/** Milliseconds after its start in which the background does what it was woken for, and nothing else. */
const CARE_AFTER = 5_000;

/** The page that is opened when Qingyue has been installed. */
const WELCOME_PAGE = 'welcome.html';

/** Listeners must stand when the script has run: a sleeping worker is woken for them. */
export function startBackground(): void {
  listen<keyof BackgroundMessages>(
    {
      'tab:sheet': ({ tabId }) => sheetOf(tabId),
      'tab:convert': ({ tabId, on }) => convertTab(tabId, on),
      'tab:reading-view': ({ tabId }) => openReadingView(tabId),
      'tab:pick': ({ tabId }) => startPicker(tabId),
      'tab:site': ({ tabId, url, choice }) => chooseForSite(tabId, url, choice),
      'digest:make': digestOf,
      'clip:save': async (request) => {
        const result = await save(request);
        if (result.ok) await showBadge(request.tabId, 'clipped');
        return result;
      },
      'clip:change': ({ clipIds, change: fields }) => change(clipIds, fields),
      'clip:delete': async ({ clipIds }) => {
        await deleteClips(clipIds);
        return undefined;
      },
      'clip:import': importPart,
      'draft:get': async ({ url }) => draftOf(await library(), url),
      'draft:set': keepDraft,
      'library:health': libraryHealth,
      'library:backed-up': backedUp,
      'library:accept-loss': acceptLoss,
      'data:delete': async ({ kinds }) => {
        await deleteData(kinds);
        return undefined;
      },
      'sync:status': syncStatus,
      'sync:configure': configureSync,
      'sync:now': syncNow,
    },
    fromExtension,
    BACKGROUND_CHECKS,
  );
  listen<keyof SurfaceMessages>(
    {
      'view:style': async ({ style }) => {
        await changeSettings({ reading: style });
        return undefined;
      },
      'toolbar:press': ({ action }, { tab }) => pressToolbar(tab!.id!, action),
      'toolbar:keep': ({ state }, { url }) => keepToolbar(url!, state),
      'toolbar:off': (_, { tab, url }) => chooseForSite(tab!.id!, url!, { toolbar: false }),
      'picker:chosen': ({ pick }, { tab, url }) => chosen(tab!.id!, url!, pick),
    },
    fromPageScript,
    SURFACE_CHECKS,
  );
  listen<keyof GlanceMessages>(
    {
      'page:glanced': (glanced, { tab, url }) => greetPage(tab!.id!, url!, glanced),
    },
    fromPageScript,
    GLANCE_CHECKS,
  );
  browser.commands.onCommand.addListener((command, tab) => {
    if (isCommand(command) && tab?.id !== undefined) void runShortcut(command, tab.id);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (isCommand(menuItemId) && tab?.id !== undefined) void run(menuItemId, tab.id);
  });
  onSettingsChange((now, before) => {
    if (now.contextMenu !== before.contextMenu || now.language !== before.language) void makeMenus();
    if (before.badge && !now.badge) void clearBadges();
  });
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) });
  });
  browser.runtime.onInstalled.addListener(() => void registerAddedSites().then(greetOpenTabs));
  browser.permissions.onAdded.addListener(() => void registerAddedSites());
  browser.permissions.onRemoved.addListener(() => void registerAddedSites());
  startSync();
  setTimeout(() => void careForLibrary().catch(() => {}), CARE_AFTER);
}

/** A shortcut does nothing where the reader has switched shortcuts off. */
async function runShortcut(command: Command, tabId: number): Promise<void> {
  if ((await readSettings()).shortcuts) await run(command, tabId);
}
