/**
 * Tells when a page has become another without being loaded: its script has changed the address (`history.pushState`)
 * and then, in its own time, the content. The Navigation API says when the address changes (HTML, 7.2.6); browsers
 * without it (Firefox before 147) are asked for the address once a second.
 */

/** A page is taken to have its new content when nothing of it has changed for so long, in milliseconds. */
const QUIET_MS = 300;
/** Content that is fetched may come after a quiet moment; it is waited for this long. */
const LONGEST_WAIT_MS = 4000;
const ADDRESS_CHECK_MS = 1000;

/** A fragment that a script reads as an address of its own: `#/news/1`, `#!/news/1`. */
const ROUTE = /^#!?\//;

/** What tells one page of a document from another: the address, its fragment only where that is a route. */
export function pageAddress({ href, hash }: Location): string {
  return ROUTE.test(hash) ? href : href.split('#', 1)[0]!;
}

function onAddressChange(window: Window, changed: () => void): () => void {
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', changed);
    return () => navigation.removeEventListener('currententrychange', changed);
  }
  const timer = window.setInterval(changed, ADDRESS_CHECK_MS);
  return () => window.clearInterval(timer);
}

/** Calls `quiet` each time the page has come to rest, until it has had `LONGEST_WAIT_MS` to do so; at least once. */
function whileSettling(window: Window & typeof globalThis, quiet: () => void): () => void {
  let rest = 0;
  const wait = () => {
    window.clearTimeout(rest);
    rest = window.setTimeout(quiet, QUIET_MS);
  };
  const observer = new window.MutationObserver(wait);
  const stop = () => {
    observer.disconnect();
    window.clearTimeout(rest);
    window.clearTimeout(end);
  };
  // A page that never rests is taken as it is then.
  const end = window.setTimeout(() => observer.disconnect(), LONGEST_WAIT_MS);
  observer.observe(window.document, { subtree: true, childList: true, characterData: true });
  wait();
  return stop;
}

/**
 * Calls `moved` when the document has become another page and come to rest; again when it changes once more soon after.
 * Returns the function that stops it.
 */
export function onInPageNavigation(window: Window & typeof globalThis, moved: () => void): () => void {
  let address = pageAddress(window.location);
  let stopSettling = () => {};
  const stopWatching = onAddressChange(window, () => {
    const now = pageAddress(window.location);
    if (now === address) return;
    address = now;
    stopSettling();
    stopSettling = whileSettling(window, moved);
  });
  return () => {
    stopWatching();
    stopSettling();
  };
}
