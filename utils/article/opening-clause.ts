/** Makes a title from a text that has none: the first clause that says something. */

import { datesIn } from './dates-as-shown';
import { withoutReadings } from './labels';

/** One clause of this length at most; the next is added while the title is shorter than `SHORTEST`. Characters without readings. */
const LONGEST = 48;
const SHORTEST = 8;
/** Characters of the line that are looked at. */
const LONGEST_OPENING = 600;

const LEADING_TIME = /^(?:[上下中]午|[当當]日|晚上?|凌晨|清晨|早晨)?[\s,，、:：]*/u;
const CLAUSE_END = /[,，。；;！!？?]/u;
/** A date opens a text when it starts within this many characters. */
const OPENING = 2;

/** The first clause of the lines, its opening date left out, readings inserted by mirrors kept; empty when there is no text. */
export function openingClause(lines: readonly string[]): string {
  const first =
    lines.find((text) => CLAUSE_END.test(text) || text.length >= SHORTEST) ?? lines.find((text) => text !== '');
  if (first === undefined) return '';
  const line = first.slice(0, LONGEST_OPENING);
  const date = datesIn(line)[0];
  const rest = line.slice(date !== undefined && date.start <= OPENING ? date.end : 0).replace(LEADING_TIME, '');
  let end = 0;
  for (const clause of rest.split(CLAUSE_END)) {
    end += clause.length;
    if (withoutReadings(rest.slice(0, end)).text.length >= SHORTEST) break;
    end++;
  }
  return shortened(rest.slice(0, end));
}

function shortened(clause: string): string {
  const plain = withoutReadings(clause);
  return plain.text.length <= LONGEST ? clause : `${clause.slice(0, plain.at(LONGEST))}…`;
}
