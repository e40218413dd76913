/** Where the toolbar stands: at one side of the window, so much of the way down. Holds for windows of any size. */

export interface Place {
  side: 'left' | 'right';
  /** 0 is the top of the window, 1 the bottom. */
  down: number;
}

export const USUAL_PLACE: Place = { side: 'right', down: 0.7 };

/** How far an arrow key moves it. */
const STEP = 0.05;

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** A place from whatever was stored or sent. */
export function cleanPlace(stored: unknown): Place {
  const { side, down } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<keyof Place, unknown>;
  return {
    side: side === 'left' || side === 'right' ? side : USUAL_PLACE.side,
    down: typeof down === 'number' && Number.isFinite(down) ? clamp(down) : USUAL_PLACE.down,
  };
}

/** The place nearest to a point of the window, in CSS pixels. */
export function placeAt(x: number, y: number, window: { innerWidth: number; innerHeight: number }): Place {
  return { side: x < window.innerWidth / 2 ? 'left' : 'right', down: clamp(y / Math.max(1, window.innerHeight)) };
}

export const otherSide = ({ side, down }: Place): Place => ({ side: side === 'left' ? 'right' : 'left', down });

/** The place an arrow key leads to; null for every other key. */
export function placeAfterKey(key: string, { side, down }: Place): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { side, down: clamp(down - STEP) };
    case 'ArrowDown':
      return { side, down: clamp(down + STEP) };
    case 'ArrowLeft':
      return { side: 'left', down };
    case 'ArrowRight':
      return { side: 'right', down };
    default:
      return null;
  }
}
