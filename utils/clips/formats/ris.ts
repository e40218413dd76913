/** Clips as RIS, the tagged format that every reference manager reads. */
import type { ClipWithVersions } from '../clip';
import { type Reference, referenceOf } from './reference';

/** RIS writes a day as `YYYY/MM/DD/`. */
const dayOf = (day: string) => `${day.replaceAll('-', '/')}/`;

/** A comma would part a name into family and given name. */
const nameOf = (name: string) => name.replaceAll(',', '，');

/** Tag and value. A value is one line (see Reference), so that it cannot begin another tag. */
function fieldsOf(reference: Reference): [tag: string, value: string | null][] {
  const { title, authors, site, published, accessed, url, documentNumber, language, keywords, note } = reference;
  return [
    ['TY', 'ELEC'],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', nameOf(author)]),
    ['T2', site],
    ['PY', published?.slice(0, 'YYYY'.length) ?? null],
    ['DA', published && dayOf(published)],
    ['Y2', dayOf(accessed)],
    ['UR', url],
    ['LA', language],
    ['C1', documentNumber],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', note],
    ['ER', ''],
  ];
}

/** Records of type ELEC (web page), one a clip; the document number is in C1, free for use. Lines end in CR LF. */
export function toRis(entries: Iterable<ClipWithVersions>): string {
  return Array.from(entries, (entry) =>
    fieldsOf(referenceOf(entry))
      .filter(([, value]) => value !== null)
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join(''),
  ).join('\r\n');
}
