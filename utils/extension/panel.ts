/** The browser's pane beside the page: Chrome's side panel, Firefox's sidebar. Some browsers have neither. */
import type { Browser } from 'webextension-polyfill';
import { nativeApi } from './native-api';

/** https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/**
 * Opens the panel in the window, or null where the browser has none to open.
 * Call the function at once in the handler of a click: browsers open panels for nothing else.
 */
export function panelOpener(): ((windowId: number) => Promise<void>) | null {
  const { sidePanel, sidebarAction } = nativeApi() as Partial<Browser> & { sidePanel?: Partial<SidePanel> };
  if (sidePanel?.open) return (windowId) => (sidePanel as SidePanel).open({ windowId });
  if (sidebarAction) return () => sidebarAction.open();
  return null;
}
