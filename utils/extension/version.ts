/** Which Qingyue this is. */
import browser from 'webextension-polyfill';

export const version = (): string => browser.runtime.getManifest().version;
