/** What is shown for the route: matches at once, what can wait (facet counts, reposts) after a pause. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import { type Facets, type Filters, facetsOf, filterBy } from '../../utils/clips/facets';
import { sortClips } from '../../utils/clips/order';
import { groupReposts } from '../../utils/clips/reposts';
import { LibrarySearch } from '../../utils/clips/search';
import type { Route } from './route';
import { contentKey, type LibraryState, type ReadyLibrary } from './use-library';
import { useWarmSearch } from './use-warm-search';

/** Milliseconds without a new letter after which the facets are counted anew, and after a change the reposts grouped. */
const FACETS_AFTER = 100;
const REPOSTS_AFTER = 400;

/** `compute()` some time after `inputs` last changed; the earlier result stays until then. */
function useLater<T>(compute: () => T, delay: number, inputs: unknown[]): T | null {
  const [result, setResult] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResult(compute()), delay);
    return () => clearTimeout(timer);
  }, inputs);
  return result;
}

export interface Shown {
  /** Filtered and in order. */
  clips: readonly Clip[];
  /** Null until all clips have been read and counted. */
  facets: Facets | null;
  /** Ids of clips that are one article, earliest first. */
  reposts: string[][];
}

const NOTHING_READ: Omit<ReadyLibrary, 'state' | 'readOnly'> = { clips: [], texts: null, sketches: null, partOf: null };
const NO_REPOSTS: string[][] = [];

/** `dates` alone, which is always there, filters nothing. */
const isFiltering = (filters: Filters) => Object.keys(filters).length > 1;

export function useShown(library: LibraryState, route: Route): Shown {
  const { query, trash, filters, order } = route;
  const { clips: all, texts, sketches, partOf } = library.state === 'ready' ? library : NOTHING_READ;
  // In order before they are searched: what is found in them is then in order for every letter.
  const there = useMemo(
    () =>
      sortClips(
        all.filter(({ trashedAt }) => (trashedAt !== null) === trash),
        order,
      ),
    [all, trash, order],
  );
  const search = useMemo(() => new LibrarySearch(there, texts), [there, texts]);
  const found = useMemo(() => search.find(query), [search, query]);
  const clips = useMemo(() => (isFiltering(filters) ? filterBy(found, filters) : found), [found, filters]);
  useWarmSearch(all);
  const facets = useLater(() => (partOf ? null : facetsOf(found, filters)), FACETS_AFTER, [found, filters, partOf]);
  const key = useMemo(() => contentKey(all), [all]);
  const reposts = useLater(() => sketches && groupReposts(all, sketches), REPOSTS_AFTER, [key, sketches]);
  return { clips, facets, reposts: reposts ?? NO_REPOSTS };
}
