/** The rows of the list: a clip each, reposts of the same article folded under the earliest of them. */
import type { Clip } from '../../utils/clips/clip';

export interface Row {
  clip: Clip;
  /** The same article elsewhere, earliest first. */
  reposts: Clip[];
}

const NO_REPOSTS: Clip[] = [];

/**
 * Folds the clips of each group into one row, which stands where the first of them would.
 * `groups` hold clip ids, earliest first; clips that are not shown stay out.
 */
export function foldReposts(shown: readonly Clip[], groups: readonly (readonly string[])[]): Row[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
  const grouped = new Map(shown.filter(({ id }) => groupOf.has(id)).map((clip) => [clip.id, clip]));
  const folded = new Set<readonly string[]>();
  const rows: Row[] = [];
  for (const clip of shown) {
    const group = groupOf.get(clip.id);
    if (!group) rows.push({ clip, reposts: NO_REPOSTS });
    else if (!folded.has(group)) {
      folded.add(group);
      const [earliest = clip, ...reposts] = group.flatMap((id) => grouped.get(id) ?? []);
      rows.push({ clip: earliest, reposts });
    }
  }
  return rows;
}
