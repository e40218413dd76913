/** What is shown for the route: matches at once, what can wait (facet counts, reposts) after a pause. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import { type Facets, type Filters, facetsOf, filterBy } from '../../utils/clips/facets';
import { sortClips } from '../../utils/clips/order';
import { groupReposts } from '../../utils/clips/reposts';
import { LibrarySearch } from '../../utils/clips/search';
import type { Route } from './route';
import { contentKey, type LibraryState } from './use-library';
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
  clips: Clip[];
  facets: Facets | null;
  /** Ids of clips that are one article, earliest first. */
  reposts: string[][];
}

const NO_CLIPS: Clip[] = [];

/** `dates` alone, which is always there, filters nothing. */
const isFiltering = (filters: Filters) => Object.keys(filters).length > 1;

export function useShown(library: LibraryState, route: Route): Shown {
  const { query, trash, filters, order } = route;
  const [all, texts] = library.state === 'ready' ? [library.clips, library.texts] : [NO_CLIPS, null];
  const there = useMemo(() => all.filter(({ trashedAt }) => (trashedAt !== null) === trash), [all, trash]);
  const search = useMemo(() => new LibrarySearch(there, texts), [there, texts]);
  // What asks for everything is not searched: a long list is shown before any of it is brought into search form.
  const found = useMemo(() => (query.trim() === '' ? there : search.find(query)), [there, search, query]);
  const clips = useMemo(
    () => sortClips(isFiltering(filters) ? filterBy(found, filters) : found, order),
    [found, filters, order],
  );
  useWarmSearch(all);
  const facets = useLater(() => facetsOf(found, filters), FACETS_AFTER, [found, filters]);
  const key = useMemo(() => contentKey(all), [all]);
  const reposts = useLater(() => groupReposts(all), REPOSTS_AFTER, [key]);
  return { clips, facets, reposts: reposts ?? [] };
}
