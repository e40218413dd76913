/** How many rows of a long list are made: a screenful at first, more as the reader comes near the end. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Rows made at first, for every letter of a search anew: as many as are seen. And by every step after. */
const FIRST = 20;
const STEP = 50;
/** A step is taken while the end is still this far below what is seen. */
const AHEAD = '1500px';

export interface Growing {
  limit: number;
  /** Goes on the element after the last row. */
  end: (element: Element | null) => void;
}

/** `reset` names what is listed: another one starts at the top. */
export function useGrowing(reset: string): Growing {
  const [{ of, limit }, setLimit] = useState({ of: reset, limit: FIRST });
  const observer = useRef<IntersectionObserver | null>(null);
  const grow = useCallback(
    () => setLimit((old) => ({ of: reset, limit: (old.of === reset ? old.limit : FIRST) + STEP })),
    [reset],
  );
  useEffect(() => () => observer.current?.disconnect(), []);
  const end = useCallback(
    (element: Element | null) => {
      observer.current?.disconnect();
      if (!element) return;
      observer.current = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) grow();
        },
        { rootMargin: AHEAD, root: element.closest('.clips') },
      );
      observer.current.observe(element);
    },
    [grow],
  );
  return { limit: of === reset ? limit : FIRST, end };
}
