/** An article to its digest: each finder reads the same normalised lines, and what one has taken the next leaves alone. */
import { findDates } from './dates';
import type { Digest, DigestInput, Organisation } from './digest';
import { gatherPeople } from './document-pass';
import { fusePeople, fusePlaces } from './fusion';
import { type Line, linesOf } from './line';
import { loadModel } from './load-model';
import { normalise } from './normalise';
import { findOrganisations } from './organisations';
import type { Model } from './packed-model';
import { findPeople } from './people';
import { gatherPlaces } from './place-chain';
import { findPlaces, type PlaceMention, readContext } from './places';
import { Spans } from './spans';
import { tagLine } from './tagger';

/** Signs of a page that counts years from 1911. */
const ROC_TEXT =
  /民国[0-9一二三四五六七八九十百]|\([0-9]{3}\)年|(?<![0-9])1[01][0-9]年(?:度|[0-9]{1,2}月)|(?<!公)里长|乡公所|区公所|镇公所|立法委员|县议会/;
const ROC_HOST = /\.tw$/;

/** Dates, people, places and organisations of an article. Never throws; the work grows linearly with the text. */
export function makeDigest(input: DigestInput, model: Model = loadModel()): Digest {
  const lines = linesOf(input.title, input.lines);
  const rocYears = ROC_HOST.test(input.host) || lines.some(({ text }) => ROC_TEXT.test(text));
  const context = readContext([...lines.map(({ text }) => text), normalise(input.source ?? '')]);
  const tagged = lines.map(({ text }) => tagLine(text, model));
  const found = fusePlaces(lines, findPlaces(lines, findOrganisations(lines), context), tagged, context);
  const actors = found.filter(({ organisation, visited }) => organisation && !visited);
  const places = found.filter(({ organisation, visited }) => !organisation || visited);
  const known = new Spans([...actors, ...places.filter(({ readings, outer }) => readings.length > 0 || outer)]);
  const people = gatherPeople(lines, fusePeople(lines, findPeople(lines, known), tagged), known);
  const named = new Spans(people.flatMap(({ mentions }) => mentions));
  return {
    dates: findDates(lines, { published: input.published, rocYears }),
    people,
    places: gatherPlaces(
      lines,
      places.filter((place) => !named.overlaps(place)),
      context,
    ),
    organisations: gatherOrganisations(lines, actors),
  };
}

function gatherOrganisations(lines: readonly Line[], mentions: readonly PlaceMention[]): Organisation[] {
  const byIndex = new Map(lines.map((line) => [line.index, line] as const));
  const organisations = new Map<string, Organisation>();
  for (const { line: index, start, end } of mentions) {
    const line = byIndex.get(index);
    if (!line) continue;
    const simplified = line.text.slice(start, end);
    const organisation = organisations.get(simplified) ?? {
      name: line.original.slice(start, end),
      simplified,
      mentions: [],
    };
    organisation.mentions.push({ line: index, start, end });
    organisations.set(simplified, organisation);
  }
  return [...organisations.values()];
}
