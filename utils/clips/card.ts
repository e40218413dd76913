/** The card of a clip: what its newest version comes to in lists, facets and sorting. */
import { linesOf } from '../article/article';
import type { DateItem } from '../digest/digest';
import type { ClipCard, NewVersion } from './clip';
import { searchTextOf } from './search-form';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Days that a text states or implies; 近日 says only that something was lately. */
const isEventDay = ({ iso, basis }: DateItem) => iso !== null && basis !== 'approximate' && DAY.test(iso);

/** In code points. */
function lengthOf(lines: readonly string[]): number {
  let length = 0;
  for (const line of lines) for (const _ of line) length += 1;
  return length;
}

/** The search form of a version's title and lines. */
export function searchTextOfVersion({ article }: NewVersion): string {
  return searchTextOf(article.title, linesOf(article.blocks));
}

export function cardOf(version: NewVersion): ClipCard {
  const { article, digest, script, textHash } = version;
  const source = article.source?.value ?? null;
  return {
    published: article.published?.day ?? null,
    event: digest.dates.find(isEventDay)?.iso?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    source,
    host: article.publisher.host,
    agency: article.document?.issuer ?? source,
    documentNumber: article.document?.documentNumber ?? null,
    script,
    people: digest.people
      .filter(({ credit }) => !credit)
      .map(({ name, simplified, roles }) => ({ name, simplified, roles })),
    places: digest.places.map(({ name, simplified, chain }) => ({ name, simplified, chain })),
    textHash,
    length: lengthOf(linesOf(article.blocks)),
  };
}
