/** What the reader does to clips: each asks the background, says what came of it, and offers its undo. */
import type { Clip } from '../../utils/clips/clip';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import { batchesOf, type Change } from './batches';
import { shortTitle } from './short-title';
import type { Notice } from './use-notice';

export interface ClipActions {
  trash: (clips: readonly Clip[]) => Promise<void>;
  restore: (clips: readonly Clip[]) => Promise<void>;
  deleteForever: (clips: readonly Clip[]) => Promise<void>;
  star: (clips: readonly Clip[], starred: boolean) => Promise<void>;
  /** Adds tags to the clips that lack them. */
  addTags: (clips: readonly Clip[], added: readonly string[]) => Promise<void>;
  removeTag: (clips: readonly Clip[], tag: string) => Promise<void>;
}

const idsOf = (clips: readonly Clip[]) => clips.map(({ id }) => id);

async function apply(clips: readonly Clip[], changeFor: (clip: Clip) => Change): Promise<void> {
  for (const { ids, change } of batchesOf(clips, changeFor)) {
    await askBackground('clip:change', { clipIds: ids, change });
  }
}

export function clipActions(tell: (notice: Notice) => void): ClipActions {
  /** Runs an action; a failure is told in place of its words. */
  const act = async (work: () => Promise<unknown>, done: Notice): Promise<void> => {
    try {
      await work();
      tell(done);
    } catch (error) {
      tell({ words: t('library_change_failed', { detail: error instanceof Error ? error.message : String(error) }) });
    }
  };
  const named = (clips: readonly Clip[]) =>
    clips.length === 1
      ? t('library_named', { title: shortTitle(clips[0]!.title) })
      : t('library_several', { count: clips.length });
  /** Undoing gives every clip the value it had, not a common one. */
  const undoing = (clips: readonly Clip[], field: keyof Change) => async () => {
    await act(() => apply(clips, (clip) => ({ [field]: clip[field] })), { words: t('library_undone') });
  };

  return {
    trash: (clips) => {
      const trashedAt = new Date().toISOString();
      return act(() => apply(clips, () => ({ trashedAt })), {
        words: t('library_trashed', { what: named(clips) }),
        undo: undoing(clips, 'trashedAt'),
      });
    },
    restore: (clips) =>
      act(() => apply(clips, () => ({ trashedAt: null })), {
        words: t('library_restored', { what: named(clips) }),
        undo: undoing(clips, 'trashedAt'),
      }),
    deleteForever: (clips) =>
      act(() => askBackground('clip:delete', { clipIds: idsOf(clips) }), {
        words: t('library_gone', { what: named(clips) }),
      }),
    star: (clips, starred) =>
      act(() => apply(clips, () => ({ starred })), {
        words: t(starred ? 'library_starred' : 'library_unstarred', { what: named(clips) }),
        undo: undoing(clips, 'starred'),
      }),
    addTags: (clips, added) =>
      act(() => apply(clips, ({ tags }) => ({ tags: [...new Set([...tags, ...added])] })), {
        words: t('library_tagged', { what: named(clips), tag: added.join('、') }),
        undo: undoing(clips, 'tags'),
      }),
    removeTag: (clips, tag) =>
      act(() => apply(clips, ({ tags }) => ({ tags: tags.filter((one) => one !== tag) })), {
        words: t('library_untagged', { what: named(clips), tag }),
        undo: undoing(clips, 'tags'),
      }),
  };
}
