/** The one line at the foot of the page that says what was just done, with its undo. */
import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Notice {
  words: string;
  /** Takes back what was done. */
  undo?: () => Promise<void>;
}

/** Long enough to be read and reached (WCAG 2.2.1 asks for no limit on what can be done elsewhere: the trash restores too). */
const SHOWN_FOR = 20_000;

export interface Notices {
  notice: Notice | null;
  tell: (notice: Notice) => void;
  undo: () => Promise<void>;
}

export function useNotice(): Notices {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice]);
  const undo = useCallback(async () => {
    setNotice(null);
    await notice?.undo?.();
  }, [notice]);
  return { notice, tell: setNotice, undo };
}
