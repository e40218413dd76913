/** Puts a text on the clipboard from a page's script, without a permission of its own: as if the reader had copied it. */

/** False where the browser sees no recent press of the reader's, and lets nothing be copied. */
export function copyText(window: Window, text: string): boolean {
  let taken = false;
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    // Pages that forbid copying do so in listeners of their own.
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    taken = true;
  };
  window.addEventListener('copy', write, { capture: true });
  try {
    return window.document.execCommand('copy') && taken;
  } finally {
    window.removeEventListener('copy', write, { capture: true });
  }
}
