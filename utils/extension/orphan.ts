/** Scripts on pages outlive an extension that is updated or removed; nobody answers them then, and nobody says goodbye. */
import { nativeApi } from './native-api';

/** How often it is looked whether the extension is still there. */
export const ORPHAN_CHECK_MS = 1000;

export function isOrphan(): boolean {
  try {
    return !nativeApi().runtime.id;
  } catch {
    return true;
  }
}

/** Calls `gone` when the extension has gone; returns what stops watching. */
export function whenOrphaned(window: Window, gone: () => void): () => void {
  const timer = window.setInterval(() => {
    if (!isOrphan()) return;
    window.clearInterval(timer);
    gone();
  }, ORPHAN_CHECK_MS);
  return () => window.clearInterval(timer);
}
