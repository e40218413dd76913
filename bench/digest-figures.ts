/** Counts how much of what documents hold a digest finds, document by document. */
import type { Digest, DigestInput } from '../utils/digest/digest';
import { normalise } from '../utils/digest/normalise';
import type { LabelledDocument } from './digest-truth';

export interface Score {
  right: number;
  found: number;
  labelled: number;
}

export interface Figures {
  documents: number;
  people: Score;
  rolesRight: number;
  rolesAsked: number;
  placesExact: Score;
  placesOverlap: Score;
  organisations: Score;
  datesRight: number;
  datesLabelled: number;
  datesFound: number;
}

const emptyScore = (): Score => ({ right: 0, found: 0, labelled: 0 });

/** `digestOf` makes the digest that is judged. */
export function measure(
  documents: readonly LabelledDocument[],
  digestOf: (input: DigestInput, document: LabelledDocument) => Digest,
): Figures {
  const figures: Figures = {
    documents: documents.length,
    people: emptyScore(),
    rolesRight: 0,
    rolesAsked: 0,
    placesExact: emptyScore(),
    placesOverlap: emptyScore(),
    organisations: emptyScore(),
    datesRight: 0,
    datesLabelled: 0,
    datesFound: 0,
  };
  for (const document of documents) addDocument(figures, document, digestOf(document.input, document));
  return figures;
}

function addDocument(figures: Figures, { input, truth }: LabelledDocument, digest: Digest): void {
  const people = new Set(digest.people.map(({ simplified }) => simplified).filter((name) => !truth.optional.has(name)));
  add(figures.people, [...people], new Set(truth.people.keys()), (a, b) => a === b);
  for (const person of digest.people) {
    const labelled = truth.people.get(person.simplified);
    if (!labelled) continue;
    figures.rolesAsked += 1;
    if (labelled.size === 0 && person.credit) figures.rolesRight += 1;
    else if (sameRoles(new Set(person.roles.map(normalise)), labelled, truth.places)) figures.rolesRight += 1;
  }
  const texts = [input.title, ...input.lines];
  const written = digest.places.map((place) => [
    ...new Set(place.mentions.map(({ line, start, end }) => normalise((texts[line + 1] ?? '').slice(start, end)))),
  ]);
  const places = written.filter(
    (names) => !names.some((name) => [...truth.optional].some((other) => other.includes(name))),
  );
  const chains = digest.places.map(({ chain }) => chain);
  addPlaces(figures.placesExact, places, chains, truth.places, (a, b) => a === b);
  addPlaces(figures.placesOverlap, places, chains, truth.places, (a, b) => a.includes(b) || b.includes(a));
  add(
    figures.organisations,
    digest.organisations.map(({ simplified }) => simplified),
    truth.organisations,
    (a, b) => a === b,
  );
  const dates = digest.dates.flatMap(({ iso, mentions }) =>
    mentions.map(({ line, start, end }) => ({ text: normalise((texts[line + 1] ?? '').slice(start, end)), iso })),
  );
  figures.datesFound += digest.dates.length;
  figures.datesLabelled += truth.dates.length;
  figures.datesRight += truth.dates.filter(({ text, iso }) =>
    dates.some((date) => date.iso === iso && (date.text.includes(text) || text.includes(date.text))),
  ).length;
}

function add(
  score: Score,
  found: readonly string[],
  labelled: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): void {
  score.found += found.length;
  score.labelled += labelled.size;
  score.right += found.filter((name) => [...labelled].some((other) => same(name, other))).length;
}

/** A place is one entry with all its spellings; a division that only opens a chain counts as found with the inner one. */
function addPlaces(
  score: Score,
  found: readonly string[][],
  chains: readonly string[][],
  labelled: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): void {
  const isRight = (names: readonly string[]): boolean =>
    names.some((name) => [...labelled].some((other) => same(name, other)));
  const right = found.filter(isRight);
  const missed = [...labelled].filter(
    (name) =>
      !right.some((names) => names.some((other) => same(name, other))) && !chains.some((chain) => chain.includes(name)),
  );
  score.right += right.length;
  score.found += found.length;
  score.labelled += right.length + missed.length;
}

/** Equal, leaving aside labelled places before the office, which one hand writes and another does not. */
function sameRoles(found: ReadonlySet<string>, labelled: ReadonlySet<string>, places: ReadonlySet<string>): boolean {
  const bare = (role: string): string => {
    const place = [...places].filter((name) => role.startsWith(name)).sort((a, b) => b.length - a.length)[0] ?? '';
    return place !== '' && place.length < role.length - 1 ? bare(role.slice(place.length)) : role;
  };
  const a = new Set([...found].map(bare));
  const b = new Set([...labelled].map(bare));
  return a.size === b.size && [...a].every((role) => b.has(role));
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function prf({ right, found, labelled }: Score): string {
  return `${percent(right, found)} / ${percent(right, labelled)} / ${percent(2 * right, found + labelled)}`;
}

/** Figures as rows of text. */
export function figuresText(name: string, f: Figures): string {
  return [
    `${name} (${f.documents} documents), precision / recall / F1:`,
    `  people          ${prf(f.people)}`,
    `  roles exact     ${percent(f.rolesRight, f.rolesAsked)} of people found`,
    `  places exact    ${prf(f.placesExact)}`,
    `  places overlap  ${prf(f.placesOverlap)}`,
    `  organisations   ${prf(f.organisations)}`,
    `  dates right     ${percent(f.datesRight, f.datesLabelled)} of ${f.datesLabelled} labelled; ${f.datesFound} found`,
  ].join('\n');
}
