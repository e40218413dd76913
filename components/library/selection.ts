/** Which clips are selected: one by one, by range from the last one touched, or all that are shown. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The clip touched last; a range starts there. */
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** Selects or releases one clip. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Gives every clip between the anchor and `id`, in the order shown, the state that `id` is about to get. */
export function extendTo(selection: Selection, id: string, shown: readonly string[]): Selection {
  const { ids, anchor } = selection;
  const [a, b] = [shown.indexOf(anchor ?? ''), shown.indexOf(id)];
  if (a < 0 || b < 0) return toggle(selection, id);
  const select = !ids.has(id);
  const next = new Set(ids);
  for (const one of shown.slice(Math.min(a, b), Math.max(a, b) + 1)) {
    if (select) next.add(one);
    else next.delete(one);
  }
  return { ids: next, anchor: id };
}

export const selectAll = (shown: readonly string[]): Selection => ({ ids: new Set(shown), anchor: null });

/** The selection without clips that are no longer shown: what cannot be seen is not trashed with the rest. */
export function within(selection: Selection, shown: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection;
  const visible = new Set(shown);
  const ids = new Set([...selection.ids].filter((id) => visible.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
