/** The sheet of one tab, read when it is first shown and again whenever the tab, its page or the library has changed. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { onLibraryChange } from '../../utils/extension/library-changes';
import { askBackground, type TabSheet } from '../../utils/extension/messages';
import { onTabChange } from '../../utils/extension/tab-changes';
import { followTab, type ShownTab } from '../../utils/extension/tabs';

export type SheetState = TabSheet | { state: 'loading' } | { state: 'failed'; detail: string };

/** Milliseconds in which changes of a tab are taken as one; its page has put its new text in place by then. */
const READ_AFTER = 150;

/** Milliseconds after a change of address in which a new title means new text. */
const SETTLES_WITHIN = 3_000;

const withoutFragment = (url: string) => url.split('#', 1)[0];

interface ShownSheet {
  sheet: SheetState;
  /** The address of the tab now; empty where no permission shows it. */
  url: string;
  reload: () => void;
}

export function useSheet(tab: ShownTab): ShownSheet {
  const [sheet, setSheet] = useState<SheetState>({ state: 'loading' });
  const [url, setUrl] = useState(tab.url);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    let current = true;
    askBackground('tab:sheet', { tabId: tab.id }).then(
      (answer) => current && setSheet(answer),
      (error) => current && setSheet({ state: 'failed', detail: String(error?.message ?? error) }),
    );
    return () => {
      current = false;
    };
  }, [tab.id, round]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = tab.url;
    let movedAt = Number.NEGATIVE_INFINITY;
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(reload, READ_AFTER);
    };
    const moved = (next: string) => {
      if (withoutFragment(next) !== withoutFragment(shown)) setSheet({ state: 'loading' });
      shown = next;
      movedAt = performance.now();
      setUrl(next);
      readSoon();
    };
    const retitled = () => {
      if (performance.now() - movedAt < SETTLES_WITHIN) readSoon();
    };
    const stops = [
      followTab(tab.id, { moved, loaded: readSoon, retitled }),
      onTabChange(tab.id, readSoon),
      onLibraryChange(readSoon),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [tab.id, tab.url, reload]);

  return { sheet, url, reload };
}
