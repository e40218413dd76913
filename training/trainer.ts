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
  seed: number;
}

export const DEFAULT_OPTIONS: TrainingOptions = {
  epochs: 3,
  augmented: 4,
  rowCount: 2 ** 17,
  rate: 0.3,
  l1: 1,
  l2: 0,
  least: 0.08,
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
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    const lines: MarkedLine[] = [...own, ...other];
    for (let copy = 0; copy < options.augmented; copy += 1)
      for (const line of own) lines.push(augment(line, pool, random));
    for (const line of random.shuffle(lines)) learner.learn(line);
    onEpoch(epoch, lines.length);
  }
  return packModel(learner.weights, learner.transitions, options.least);
}
