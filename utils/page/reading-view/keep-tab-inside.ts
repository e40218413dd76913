/** Tab goes round in the view: from its last control to the first, and back. What can take the focus is asked at each press. */

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]';

function isReachable(element: HTMLElement): boolean {
  // Of a radio group, the chosen one alone is in the order.
  if (element.matches('input[type=radio]') && !(element as HTMLInputElement).checked) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

export function keepTabInside(root: ShadowRoot, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const reachable = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isReachable);
  const [first, last] = [reachable[0], reachable.at(-1)];
  if (root.activeElement !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
