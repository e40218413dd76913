/** Converts and repairs a text line by line; what stands between the lines is kept. */
import { detectScripts } from '../utils/script/detect';
import { applyRepair, learnRepair } from '../utils/script/repair';
import type { Script } from '../utils/script/script';
import { simplify } from '../utils/script/simplify';
import { loadTraditionaliser } from '../utils/script/traditionalise';

export const TARGETS = ['simplified', 'traditional'] as const;
export type Target = (typeof TARGETS)[number];

/** Lines in these scripts are converted; Japanese, Korean and lines that are in the target script already stay. */
const SOURCES: Record<Target, readonly Script[]> = {
  simplified: ['traditional', 'mixed'],
  traditional: ['simplified', 'mixed'],
};

/** Gives the lines of a text to `change`, all at once, and puts its answers between the ends of lines as they were. */
function changeLines(text: string, change: (lines: string[]) => string[]): string {
  const parts = text.split(/(\r\n|\r|\n)/);
  const changed = change(parts.filter((_, index) => index % 2 === 0));
  return parts.map((part, index) => (index % 2 === 0 ? changed[index / 2] : part)).join('');
}

/** Each line in the target script. A line that does not show its script is taken to be in that of the whole text. */
export async function convertLines(text: string, target: Target): Promise<string> {
  const convert = target === 'simplified' ? simplify : await loadTraditionaliser('opencc');
  return changeLines(text, (lines) => {
    const { lines: scripts } = detectScripts(lines);
    return lines.map((line, index) => (SOURCES[target].includes(scripts[index]!) ? convert(line) : line));
  });
}

/** Each line with the damage mended that was learnt from all of them. */
export function repairLines(text: string): string {
  return changeLines(text, (lines) => {
    const plan = learnRepair(lines);
    return lines.map((line) => applyRepair(plan, line).text);
  });
}
