/** What the library shows, kept in the address, so that Back and a copied address work. */
import { useEffect, useState } from 'preact/hooks';

export interface Route {
  clip: string | null;
  query: string;
}

function readRoute(): Route {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return { clip: parameters.get('clip'), query: parameters.get('q') ?? '' };
}

/** The hash that leads to `route`. */
export function routeHash({ clip, query }: Route): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (clip) parameters.set('clip', clip);
  return `#${parameters}`;
}

/** The route, and a way to change the query without a step in the history for every letter. */
export function useRoute(): { route: Route; setQuery: (query: string) => void } {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const changed = () => setRoute(readRoute());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const setQuery = (query: string) => {
    const next = { ...route, query };
    history.replaceState(null, '', routeHash(next));
    setRoute(next);
  };
  return { route, setQuery };
}
