/**
 * The labels of a line as a linear-chain conditional random field sees them: the best sequence (Viterbi) and the
 * probability of a label or of a whole entity (forward–backward; Lafferty, McCallum and Pereira 2001).
 */
import { beginOf, endOf, insideOf, LABEL_COUNT, mayBegin, mayEnd, mayFollow, singleOf } from './labels';

/** All labels, as the bits of a mask. */
export const ANY_LABEL = 2 ** LABEL_COUNT - 1;

const LABELS = Array.from({ length: LABEL_COUNT }, (_, label) => label);
/** For each label those that may stand before it, and behind it. */
const BEFORE = LABELS.map((to) => LABELS.filter((from) => mayFollow(from, to)));
const AFTER = LABELS.map((from) => LABELS.filter((to) => mayFollow(from, to)));

/** Scores of a line: `emissions` has LABEL_COUNT values a character, `transitions` LABEL_COUNT × LABEL_COUNT, from × to. */
export interface Scores {
  length: number;
  emissions: Float32Array;
  transitions: Float32Array;
}

/** The best sequence of labels. */
export function bestLabels({ length, emissions, transitions }: Scores): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const score = new Float32Array(length * LABEL_COUNT).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(length * LABEL_COUNT);
  for (const label of LABELS) if (mayBegin(label)) score[label] = emissions[label]!;
  for (let at = 1; at < length; at += 1) {
    const row = at * LABEL_COUNT;
    for (let to = 0; to < LABEL_COUNT; to += 1) {
      let best = Number.NEGATIVE_INFINITY;
      let bestFrom = 0;
      for (const from of BEFORE[to] ?? []) {
        const value = score[row - LABEL_COUNT + from]! + transitions[from * LABEL_COUNT + to]!;
        if (value <= best) continue;
        best = value;
        bestFrom = from;
      }
      score[row + to] = best + emissions[row + to]!;
      back[row + to] = bestFrom;
    }
  }
  const last = (length - 1) * LABEL_COUNT;
  let label = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const end of LABELS) {
    if (!mayEnd(end) || score[last + end]! <= best) continue;
    best = score[last + end]!;
    label = end;
  }
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = back[at * LABEL_COUNT + label] ?? 0;
  }
  return labels;
}

/** Probabilities of the labels of one line. */
export class Lattice {
  readonly length: number;
  /** Whether any sequence fits the mask; the probabilities of a lattice that is not possible mean nothing. */
  readonly possible: boolean;
  readonly #potentials: Float64Array;
  readonly #steps: Float64Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  /** The sum that each column of `#forward` was divided by. */
  readonly #scale: Float64Array;

  /** `mask` limits each character to the labels whose bits are set. */
  constructor({ length, emissions, transitions }: Scores, mask?: Uint32Array) {
    this.length = length;
    this.#potentials = potentialsOf(length, emissions, mask);
    this.#steps = new Float64Array(LABEL_COUNT * LABEL_COUNT);
    for (const from of LABELS) {
      for (const to of AFTER[from] ?? []) {
        const cell = from * LABEL_COUNT + to;
        this.#steps[cell] = Math.exp(transitions[cell]!);
      }
    }
    this.#forward = new Float64Array(length * LABEL_COUNT);
    this.#backward = new Float64Array(length * LABEL_COUNT);
    this.#scale = new Float64Array(length);
    this.possible = this.#goForward();
    if (this.possible) this.#goBackward();
  }

  /** The probability that the character at `at` has a label. */
  probability(at: number, label: number): number {
    const cell = at * LABEL_COUNT + label;
    return this.#forward[cell]! * this.#backward[cell]!;
  }

  /** The probability that the characters at `at` and behind it have these labels. */
  stepProbability(at: number, from: number, to: number): number {
    return (
      this.#forward[at * LABEL_COUNT + from]! * this.#step(at, from, to) * this.#backward[(at + 1) * LABEL_COUNT + to]!
    );
  }

  /** The probability that an entity of the type (an index of ENTITY_TYPES) reaches from `start` to `end`, exactly. */
  spanProbability(type: number, start: number, end: number): number {
    if (start < 0 || end > this.length || start >= end) return 0;
    if (end - start === 1) return this.probability(start, singleOf(type));
    let label = beginOf(type);
    let probability = this.#forward[start * LABEL_COUNT + label]!;
    for (let at = start; at < end - 1; at += 1) {
      const next = at === end - 2 ? endOf(type) : insideOf(type);
      probability *= this.#step(at, label, next);
      label = next;
    }
    return probability * this.#backward[(end - 1) * LABEL_COUNT + label]!;
  }

  #step(at: number, from: number, to: number): number {
    const potential = this.#potentials[(at + 1) * LABEL_COUNT + to]!;
    return (this.#steps[from * LABEL_COUNT + to]! * potential) / this.#scale[at + 1]!;
  }

  #goForward(): boolean {
    for (let at = 0; at < this.length; at += 1) {
      const row = at * LABEL_COUNT;
      let sum = 0;
      for (let to = 0; to < LABEL_COUNT; to += 1) {
        const potential = this.#potentials[row + to]!;
        if (potential === 0 || (at === this.length - 1 && !mayEnd(to))) continue;
        let reached = at === 0 && mayBegin(to) ? 1 : 0;
        if (at > 0) {
          for (const from of BEFORE[to] ?? []) {
            reached += this.#forward[row - LABEL_COUNT + from]! * this.#steps[from * LABEL_COUNT + to]!;
          }
        }
        this.#forward[row + to] = reached * potential;
        sum += reached * potential;
      }
      if (!(sum > 0)) return false;
      this.#scale[at] = sum;
      for (let to = 0; to < LABEL_COUNT; to += 1) this.#forward[row + to] = this.#forward[row + to]! / sum;
    }
    return true;
  }

  #goBackward(): void {
    for (const label of LABELS) this.#backward[(this.length - 1) * LABEL_COUNT + label] = mayEnd(label) ? 1 : 0;
    for (let at = this.length - 2; at >= 0; at -= 1) {
      const row = at * LABEL_COUNT;
      const scale = this.#scale[at + 1]!;
      for (let from = 0; from < LABEL_COUNT; from += 1) {
        let sum = 0;
        for (const to of AFTER[from] ?? []) {
          const next = row + LABEL_COUNT + to;
          sum += this.#steps[from * LABEL_COUNT + to]! * this.#potentials[next]! * this.#backward[next]!;
        }
        this.#backward[row + from] = sum / scale;
      }
    }
  }
}

/** Scores to factors, those of one character divided by their largest. */
function potentialsOf(length: number, emissions: Float32Array, mask: Uint32Array | undefined): Float64Array {
  const potentials = new Float64Array(length * LABEL_COUNT);
  for (let at = 0; at < length; at += 1) {
    const row = at * LABEL_COUNT;
    const allowed = mask?.[at] ?? ANY_LABEL;
    let highest = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      if ((allowed >> label) & 1) highest = Math.max(highest, emissions[row + label]!);
    }
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      if ((allowed >> label) & 1) potentials[row + label] = Math.exp(emissions[row + label]! - highest);
    }
  }
  return potentials;
}
