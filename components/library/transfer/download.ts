/** Hands a file to the browser's downloads. */
import type { ExportedFile } from './exports';

/** Milliseconds after which the address of a file that was handed over is given up; Firefox reads it late. */
const KEPT_FOR = 60_000;

export function download({ name, blob }: ExportedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR);
}
