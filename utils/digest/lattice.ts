/**
 * The labels of a line as a linear-chain conditional random field sees them: the best sequence (Viterbi) and the
 * probability of a label or of a whole entity (forward–backward; Lafferty, McCallum and Pereira 2001).
 */
import { beginOf, endOf, insideOf, LABEL_COUNT, mayBegin, mayEnd, mayFollow, singleOf } from './labels';

/** All labels, as the bits of a mask. */
export const ANY_LABEL = 2 ** LABEL_COUNT - 1;

/** Every step that a sequence may take, as two columns, in the order of the label it leads to. */
const STEPS = Array.from({ length: LABEL_COUNT ** 2 }, (_, index) => ({
  from: index % LABEL_COUNT,
  to: Math.floor(index / LABEL_COUNT),
})).filter(({ from, to }) => mayFollow(from, to));
const STEP_COUNT = STEPS.length;
const STEP_FROM = Uint8Array.from(STEPS, ({ from }) => from);
const STEP_TO = Uint8Array.from(STEPS, ({ to }) => to);

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
  const steps = Float32Array.from(STEPS, ({ from, to }) => transitions[from * LABEL_COUNT + to]!);
  const score = new Float32Array(length * LABEL_COUNT).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(length * LABEL_COUNT);
  for (let label = 0; label < LABEL_COUNT; label += 1) if (mayBegin(label)) score[label] = emissions[label]!;
  for (let at = 1; at < length; at += 1) {
    const row = at * LABEL_COUNT;
    const before = row - LABEL_COUNT;
    for (let step = 0; step < STEP_COUNT; step += 1) {
      const from = STEP_FROM[step]!;
      const cell = row + STEP_TO[step]!;
      const value = score[before + from]! + steps[step]!;
      if (value <= score[cell]!) continue;
      score[cell] = value;
      back[cell] = from;
    }
    for (let cell = row; cell < row + LABEL_COUNT; cell += 1) score[cell]! += emissions[cell]!;
  }
  const last = (length - 1) * LABEL_COUNT;
  let label = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let end = 0; end < LABEL_COUNT; end += 1) {
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
  /** Of each transition, laid out as they are. */
  readonly #factors: Float64Array;
  /** The same for each of STEPS. */
  readonly #steps: Float64Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  /** The sum that each column of `#forward` was divided by. */
  readonly #scale: Float64Array;

  /** `mask` limits each character to the labels whose bits are set. */
  constructor({ length, emissions, transitions }: Scores, mask?: Uint32Array) {
    this.length = length;
    this.#potentials = potentialsOf(length, emissions, mask);
    this.#factors = Float64Array.from(transitions, Math.exp);
    this.#steps = Float64Array.from(STEPS, ({ from, to }) => this.#factors[from * LABEL_COUNT + to]!);
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
    return (this.#factors[from * LABEL_COUNT + to]! * potential) / this.#scale[at + 1]!;
  }

  #goForward(): boolean {
    const forward = this.#forward;
    const potentials = this.#potentials;
    const steps = this.#steps;
    for (let at = 0; at < this.length; at += 1) {
      const row = at * LABEL_COUNT;
      if (at === 0) for (let to = 0; to < LABEL_COUNT; to += 1) forward[to] = mayBegin(to) ? 1 : 0;
      else {
        const before = row - LABEL_COUNT;
        for (let step = 0; step < STEP_COUNT; step += 1) {
          forward[row + STEP_TO[step]!]! += forward[before + STEP_FROM[step]!]! * steps[step]!;
        }
      }
      const isLast = at === this.length - 1;
      let sum = 0;
      for (let to = 0; to < LABEL_COUNT; to += 1) {
        const reached = isLast && !mayEnd(to) ? 0 : forward[row + to]! * potentials[row + to]!;
        forward[row + to] = reached;
        sum += reached;
      }
      if (!(sum > 0)) return false;
      this.#scale[at] = sum;
      for (let cell = row; cell < row + LABEL_COUNT; cell += 1) forward[cell] = forward[cell]! / sum;
    }
    return true;
  }

  #goBackward(): void {
    const backward = this.#backward;
    const potentials = this.#potentials;
    const steps = this.#steps;
    const ahead = new Float64Array(LABEL_COUNT);
    const last = (this.length - 1) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label += 1) backward[last + label] = mayEnd(label) ? 1 : 0;
    for (let at = this.length - 2; at >= 0; at -= 1) {
      const row = at * LABEL_COUNT;
      const next = row + LABEL_COUNT;
      const scale = this.#scale[at + 1]!;
      for (let to = 0; to < LABEL_COUNT; to += 1) {
        ahead[to] = (potentials[next + to]! * backward[next + to]!) / scale;
      }
      for (let step = 0; step < STEP_COUNT; step += 1) {
        backward[row + STEP_FROM[step]!]! += steps[step]! * ahead[STEP_TO[step]!]!;
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
