/**
 * Finds clips by the words of a query: a scan of what is written in search form. Reading 20 million characters takes
 * milliseconds, and there is no index to build, to keep or to go stale.
 */
import type { Clip } from './clip';
import { searchForm } from './search-form';

/** Texts of the newest versions in search form, by clip id. */
export type SearchTexts = ReadonlyMap<string, string>;

/** A phrase in quotation marks, which may still lack the closing one, or a word. */
const TERM = /"([^"]*)"?|“([^”]*)”?|「([^」]*)」?|[^\s"“「]+/g;

/** What a clip must hold to match the query, all of it, in search form: words, and phrases in quotation marks. */
export function termsOf(query: string): string[] {
  return Array.from(searchForm(query).matchAll(TERM), ([term, straight, curved, corner]) =>
    (straight ?? curved ?? corner ?? term).trim(),
  ).filter((term) => term !== '');
}

/**
 * The clips that hold every word of the query, in the order given; all of them for an empty query. Headline, note,
 * tags, people, places and sources are searched, and the body where `texts` has it.
 */
export function matchClips(clips: readonly Clip[], texts: SearchTexts | null, query: string): Clip[] {
  return holding(clips, texts, termsOf(query));
}

/** Searches one library while the query is being typed: a query that only grew is looked for in the last result. */
export class LibrarySearch {
  readonly #clips: readonly Clip[];
  readonly #texts: SearchTexts | null;
  #terms: string[] = [];
  #found: readonly Clip[];

  /** `clips` and `texts` are expected not to change; make another search for others. */
  constructor(clips: readonly Clip[], texts: SearchTexts | null) {
    this.#clips = clips;
    this.#texts = texts;
    this.#found = clips;
  }

  /** As `matchClips`. */
  find(query: string): Clip[] {
    const terms = termsOf(query);
    const grown = this.#terms.every((old) => terms.some((term) => term.includes(old)));
    const found = holding(grown ? this.#found : this.#clips, this.#texts, terms);
    this.#terms = terms;
    this.#found = found;
    return found;
  }
}

function holding(clips: readonly Clip[], texts: SearchTexts | null, terms: readonly string[]): Clip[] {
  return clips.filter((clip) => {
    const header = headerForm(clip);
    const text = texts?.get(clip.id) ?? '';
    return terms.every((term) => header.includes(term) || text.includes(term));
  });
}

/** Not white space, which a phrase may hold. */
const BETWEEN_ITEMS = '\0';

const headerForms = new WeakMap<Clip, string>();

/** What the header says, in search form. Made once for each clip. */
function headerForm(clip: Clip): string {
  const known = headerForms.get(clip);
  if (known !== undefined) return known;
  const { source, agency, documentNumber, host, people, places } = clip.card;
  const items = [
    clip.title,
    clip.note,
    ...clip.tags,
    source ?? '',
    agency ?? '',
    documentNumber ?? '',
    host,
    ...people.map(({ name }) => name),
    ...places.flatMap(({ name, chain }) => [name, ...chain]),
  ];
  const form = searchForm([...new Set(items)].join(BETWEEN_ITEMS));
  headerForms.set(clip, form);
  return form;
}
