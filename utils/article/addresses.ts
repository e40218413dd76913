/** Addresses on a page: made absolute against the page's base, and only of schemes that are safe to follow. */

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The base that relative addresses of the page are meant against: `<base href>` if there is one, else the page itself. */
export function baseOf(document: Document, url: string): string {
  const href = document.querySelector('base[href]')?.getAttribute('href');
  return (href != null && absolute(href, url)) || url;
}

/** The absolute form of `href`, or null when it is malformed or not `http:`, `https:` or `mailto:`. */
export function absolute(href: string, base: string): string | null {
  try {
    const address = new URL(href.trim(), base);
    return SAFE_SCHEMES.has(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
