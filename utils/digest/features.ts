/** The features of the tagger: templates over the layers of a line, hashed into the rows of its weights. */
import { type Layer, type LayeredLine, layersOf, PADDING } from './layers';

/** Absent feature: the first cell of the template has nothing to say. */
export const NO_ROW = -1;
const FACTOR = 0x9e3779b1;
const SEED = 0x85ebca6b;

/** Cells that together make one feature, as layer and distance from the character: `character-1 character+0`. */
const TEMPLATES: readonly string[] = [
  ...[-3, -2, -1, 0, 1, 2, 3].map((step) => `character${sign(step)}`),
  'character-3 character-2',
  'character-2 character-1',
  'character-1 character+0',
  'character+0 character+1',
  'character+1 character+2',
  'character+2 character+3',
  'character-1 character+1',
  'character-2 character-1 character+0',
  'character-1 character+0 character+1',
  'character+0 character+1 character+2',
  'character-3 character-2 character-1',
  'character+1 character+2 character+3',
  'class-1 class+0 class+1',
  'class-2 class-1 class+0 class+1 class+2',
  'class+1 class+2 class+3 class+4',
  'class-4 class-3 class-2 class-1',
  'surname+0 character+0',
  'surname+0 class-1 after_title+0 word+0',
  'surname+0 before_title+0 class-1',
  'surname-1 surname+0 word+0 word+1',
  'surname-2 class-3 class+1 before_title+0',
  'surname-1 class-2 class+1 before_title+0',
  'surname+0 class+2 class+3 class-1',
  'surname+0 after_title+0 action+2 action+3',
  'surname-1 after_title-1 action+1 action+2',
  'surname-2 after_title-2 action+1 before_title+0',
  'after_title+0 title-1 class+0',
  'after_title+0 character+0',
  'before_title+0 title+1 class-1',
  'title+0',
  'title-1 title+0 title+1',
  'division+0',
  'division-1 division+0 division+1',
  'division+0 character+0',
  'division-1 character+0 unit+0',
  'division+0 unit+1 short_division+0',
  'short_division+0 division+0',
  'short_division+0 short_division+1 unit+1',
  'short_division-1 before_unit+0',
  'word+0',
  'word-1 word+0 word+1',
  'word_start+0 word_end+0 word-1',
  'word_start+0 character+0',
  'word_end-1 word_start+1 word_start+0 word_end+0',
  'word_end-1 word_start+0 after_title+0 surname+0',
  'unit+0',
  'unit+0 character+1 word_start+0',
  'unit+0 unit-1 character-1',
  'before_unit+0',
  'before_unit+0 character-1',
  'before_unit+0 class-1 word+0 division-1',
  'before_unit+0 word_end-1 visit+0',
  'visit+0 unit+0 before_unit+0',
  'action+0 character+0',
  'action+1 surname-2 surname-1 surname+0',
  'unit+0 division+0 short_division-1',
  'surname+0 given+1 given+2 class+3',
  'surname-1 given+0 given+1 class+2 class-2',
  'surname-2 given-1 given+0 class-3 class+1',
  'surname+0 after_title+0 given+1 given+2',
  'foreign-1 foreign+0 foreign+1',
  'foreign-2 foreign-1 foreign+0 foreign+1 foreign+2',
  'place_word+0',
  'place_word+0 unit+1 division+0',
  'item_before+0 before_unit+0',
  'item_before+0 unit+0 class+1',
  'item_after+0 before_unit+0',
  'item_before+0 item_after+0 class-1',
  'item_before+0 item_after+0 class+1',
  'list_end+0 class-1 class+1',
  'list_end+0 character+0',
  'going+0 before_unit+0',
  'going+0 item_before+0 class-1',
  'going+0 unit+0 class+1',
];

function sign(step: number): string {
  return step < 0 ? String(step) : `+${step}`;
}

export const TEMPLATE_COUNT = TEMPLATES.length;

interface Cell {
  layer: Layer;
  step: number;
}

const CELLS: readonly (readonly Cell[])[] = TEMPLATES.map((template) => template.split(' ').map(readCell));

function readCell(text: string): Cell {
  return { layer: text.slice(0, -2) as Layer, step: Number(text.slice(-2)) + PADDING };
}

/** Rows of a normalised line, TEMPLATE_COUNT for each UTF-16 unit, each below `rowCount` (a power of two) or NO_ROW. */
export function featureRows(text: string, rowCount: number): Int32Array {
  return hashLayers(layersOf(text), text.length, rowCount - 1);
}

function hashLayers(layers: LayeredLine, length: number, mask: number): Int32Array {
  const rows = new Int32Array(length * TEMPLATE_COUNT).fill(NO_ROW);
  for (const [template, cells] of CELLS.entries()) {
    const columns = cells.map(({ layer }) => layers[layer]);
    const steps = cells.map(({ step }) => step);
    const seed = Math.imul(template + 1, SEED);
    const first = columns[0]!;
    const firstStep = steps[0]!;
    for (let at = 0; at < length; at += 1) {
      if (first[at + firstStep] === 0) continue;
      let hash = seed;
      for (let cell = 0; cell < columns.length; cell += 1) {
        hash = Math.imul(hash ^ columns[cell]![at + steps[cell]!]!, FACTOR);
        hash ^= hash >>> 15;
      }
      rows[at * TEMPLATE_COUNT + template] = (hash ^ (hash >>> 13)) & mask;
    }
  }
  return rows;
}
