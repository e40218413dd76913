/**
 * The clips of the library, read again after every change that the background has committed. The page opens with those
 * saved last, which are there at once however large the library is; the others follow.
 */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import type { Sketches } from '../../utils/clips/reposts';
import type { SearchTexts } from '../../utils/clips/search';
import { type FirstClips, firstClips, listClips, loadSketches, loadTexts } from '../../utils/clips/store';
import { onLibraryChange } from '../../utils/extension/library-changes';
import { withLibrary } from './library-access';

/** Clips that are read first: more than a page shows without scrolling. */
const FIRST = 30;

export interface ReadyLibrary {
  state: 'ready';
  clips: Clip[];
  /** How many there are, while `clips` are only those saved last outside the trash; null once they are all. */
  partOf: { kept: number; trashed: number } | null;
  /** Null until they have been read, as is `sketches`. */
  texts: SearchTexts | null;
  sketches: Sketches | null;
  readOnly: boolean;
}

export type LibraryState = { state: 'loading' } | ReadyLibrary | { state: 'failed'; detail: string };

/** What the page opens with. */
export interface Opening extends FirstClips {
  readOnly: boolean;
}

/** Null when there is nothing to open with: what the whole library holds, or why it cannot be read, is known later. */
export async function readOpening(): Promise<Opening | null> {
  try {
    return await withLibrary(async (database, readOnly) => {
      const first = await firstClips(database, FIRST);
      // All of the last saved may be in the trash.
      return first && first.clips.length > 0 ? { ...first, readOnly } : null;
    });
  } catch {
    return null;
  }
}

function beginning({ clips, kept, trashed, readOnly }: Opening): LibraryState {
  return { state: 'ready', clips, partOf: { kept, trashed }, texts: null, sketches: null, readOnly };
}

async function wholeLibrary(): Promise<LibraryState> {
  try {
    return await withLibrary(async (database, readOnly) => {
      const clips = await listClips(database);
      return { state: 'ready', clips, partOf: null, texts: null, sketches: null, readOnly };
    });
  } catch (error) {
    return { state: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Changes when the texts of the library do; notes, tags and stars leave it alone. */
export const contentKey = (clips: readonly Clip[]): string =>
  clips.map(({ id, latest }) => `${id} ${latest}`).join('\n');

function useClips(opening: Promise<Opening | null>): LibraryState {
  const [library, setLibrary] = useState<LibraryState>({ state: 'loading' });
  // Before the page is painted for the first time: an effect would wait for that.
  useLayoutEffect(() => {
    let reading = 0;
    const read = async () => {
      const mine = ++reading;
      const state = await wholeLibrary();
      if (mine === reading) setLibrary(state);
    };
    const begin = async () => {
      const first = await opening;
      if (reading !== 0) return;
      if (first) setLibrary(beginning(first));
      await read();
    };
    void begin();
    const stop = onLibraryChange(() => void read());
    return () => {
      reading = Number.NaN;
      stop();
    };
  }, []);
  return library;
}

type Contents = Pick<ReadyLibrary, 'texts' | 'sketches'>;

/** Texts and sketches, read once the list is shown, and again when a clip came, went or has a new version. */
function useContents(key: string | null): Contents {
  const [contents, setContents] = useState<Contents>({ texts: null, sketches: null });
  useEffect(() => {
    if (key === null) return;
    let current = true;
    const take = (read: Partial<Contents>) => {
      if (current) setContents((known) => ({ ...known, ...read }));
    };
    // A failed read leaves the headers to search; the list says so by finding less, not by going away.
    withLibrary(async (database) => {
      take({ texts: await loadTexts(database) });
      take({ sketches: await loadSketches(database) });
    }).catch(() => {});
    return () => {
      current = false;
    };
  }, [key]);
  return contents;
}

export function useLibrary(opening: Promise<Opening | null>): LibraryState {
  const library = useClips(opening);
  const key = useMemo(
    () => (library.state === 'ready' && library.partOf === null ? contentKey(library.clips) : null),
    [library],
  );
  const contents = useContents(key);
  return library.state === 'ready' ? { ...library, ...contents } : library;
}
