/** The weights of the tagger and their packed form: signs of a JSON string, one for a weight and mostly one for a gap. */

import { LABEL_COUNT } from './labels';

/** Weights by row in compressed sparse rows: those of a row are the cells `starts[row]` to `starts[row + 1]`. */
export interface Model {
  /** A power of two. */
  rowCount: number;
  starts: Int32Array;
  /** Label and level of a weight: `label + level * 32`, so that a cell takes two bytes. */
  cells: Int16Array;
  /** The weight of a level, which counts from 0. */
  weights: Float32Array;
  /** LABEL_COUNT × LABEL_COUNT, from × to. */
  transitions: Float32Array;
}

/** The level of a cell stands above this many bits for its label. */
export const LABEL_BITS = 5;

export interface PackedModel {
  rowCount: number;
  /** The largest absolute weight. */
  largest: number;
  /** Distances between cells that are not zero, in the order of row and label. */
  gaps: string;
  /** Their weights. */
  levels: string;
  transitions: readonly number[];
}

/** Printable ASCII without what JSON escapes. */
const SIGNS = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index))
  .filter((sign) => sign !== '"' && sign !== '\\')
  .join('');
/** Announces a gap of LONG_DIGITS more signs, the highest first. */
const LONG_GAP = SIGNS.length - 1;
const LONG_DIGITS = 4;
/** Levels reach from −46 to 46; their distance grows with the weight, so that small weights stay apart. */
const HIGHEST_LEVEL = (SIGNS.length - 1) / 2;

const levelOf = (weight: number, largest: number): number =>
  Math.sign(weight) * Math.round(HIGHEST_LEVEL * Math.sqrt(Math.min(1, Math.abs(weight) / largest)));
const weightOf = (level: number, largest: number): number => Math.sign(level) * largest * (level / HIGHEST_LEVEL) ** 2;

/** Packs `weights` (rows × LABEL_COUNT). Weights below `least` are left out. */
export function packModel(weights: Float32Array, transitions: Float32Array, least: number): PackedModel {
  const largest = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 1e-6);
  const gaps: string[] = [];
  const levels: string[] = [];
  let previous = -1;
  for (const [cell, weight] of weights.entries()) {
    const level = levelOf(weight, largest);
    if (Math.abs(weight) < least || level === 0) continue;
    gaps.push(packGap(cell - previous - 1));
    levels.push(SIGNS.charAt(level + HIGHEST_LEVEL));
    previous = cell;
  }
  return {
    rowCount: weights.length / LABEL_COUNT,
    largest,
    gaps: gaps.join(''),
    levels: levels.join(''),
    transitions: [...transitions].map((weight) => Math.round(weight * 1000) / 1000),
  };
}

function packGap(gap: number): string {
  if (gap < LONG_GAP) return SIGNS.charAt(gap);
  let digits = '';
  let rest = gap;
  for (let index = 0; index < LONG_DIGITS; index += 1) {
    digits = SIGNS.charAt(rest % SIGNS.length) + digits;
    rest = Math.floor(rest / SIGNS.length);
  }
  return SIGNS.charAt(LONG_GAP) + digits;
}

export function unpackModel({ rowCount, largest, gaps, levels, transitions }: PackedModel): Model {
  const numbers = new Uint8Array(0x80);
  for (let index = 0; index < SIGNS.length; index += 1) numbers[SIGNS.charCodeAt(index)] = index;
  const starts = new Int32Array(rowCount + 1);
  const cells = new Int16Array(levels.length);
  let row = 0;
  let label = -1;
  let at = 0;
  for (let index = 0; index < levels.length; index += 1) {
    let gap = numbers[gaps.charCodeAt(at)]!;
    at += 1;
    if (gap === LONG_GAP) {
      gap = 0;
      for (let digit = 0; digit < LONG_DIGITS; digit += 1) {
        gap = gap * SIGNS.length + numbers[gaps.charCodeAt(at + digit)]!;
      }
      at += LONG_DIGITS;
    }
    label += gap + 1;
    while (label >= LABEL_COUNT) {
      label -= LABEL_COUNT;
      row += 1;
      starts[row] = index;
    }
    cells[index] = label | (numbers[levels.charCodeAt(index)]! << LABEL_BITS);
  }
  starts.fill(levels.length, row + 1);
  const weights = Float32Array.from(SIGNS, (_, index) => weightOf(index - HIGHEST_LEVEL, largest));
  return { rowCount, starts, cells, weights, transitions: Float32Array.from(transitions) };
}
