/** The meta tags that portals fill: those of 国办发〔2017〕47号, Dublin Core, Open Graph, and JSON-LD's date. */

export interface Meta {
  title: string | null;
  published: string | null;
  source: string | null;
  author: string | null;
  column: string | null;
  siteName: string | null;
  siteCode: string | null;
  organiser: string | null;
  jsonLdDate: string | null;
}

/** Names in order of trust; lower case. */
const TITLE_NAMES = ['articletitle', 'dc.title', 'og:title'];
const PUBLISHED_NAMES = ['pubdate', 'dc.date', 'dc.date.issued', 'article:published_time', 'publishdate', 'date'];
const SOURCE_NAMES = ['contentsource', 'dc.creator', 'dc.publisher'];
const COLUMN_NAMES = ['columnname', 'article:section'];
const SITE_NAMES = ['sitename', 'og:site_name', 'application-name'];

/** Longest JSON-LD that is read. */
const LONGEST_JSON_LD = 100_000;

/** Reads the tags of the document's head. Empty values count as absent. */
export function metaOf(document: Document): Meta {
  const values = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').trim().toLowerCase();
    const content = (tag.getAttribute('content') ?? '').trim();
    if (name !== '' && content !== '' && !values.has(name)) values.set(name, content);
  }
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = values.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  return {
    title: first(TITLE_NAMES),
    published: first(PUBLISHED_NAMES),
    source: first(SOURCE_NAMES),
    author: first(['author']),
    column: first(COLUMN_NAMES),
    siteName: first(SITE_NAMES),
    siteCode: first(['siteidcode']),
    organiser: first(['organiser', 'sitesponsor']),
    jsonLdDate: jsonLdDate(document),
  };
}

function jsonLdDate(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (json.length > LONGEST_JSON_LD) continue;
    const date = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(json)?.[1];
    if (date !== undefined) return date;
  }
  return null;
}
