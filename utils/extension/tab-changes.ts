/** Tells a panel that is open that a tab was changed from elsewhere: by a shortcut, the menu, the toolbar or the popup. */
const CHANNEL = 'qingyue-tabs';

export function announceTabChange(tabId: number): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(tabId);
  channel.close();
}

/** Calls `changed` after every change of the tab; returns the function that stops it. */
export function onTabChange(tabId: number, changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === tabId) changed();
  };
  return () => channel.close();
}
