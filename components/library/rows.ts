/** The rows of the list: a clip each, reposts of the same article folded under the earliest of them. */
import type { Clip } from '../../utils/clips/clip';

export interface Row {
  clip: Clip;
  /** The same article elsewhere, earliest first. */
  reposts: Clip[];
}

/**
 * Folds the clips of each group into one row, which stands where the first of them would.
 * `groups` hold clip ids, earliest first; clips that are not shown stay out.
 */
export function foldReposts(shown: readonly Clip[], groups: readonly (readonly string[])[]): Row[] {
  const byId = new Map(shown.map((clip) => [clip.id, clip]));
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
  const folded = new Set<readonly string[]>();
  return shown.flatMap((clip): Row[] => {
    const group = groupOf.get(clip.id);
    if (!group) return [{ clip, reposts: [] }];
    if (folded.has(group)) return [];
    folded.add(group);
    const [earliest = clip, ...reposts] = group.flatMap((id) => byId.get(id) ?? []);
    return [{ clip: earliest, reposts }];
  });
}
