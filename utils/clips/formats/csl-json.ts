/** Clips as CSL-JSON, the item format of citation processors (CSL 1.0.2, appendix "CSL-JSON schema"). */
import type { ClipWithVersions } from '../clip';
import { type Reference, referenceOf } from './reference';

const dateOf = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** Agencies and Chinese names go in whole (`literal`): CSL would else print a Chinese name with its parts apart. */
function itemOf(reference: Reference): Record<string, unknown> {
  const { id, title, authors, site, published, accessed, url, documentNumber, language, keywords, note } = reference;
  return {
    id,
    type: 'webpage',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    'container-title': site,
    ...(published !== null && { issued: dateOf(published) }),
    accessed: dateOf(accessed),
    ...(url !== null && { URL: url }),
    ...(documentNumber !== null && { number: documentNumber }),
    language,
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    ...(note !== null && { note }),
  };
}

/** An array of items of type `webpage`, one a clip. */
export function toCslJson(entries: Iterable<ClipWithVersions>): string {
  return `${JSON.stringify(
    Array.from(entries, (entry) => itemOf(referenceOf(entry))),
    null,
    2,
  )}\n`;
}
