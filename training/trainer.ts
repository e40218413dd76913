/** Trains the tagger on documents: each line as it is, and labelled lines again with other names. */
import { type PackedModel, packModel } from '../utils/digest/packed-model';
import { augment, gatherNames } from './augmentation';
import type { MarkedDocument, MarkedLine } from './corpus';
import { Learner } from './learner';
import { createRandom } from './random';

export interface TrainingOptions {
  epochs: number;
  /** Times that each line of `labelled` is learnt again in each epoch, with other names. */
  augmented: number;
  /** A power of two. */
  rowCount: number;
  rate: number;
  l1: number;
  l2: number;
  /** Weights below are left out of the model. */
  least: number;
  /** Times in the last epoch at which the weights are taken; the model is their average (Polyak and Juditsky 1992). */
  snapshots: number;
  seed: number;
}

export const DEFAULT_OPTIONS: TrainingOptions = {
  epochs: 3,
  augmented: 4,
  rowCount: 2 ** 19,
  rate: 0.3,
  l1: 1,
  l2: 0,
  least: 0.13,
  snapshots: 8,
  seed: 20_260_101,
};

/** `labelled` is text of the kind the tagger will read; `general` is other text, learnt as it is. */
export function train(
  labelled: readonly MarkedDocument[],
  general: readonly MarkedDocument[],
  options: TrainingOptions = DEFAULT_OPTIONS,
  onEpoch: (epoch: number, lines: number) => void = () => {},
): PackedModel {
  const random = createRandom(options.seed);
  const learner = new Learner(options);
  const pool = gatherNames(labelled);
  const own = labelled.flatMap(({ lines }) => lines);
  const other = general.flatMap(({ lines }) => lines);
  const average = new Average(learner);
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    const lines: MarkedLine[] = [...own, ...other];
    for (let copy = 0; copy < options.augmented; copy += 1)
      for (const line of own) lines.push(augment(line, pool, random));
    const interval = Math.ceil(lines.length / options.snapshots);
    for (const [index, line] of random.shuffle(lines).entries()) {
      learner.learn(line);
      if (epoch === options.epochs && ((index + 1) % interval === 0 || index + 1 === lines.length)) average.take();
    }
    onEpoch(epoch, lines.length);
  }
  return packModel(average.weights, average.transitions, options.least);
}

/** The average of a learner's weights at the times at which it was taken. */
class Average {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly #learner: Learner;
  #taken = 0;

  constructor(learner: Learner) {
    this.#learner = learner;
    this.weights = new Float32Array(learner.weights.length);
    this.transitions = new Float32Array(learner.transitions.length);
  }

  take(): void {
    this.#taken += 1;
    approach(this.weights, this.#learner.weights, 1 / this.#taken);
    approach(this.transitions, this.#learner.transitions, 1 / this.#taken);
  }
}

/** Moves each value by a share of its distance to the other's. */
function approach(values: Float32Array, others: Float32Array, share: number): void {
  for (let index = 0; index < values.length; index += 1) values[index]! += (others[index]! - values[index]!) * share;
}
