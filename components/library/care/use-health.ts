/** How the library fares, asked again after every change. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { onLibraryChange } from '../../../utils/extension/library-changes';
import { askBackground, type LibraryHealth } from '../../../utils/extension/messages';

export interface Health {
  /** Null until it is known. */
  health: LibraryHealth | null;
  ask: () => void;
}

export function useHealth(): Health {
  const [health, setHealth] = useState<LibraryHealth | null>(null);
  const ask = useCallback(() => {
    // Unknown health is no news: the list itself says when the library cannot be read.
    askBackground('library:health').then(setHealth, () => {});
  }, []);
  useEffect(() => {
    ask();
    return onLibraryChange(ask);
  }, [ask]);
  return { health, ask };
}
