/** Splits documents so that no source stands on both sides. */
import { createRandom } from './random';

/** For each of `count` folds the sources that are held out; every source is held out once, and folds are of like weight. */
export function foldsBySource(
  documents: readonly { source: string; weight: number }[],
  count: number,
  seed: number,
): Set<string>[] {
  const weights = new Map<string, number>();
  for (const { source, weight } of documents) weights.set(source, (weights.get(source) ?? 0) + weight);
  const folds = Array.from({ length: count }, () => ({ sources: new Set<string>(), weight: 0 }));
  const shuffled = createRandom(seed).shuffle([...weights].sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const [source, weight] of shuffled.sort(([, a], [, b]) => b - a)) {
    const lightest = folds.reduce((best, fold) => (fold.weight < best.weight ? fold : best));
    lightest.sources.add(source);
    lightest.weight += weight;
  }
  return folds.map(({ sources }) => sources);
}
