/**
 * The extension API as the browser has it, for what runs on pages: there the polyfill's weight would be paid on every one.
 * In Manifest V3 all of it answers with promises by itself, but for answers to messages; messages.ts knows.
 */
import type { Browser } from 'webextension-polyfill';

interface World {
  browser?: Browser;
  chrome?: Browser;
}

/** Looked up at each use: in a script whose extension was updated it goes away. */
export function nativeApi(): Browser {
  const { browser, chrome } = globalThis as World;
  const api = browser?.runtime ? browser : chrome;
  if (!api?.runtime) throw new Error('the extension is gone');
  return api;
}
