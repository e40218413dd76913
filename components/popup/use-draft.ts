/** Note and tags for a page, kept while they are typed: a popup that closes loses nothing. In a private window nothing is kept. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { tagsOf } from '../../utils/clips/tags';
import { askBackground } from '../../utils/extension/messages';
import { isPrivate } from '../../utils/extension/tabs';

/** Milliseconds without a letter after which a draft is kept. */
const KEEP_AFTER = 400;

/** Puts tags into one box. */
const TAG_JOIN = '、';

interface Typed {
  note: string;
  /** As typed; see tagsOf. */
  tags: string;
}

export interface DraftBox extends Typed {
  type: (change: Partial<Typed>) => void;
  /** Keeps what was typed last without waiting. */
  keep: () => void;
  /** Keeps nothing that was typed so far: it is being saved. */
  hold: () => void;
}

export function useDraft(tabId: number, url: string): DraftBox {
  const [typed, setTyped] = useState<Typed>({ note: '', tags: '' });
  const current = useRef(typed);
  const changed = useRef(false);
  const timer = useRef(0);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    if (!changed.current) return;
    changed.current = false;
    const { note, tags } = current.current;
    if (await isPrivate(tabId)) return;
    // A draft that cannot be kept is still in the box.
    await askBackground('draft:set', { url, note, tags: tagsOf(tags) }).catch(() => {});
  }, [tabId, url]);

  const show = useCallback((next: Typed) => {
    current.current = next;
    setTyped(next);
  }, []);

  useEffect(() => {
    askBackground('draft:get', { url }).then(
      (draft) => {
        const { note, tags } = current.current;
        if (draft && note === '' && tags === '') show({ note: draft.note, tags: draft.tags.join(TAG_JOIN) });
      },
      () => {},
    );
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      void keep();
    };
  }, [url, keep, show]);

  const type = (change: Partial<Typed>) => {
    show({ ...current.current, ...change });
    changed.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, KEEP_AFTER) as unknown as number;
  };
  const hold = () => {
    clearTimeout(timer.current);
    changed.current = false;
  };
  const keepNow = () => {
    changed.current = true;
    void keep();
  };
  return { ...typed, type, keep: keepNow, hold };
}
