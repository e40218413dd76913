/**
 * Learns the weights of a conditional random field one line at a time with FTRL-Proximal (McMahan et al. 2013): a rate for
 * each weight that falls with what it has learnt, and an L1 penalty that leaves most weights at zero.
 */
import { featureRows, NO_ROW, TEMPLATE_COUNT } from '../utils/digest/features';
import { LABEL_COUNT, mayFollow } from '../utils/digest/labels';
import { Lattice } from '../utils/digest/lattice';
import { partsOf } from '../utils/digest/tagger';
import type { MarkedLine } from './corpus';
import { targetsOf } from './targets';

export interface LearnerOptions {
  /** A power of two. */
  rowCount: number;
  rate: number;
  l1: number;
  l2: number;
}

/** Gradients smaller than this change nothing worth the time. */
const LEAST_GRADIENT = 1e-3;

/** Weights with the sums by which FTRL-Proximal sets them. */
class Parameters {
  readonly weights: Float32Array;
  readonly #gradients: Float32Array;
  readonly #squares: Float32Array;
  readonly #options: LearnerOptions;

  constructor(size: number, options: LearnerOptions) {
    this.weights = new Float32Array(size);
    this.#gradients = new Float32Array(size);
    this.#squares = new Float32Array(size);
    this.#options = options;
  }

  update(index: number, gradient: number): void {
    const { rate, l1, l2 } = this.#options;
    const square = this.#squares[index] ?? 0;
    const grown = square + gradient * gradient;
    const sigma = (Math.sqrt(grown) - Math.sqrt(square)) / rate;
    const sum = (this.#gradients[index] ?? 0) + gradient - sigma * (this.weights[index] ?? 0);
    this.#squares[index] = grown;
    this.#gradients[index] = sum;
    this.weights[index] = Math.abs(sum) <= l1 ? 0 : -(sum - Math.sign(sum) * l1) / ((1 + Math.sqrt(grown)) / rate + l2);
  }
}

export class Learner {
  readonly #options: LearnerOptions;
  readonly #emissions: Parameters;
  readonly #transitions: Parameters;

  constructor(options: LearnerOptions) {
    this.#options = options;
    this.#emissions = new Parameters(options.rowCount * LABEL_COUNT, options);
    this.#transitions = new Parameters(LABEL_COUNT * LABEL_COUNT, { ...options, l1: 0 });
  }

  /** Rows × LABEL_COUNT. */
  get weights(): Float32Array {
    return this.#emissions.weights;
  }

  /** LABEL_COUNT × LABEL_COUNT, from × to. */
  get transitions(): Float32Array {
    return this.#transitions.weights;
  }

  learn(line: MarkedLine): void {
    const rows = featureRows(line.text, this.#options.rowCount);
    const targets = targetsOf(line);
    for (const [start, end] of partsOf(line.text)) {
      this.#learnPart(rows.subarray(start * TEMPLATE_COUNT, end * TEMPLATE_COUNT), targets.subarray(start, end));
    }
  }

  #learnPart(rows: Int32Array, targets: Uint32Array): void {
    const length = targets.length;
    const scores = { length, emissions: this.#score(rows, length), transitions: this.transitions };
    const free = new Lattice(scores);
    const fixed = new Lattice(scores, targets);
    if (!free.possible || !fixed.possible) return;
    for (let at = 0; at < length; at += 1) {
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        const gradient = free.probability(at, label) - fixed.probability(at, label);
        if (Math.abs(gradient) < LEAST_GRADIENT) continue;
        for (let feature = at * TEMPLATE_COUNT; feature < (at + 1) * TEMPLATE_COUNT; feature += 1) {
          const row = rows[feature] ?? NO_ROW;
          if (row !== NO_ROW) this.#emissions.update(row * LABEL_COUNT + label, gradient);
        }
      }
    }
    this.#learnTransitions(free, fixed, length);
  }

  #learnTransitions(free: Lattice, fixed: Lattice, length: number): void {
    for (let from = 0; from < LABEL_COUNT; from += 1) {
      for (let to = 0; to < LABEL_COUNT; to += 1) {
        if (!mayFollow(from, to)) continue;
        let gradient = 0;
        for (let at = 0; at + 1 < length; at += 1) {
          gradient += free.stepProbability(at, from, to) - fixed.stepProbability(at, from, to);
        }
        if (Math.abs(gradient) >= LEAST_GRADIENT) this.#transitions.update(from * LABEL_COUNT + to, gradient);
      }
    }
  }

  #score(rows: Int32Array, length: number): Float32Array {
    const emissions = new Float32Array(length * LABEL_COUNT);
    const weights = this.weights;
    for (let at = 0; at < length; at += 1) {
      const out = at * LABEL_COUNT;
      for (let feature = at * TEMPLATE_COUNT; feature < (at + 1) * TEMPLATE_COUNT; feature += 1) {
        const row = rows[feature] ?? NO_ROW;
        if (row === NO_ROW) continue;
        const offset = row * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label += 1) {
          emissions[out + label] = (emissions[out + label] ?? 0) + (weights[offset + label] ?? 0);
        }
      }
    }
    return emissions;
  }
}
