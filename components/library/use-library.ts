/** The clips of the library, read again after every change that the background has committed. */
import { useEffect, useState } from 'preact/hooks';
import { linesOf } from '../../utils/article/article';
import type { Clip, ClipVersion } from '../../utils/clips/clip';
import { listClips, NewerLibraryError, openLibrary } from '../../utils/clips/store';
import { onLibraryChange } from '../../utils/extension/library-changes';
import { simplify } from '../../utils/script/simplify';

export interface LibraryEntry {
  clip: Clip;
  version: ClipVersion;
  /** All that can be searched, in simplified characters and lower case. */
  searched: string;
}

export type LibraryState =
  | { state: 'loading' }
  | { state: 'ready'; entries: LibraryEntry[] }
  | { state: 'newer' }
  | { state: 'failed'; detail: string };

/** The form in which a query and a text are compared: traditional finds simplified, and back. */
export const searchForm = (text: string): string => simplify(text).toLowerCase();

function entryOf({ clip, version }: { clip: Clip; version: ClipVersion }): LibraryEntry {
  const { article, digest } = version;
  const names = [...digest.people, ...digest.places].map(({ name }) => name);
  const texts = [clip.title, clip.note, article.source?.value ?? '', ...names, ...linesOf(article.blocks)];
  return { clip, version, searched: searchForm(texts.join('\n')) };
}

async function readLibrary(): Promise<LibraryState> {
  try {
    const database = await openLibrary();
    const clips = await listClips(database);
    database.close();
    return { state: 'ready', entries: clips.filter(({ clip }) => clip.trashedAt === null).map(entryOf) };
  } catch (error) {
    if (error instanceof NewerLibraryError) return { state: 'newer' };
    return { state: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

export function useLibrary(): LibraryState {
  const [library, setLibrary] = useState<LibraryState>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const state = await readLibrary();
      if (current) setLibrary(state);
    };
    void read();
    const stop = onLibraryChange(() => void read());
    return () => {
      current = false;
      stop();
    };
  }, []);
  return library;
}
