/**
 * Reads a WebDAV server's answer to PROPFIND (RFC 4918, 14.16): which files a folder holds, and their tags.
 * A service worker has no DOMParser, and a general XML parser weighs 20 kB; this reads the little XML that is needed:
 * elements, namespaces and text, no document types and so no entities but the five of XML itself.
 */

export interface ListedResource {
  /** As the server wrote it: a path or an address, percent-encoded. */
  href: string;
  etag: string | null;
  /** True for folders. */
  collection: boolean;
}

const DAV = 'DAV:';

/** Answers are about seven deep; anything much deeper is no answer. */
const MAX_DEPTH = 50;

/** One piece of markup or text, from where the last one ended. Groups: CDATA; closing slash, name, attributes, empty slash; text. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const NAMESPACE = /\sxmlns(?::([^\s"'=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `HTTP/1.1 200 OK`: the properties beside it were found. */
const FOUND = /^HTTP\/\S+\s+2\d\d\b/;

interface Element {
  /** Prefix and local name, as written. */
  written: string;
  /** Local name in the namespace `DAV:`, empty in others. */
  name: string;
  prefixes: ReadonlyMap<string, string>;
  text: string;
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, named?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? entity;
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}

function open(written: string, attributes: string, parent: Element | undefined): Element {
  const declared = [...attributes.matchAll(NAMESPACE)];
  const inherited = parent?.prefixes ?? new Map<string, string>();
  const prefixes =
    declared.length === 0
      ? inherited
      : new Map([
          ...inherited,
          ...declared.map(([, prefix = '', a, b]) => [prefix, decodeEntities(a ?? b ?? '')] as [string, string]),
        ]);
  const colon = written.indexOf(':');
  const namespace = prefixes.get(written.slice(0, Math.max(colon, 0)));
  return { written, name: namespace === DAV ? written.slice(colon + 1) : '', prefixes, text: '' };
}

/** Collects what the elements of an answer say, one closed element at a time. */
class Answer {
  readonly resources: ListedResource[] = [];
  private resource: ListedResource = { href: '', etag: null, collection: false };
  private properties: { etag: string | null; collection: boolean; found: boolean } = Answer.none();

  private static none() {
    return { etag: null, collection: false, found: true };
  }

  close({ name, text }: Element, parent: string | undefined): void {
    if (name === 'href' && parent === 'response') this.resource.href ||= text.trim();
    if (name === 'getetag') this.properties.etag = text.trim() || null;
    if (name === 'collection' && parent === 'resourcetype') this.properties.collection = true;
    if (name === 'status' && parent === 'propstat') this.properties.found = FOUND.test(text.trim());
    if (name === 'propstat') {
      const { etag, collection, found } = this.properties;
      if (found) this.resource = { ...this.resource, etag: etag ?? this.resource.etag, collection };
      this.properties = Answer.none();
    }
    if (name === 'response') {
      if (this.resource.href !== '') this.resources.push(this.resource);
      this.resource = { href: '', etag: null, collection: false };
    }
  }
}

/** The resources of a multistatus answer, or null when the text is not a whole one. */
export function parseMultistatus(xml: string): ListedResource[] | null {
  const answer = new Answer();
  const stack: Element[] = [];
  let root: string | undefined;
  TOKEN.lastIndex = 0;
  const source = xml.replace(/^\uFEFF/, '').trim();
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    if (!token) return null;
    const [, data, closing, written, attributes = '', empty, text] = token;
    const top = stack.at(-1);
    if (written === undefined) {
      if (top) top.text += data ?? decodeEntities(text ?? '');
      continue;
    }
    if (!closing) {
      const element = open(written, attributes, top);
      if (!top && root !== undefined) return null;
      root ??= element.name;
      stack.push(element);
      if (stack.length > MAX_DEPTH) return null;
    }
    if (closing || empty) {
      const element = stack.pop();
      if (element?.written !== written) return null;
      answer.close(element, stack.at(-1)?.name);
    }
  }
  return root === 'multistatus' && stack.length === 0 ? answer.resources : null;
}
