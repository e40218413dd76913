/** The clips of the library, read again after every change that the background has committed. */
import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import type { SearchTexts } from '../../utils/clips/search';
import { listClips, loadTexts } from '../../utils/clips/store';
import { onLibraryChange } from '../../utils/extension/library-changes';
import { withLibrary } from './library-access';

export type LibraryState =
  | { state: 'loading' }
  | { state: 'ready'; clips: Clip[]; texts: SearchTexts | null; readOnly: boolean }
  | { state: 'failed'; detail: string };

/** Changes when the texts of the library do; notes, tags and stars leave it alone. */
export const contentKey = (clips: readonly Clip[]): string =>
  clips.map(({ id, latest }) => `${id} ${latest}`).join('\n');

function useClips(): LibraryState {
  const [library, setLibrary] = useState<LibraryState>({ state: 'loading' });
  useEffect(() => {
    let reading = 0;
    const read = async () => {
      const mine = ++reading;
      const state = await withLibrary(
        async (database, readOnly): Promise<LibraryState> => ({
          state: 'ready',
          clips: await listClips(database),
          texts: null,
          readOnly,
        }),
      ).catch(
        (error): LibraryState => ({ state: 'failed', detail: error instanceof Error ? error.message : String(error) }),
      );
      if (mine === reading) setLibrary(state);
    };
    void read();
    const stop = onLibraryChange(() => void read());
    return () => {
      reading = -1;
      stop();
    };
  }, []);
  return library;
}

/** The texts, read once the list is shown, and again when a clip came, went or has a new version. */
function useTexts(key: string | null): SearchTexts | null {
  const [texts, setTexts] = useState<SearchTexts | null>(null);
  useEffect(() => {
    if (key === null) return;
    let current = true;
    // A failed read leaves the headers to search; the list says so by finding less, not by going away.
    withLibrary(loadTexts).then(
      (read) => {
        if (current) setTexts(read);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [key]);
  return texts;
}

export function useLibrary(): LibraryState {
  const library = useClips();
  const texts = useTexts(library.state === 'ready' ? contentKey(library.clips) : null);
  return library.state === 'ready' ? { ...library, texts } : library;
}
