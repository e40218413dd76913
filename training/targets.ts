/** Marks to the labels that a character may have: one where the guide decides, several where it leaves them open. */
import {
  beginOf,
  ENTITY_TYPES,
  type EntityType,
  endOf,
  insideOf,
  OUTSIDE,
  SURNAME,
  singleOf,
} from '../utils/digest/labels';
import { ANY_LABEL } from '../utils/digest/lattice';
import type { MarkedLine, MarkKind } from './corpus';

const TYPES: Partial<Record<MarkKind, readonly EntityType[]>> = {
  p: ['person'],
  l: ['place'],
  v: ['venue'],
  o: ['organisation'],
  L: ['place', 'venue'],
};

/** A mask of allowed labels for each character. */
export function targetsOf({ text, marks }: MarkedLine): Uint32Array {
  const targets = new Uint32Array(text.length).fill(1 << OUTSIDE);
  for (const { start, end, kind } of marks) {
    const types = TYPES[kind];
    for (let at = start; at < end; at += 1) {
      if (types)
        targets[at] = types.reduce((mask, type) => mask | labelBit(ENTITY_TYPES.indexOf(type), at, start, end), 0);
      else targets[at] = kind === 'q' && end - start === 1 ? 1 << SURNAME : ANY_LABEL;
    }
  }
  return targets;
}

function labelBit(type: number, at: number, start: number, end: number): number {
  if (end - start === 1) return 1 << singleOf(type);
  if (at === start) return 1 << beginOf(type);
  return 1 << (at === end - 1 ? endOf(type) : insideOf(type));
}
