/** Sorts clips by the change that each needs, so that one message carries all that are alike. */
import type { Clip } from '../../utils/clips/clip';

export type Change = Partial<Pick<Clip, 'tags' | 'starred' | 'trashedAt'>>;

export interface Batch {
  ids: string[];
  change: Change;
}

export function batchesOf(clips: readonly Clip[], changeFor: (clip: Clip) => Change): Batch[] {
  const byChange = new Map<string, Batch>();
  for (const clip of clips) {
    const change = changeFor(clip);
    const key = JSON.stringify(change);
    const batch = byChange.get(key);
    if (batch) batch.ids.push(clip.id);
    else byChange.set(key, { ids: [clip.id], change });
  }
  return [...byChange.values()];
}
