/** Carries offsets across a list of edits, from the text before them to the text after them and back. */
import type { Edit } from './script';

export interface OffsetMap {
  /** An offset inside a replaced stretch keeps its distance from the stretch's start, as far as the replacement goes. */
  toClean(original: number): number;
  /** Likewise back. Where something was deleted, the answer is its end: 區 in 區(qū)委 ends after its annotation. */
  toOriginal(clean: number): number;
}

interface Anchor {
  original: number;
  clean: number;
  /** Units of the stretch from here to the next anchor on either side; unequal within an edit. */
  originalLength: number;
  cleanLength: number;
}

/** Stretches in order, alternately unchanged and edited, the last one without end. */
function stretches(edits: readonly Edit[]): Anchor[] {
  const anchors: Anchor[] = [];
  let original = 0;
  let clean = 0;
  const add = (originalLength: number, cleanLength: number) => {
    anchors.push({ original, clean, originalLength, cleanLength });
    original += originalLength;
    clean += cleanLength;
  };
  for (const { start, end, replacement } of edits) {
    add(start - original, start - original);
    add(end - start, replacement.length);
  }
  add(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return anchors;
}

/** The last stretch whose start on `side` is at or before `offset`. */
function find(anchors: readonly Anchor[], side: 'original' | 'clean', offset: number): Anchor {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (anchors[middle]![side] <= offset) low = middle;
    else high = middle - 1;
  }
  return anchors[low]!;
}

/**
 * Both directions for `edits`, which must be sorted and must not overlap, as `Repaired.edits` is. UTF-16 offsets.
 * Offsets beyond the end are carried as if the text went on.
 */
export function offsetMap(edits: readonly Edit[]): OffsetMap {
  const anchors = stretches(edits);
  return {
    toClean(original) {
      const anchor = find(anchors, 'original', original);
      return anchor.clean + Math.min(original - anchor.original, anchor.cleanLength);
    },
    toOriginal(clean) {
      const anchor = find(anchors, 'clean', clean);
      return anchor.original + Math.min(clean - anchor.clean, anchor.originalLength);
    },
  };
}
