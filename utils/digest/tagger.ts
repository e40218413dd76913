/** Tags people, places, venues and organisations in a normalised line, each with its probability. */
import { featureRows, NO_ROW, TEMPLATE_COUNT } from './features';
import { beginOf, ENTITY_TYPES, type EntityType, LABEL_COUNT, singleOf, typeOf } from './labels';
import { bestLabels, Lattice, type Scores } from './lattice';
import { LABEL_BITS, type Model } from './packed-model';

/** An entity; UTF-16 offsets into the line. */
export interface TaggedSpan {
  start: number;
  end: number;
  type: EntityType;
  /** Of exactly this stretch as exactly this type. */
  probability: number;
}

/** What the tagger says about a line. */
export interface TaggedLine {
  /** The entities of the best reading, from left to right. */
  spans: readonly TaggedSpan[];
  /** The probability of an entity that need not be one of the best reading. */
  probability(type: EntityType, start: number, end: number): number;
}

/** Longer lines are tagged in parts that end with a sentence, or at this length. */
const LONGEST_PART = 400;
const LABEL_MASK = 2 ** LABEL_BITS - 1;
const SENTENCE_ENDS = '。!?;';

export function tagLine(text: string, model: Model): TaggedLine {
  const rows = featureRows(text, model.rowCount);
  const parts = partsOf(text).map(([start, end]) => tagPart(rows, start, end, model));
  return {
    spans: parts.flatMap(({ spans }) => spans),
    probability(type, start, end) {
      const part = parts.find((candidate) => start >= candidate.start && end <= candidate.end);
      return part ? part.lattice.spanProbability(ENTITY_TYPES.indexOf(type), start - part.start, end - part.start) : 0;
    },
  };
}

/** Stretches of a line, at most LONGEST_PART long, that together are the whole. */
export function partsOf(text: string): [start: number, end: number][] {
  const parts: [number, number][] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + LONGEST_PART);
    if (end < text.length) {
      let cut = end;
      while (cut > start && !SENTENCE_ENDS.includes(text.charAt(cut - 1))) cut -= 1;
      if (cut > start) end = cut;
    }
    parts.push([start, end]);
    start = end;
  }
  return parts;
}

interface TaggedPart {
  start: number;
  end: number;
  spans: TaggedSpan[];
  lattice: Lattice;
}

function tagPart(rows: Int32Array, start: number, end: number, model: Model): TaggedPart {
  const scores: Scores = {
    length: end - start,
    emissions: emissionsOf(rows, start, end, model),
    transitions: model.transitions,
  };
  const lattice = new Lattice(scores);
  const spans = spansOf(bestLabels(scores)).map(({ type, from, to }) => ({
    type: ENTITY_TYPES[type] ?? 'organisation',
    start: start + from,
    end: start + to,
    probability: lattice.spanProbability(type, from, to),
  }));
  return { start, end, spans, lattice };
}

function emissionsOf(rows: Int32Array, start: number, end: number, { starts, cells, weights }: Model): Float32Array {
  const emissions = new Float32Array((end - start) * LABEL_COUNT);
  for (let at = start; at < end; at += 1) {
    const out = (at - start) * LABEL_COUNT;
    const last = (at + 1) * TEMPLATE_COUNT;
    for (let feature = at * TEMPLATE_COUNT; feature < last; feature += 1) {
      const row = rows[feature]!;
      if (row === NO_ROW) continue;
      const rowEnd = starts[row + 1]!;
      for (let index = starts[row]!; index < rowEnd; index += 1) {
        const cell = cells[index]!;
        emissions[out + (cell & LABEL_MASK)]! += weights[cell >> LABEL_BITS]!;
      }
    }
  }
  return emissions;
}

/** The entities that a sequence of labels spells, as type index and offsets. */
function spansOf(labels: Uint8Array): { type: number; from: number; to: number }[] {
  const spans: { type: number; from: number; to: number }[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0;
    const type = typeOf(label);
    if (type < 0) continue;
    if (label === beginOf(type) || label === singleOf(type)) spans.push({ type, from: at, to: at + 1 });
    else {
      const open = spans.at(-1);
      if (open) open.to = at + 1;
    }
  }
  return spans;
}
