/** Types into the library's search field, by the page's own way from the input event to the list. */

/** Milliseconds from one letter to the next, as a quick hand types; in the pauses the page counts its facets. */
const BETWEEN_KEYS = 150;

const pause = () => new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));

/** Milliseconds from the event to the new list, laid out. */
function type(value: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('#search')!;
  const pane = document.querySelector('.list-pane')!;
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      pane.getBoundingClientRect();
      resolve(performance.now() - start);
    });
    observer.observe(pane, { subtree: true, childList: true, characterData: true });
    const start = performance.now();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

export interface Keystroke {
  /** What stands in the field after it. */
  typed: string;
  ms: number;
}

/** Types each query letter by letter. */
export async function typeAll(queries: readonly string[]): Promise<Keystroke[]> {
  const keys: Keystroke[] = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const typed = query.slice(0, length);
      keys.push({ typed, ms: await type(typed) });
      await pause();
    }
    await type('');
    await pause();
  }
  return keys;
}
