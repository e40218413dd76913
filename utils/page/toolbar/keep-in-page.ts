/** Puts an element of ours back when the page takes it away, a few times; then the page has its will. */

const MOST_RETURNS = 3;

/** Appends `host` to the document's element and keeps it there; returns what takes it away for good. */
export function keepInPage(document: Document, host: Element): () => void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returns === MOST_RETURNS) {
      observer.disconnect();
      return;
    }
    returns += 1;
    put();
  });
  const put = () => {
    document.documentElement.append(host);
    // `document.open` may have brought another element.
    observer.observe(document.documentElement, { childList: true });
  };
  observer.observe(document, { childList: true });
  put();
  return () => {
    observer.disconnect();
    host.remove();
  };
}
