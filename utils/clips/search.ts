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
export function matchClips(clips: readonly Clip[], texts: SearchTexts | null, query: string): readonly Clip[] {
  return new LibrarySearch(clips, texts).find(query);
}

/** A clip with its text beside it: reading a map for every clip and letter would take longer than reading the text. */
interface Entry {
  clip: Clip;
  text: string;
  /** Null until a word is not in the text. */
  header: string | null;
}

/** Searches one library while the query is being typed: a query that only grew is looked for in the last result. */
export class LibrarySearch {
  readonly #clips: readonly Clip[];
  readonly #texts: SearchTexts | null;
  /** Made for the first word. */
  #entries: readonly Entry[] | null = null;
  #terms: readonly string[] = [];
  #found: readonly Entry[] = [];

  /** `clips` and `texts` are expected not to change; make another search for others. */
  constructor(clips: readonly Clip[], texts: SearchTexts | null) {
    this.#clips = clips;
    this.#texts = texts;
  }

  /** As `matchClips`: a new array for another query, or the clips themselves. */
  find(query: string): readonly Clip[] {
    const terms = termsOf(query);
    if (terms.length === 0) return this.#clips;
    this.#entries ??= this.#clips.map((clip) => ({ clip, text: this.#texts?.get(clip.id) ?? '', header: null }));
    const known = this.#terms;
    const grown = known.length > 0 && known.every((old) => terms.some((term) => term.includes(old)));
    this.#found = (grown ? this.#found : this.#entries).filter((entry) => holds(entry, terms));
    this.#terms = terms;
    return this.#found.map(({ clip }) => clip);
  }
}

/** The text is looked through first: for most words it answers at once. */
function holds(entry: Entry, terms: readonly string[]): boolean {
  return terms.every((term) => {
    if (entry.text.includes(term)) return true;
    entry.header ??= headerForm(entry.clip);
    return entry.header.includes(term);
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
