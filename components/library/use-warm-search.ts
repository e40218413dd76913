/** Brings the headers into search form while nothing else is done, so that the first letter typed does not wait for it. */
import { useEffect } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import { matchClips } from '../../utils/clips/search';

/** Clips at a time: about ten milliseconds. */
const SLICE = 250;

/** Milliseconds after the list is there, for it to be painted first. */
const START_AFTER = 200;

/** Any query makes the search form of a header, which is then kept with the clip. */
const ANY_QUERY = '清阅';

export function useWarmSearch(clips: readonly Clip[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const warm = (from: number) => {
      matchClips(clips.slice(from, from + SLICE), null, ANY_QUERY);
      if (from + SLICE < clips.length) timer = setTimeout(warm, 0, from + SLICE);
    };
    timer = setTimeout(warm, START_AFTER, 0);
    return () => clearTimeout(timer);
  }, [clips]);
}
