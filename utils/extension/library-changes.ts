/** Tells open library pages that the library has changed. */
const CHANNEL = 'qingyue-library';

export function announceChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `changed` after every committed change; returns the function that stops it. */
export function onLibraryChange(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
