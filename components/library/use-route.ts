/** The route of the page, and two ways to change it: with a step in the history, and without. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Route, readRoute, routeHash } from './route';

/** The address follows the typing after this pause, in milliseconds: browsers refuse a change for every letter. */
const ADDRESS_DELAY = 200;

export interface Navigation {
  route: Route;
  /** Goes to a changed route; Back returns. */
  go: (change: Partial<Route>) => void;
  /** Changes the route in place: for typing and for choices within a view. */
  amend: (change: Partial<Route>) => void;
  /** The address of a changed route, for a link. */
  href: (change: Partial<Route>) => string;
}

export function useRoute(): Navigation {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  const current = useRef(route);
  const timer = useRef(0);
  current.current = route;

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    history.replaceState(null, '', routeHash(current.current));
  }, []);

  useEffect(() => {
    const changed = () => {
      clearTimeout(timer.current);
      setRoute(readRoute(location.hash));
    };
    addEventListener('hashchange', changed);
    addEventListener('pagehide', settle);
    return () => {
      removeEventListener('hashchange', changed);
      removeEventListener('pagehide', settle);
    };
  }, [settle]);

  const amend = useCallback(
    (change: Partial<Route>) => {
      const next = { ...current.current, ...change };
      current.current = next;
      setRoute(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, ADDRESS_DELAY) as unknown as number;
    },
    [settle],
  );

  const go = useCallback(
    (change: Partial<Route>) => {
      settle();
      location.hash = routeHash({ ...current.current, ...change });
    },
    [settle],
  );

  const href = (change: Partial<Route>) => routeHash({ ...route, ...change });
  return { route, go, amend, href };
}
