/** The sheet of one tab, read when the popup opens and again when the tab has loaded another page. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { askBackground, type TabSheet } from '../../utils/extension/messages';
import { onTabLoaded } from '../../utils/extension/tabs';

export type SheetState = TabSheet | { state: 'loading' } | { state: 'failed'; detail: string };

export function useSheet(tabId: number): { sheet: SheetState; reload: () => void } {
  const [sheet, setSheet] = useState<SheetState>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    let current = true;
    askBackground('tab:sheet', { tabId }).then(
      (answer) => current && setSheet(answer),
      (error) => current && setSheet({ state: 'failed', detail: String(error?.message ?? error) }),
    );
    return () => {
      current = false;
    };
  }, [tabId, round]);

  useEffect(() => onTabLoaded(tabId, reload), [tabId, reload]);
  return { sheet, reload };
}
