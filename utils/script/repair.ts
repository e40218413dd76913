/**
 * Repairs what mirror sites did to a page: learned once from all its texts, applied to each of them.
 * Nothing is touched on a page that does not show the damage systematically.
 */
import { ANNOTATION, hasDoubledAnnotations, hasTonelessAnnotations, learnAnnotations } from './annotations';
import { gbk } from './gbk';
import { offsetMap } from './offsets';
import { loadReadings } from './readings';
import type { DamagedRun, DamageFamily, Edit, RepairCounts, Repaired } from './script';
import { hasBreak, RunRealigner } from './shifted-run';

/** Characters lost to question marks inside Chinese text, and how many such places make a damage. */
const LOST_BYTES = /[\u3400-\u9fff]\?{2,}[\u3400-\u9fff]/g;
const FEWEST_LOST = 3;

export interface RepairPlan {
  /** Whether applying the plan can change anything. */
  needed: boolean;
  /** What was seen on the page, mended or not. */
  families: DamageFamily[];
  /** Annotated character → the reading that stands behind it; exactly these pairs are stripped. */
  annotations: ReadonlyMap<string, string>;
}

/** Looks at all texts of a page at once: headline, lines, and the chrome around them, in any order. */
export function learnRepair(texts: readonly string[]): RepairPlan {
  const bracketed = texts.filter((text) => text.includes(')'));
  const annotations = learnAnnotations(bracketed, texts);
  const needed = annotations.size > 0;
  const seen: [DamageFamily, boolean][] = [
    ['tone-marked pinyin', needed],
    ['toneless pinyin', hasTonelessAnnotations(bracketed, texts)],
    ['doubled pinyin', hasDoubledAnnotations(bracketed)],
    ['shifted bytes', needed && bracketed.some(hasBreak)],
    ['lost bytes', countLost(texts) >= FEWEST_LOST],
  ];
  return { needed, families: seen.filter(([, present]) => present).map(([family]) => family), annotations };
}

function countLost(texts: readonly string[]): number {
  return texts.reduce((count, text) => count + (text.includes('??') ? (text.match(LOST_BYTES)?.length ?? 0) : 0), 0);
}

/**
 * Repairs one text of the page that `plan` was learned from. The same string, without edits, when there is nothing to
 * repair. Breaks whose bytes cannot be known stay and are reported as damaged.
 */
export function applyRepair(plan: RepairPlan, text: string): Repaired {
  if (!plan.needed || !text.includes(')')) return { text, edits: [], damaged: [] };
  const runs = hasBreak(text) ? realigner(plan).find(text) : [];
  const realigned = runs.flatMap((run): Edit[] =>
    run.realigned === undefined
      ? []
      : [{ start: run.start, end: run.end, replacement: run.realigned, reason: 'shifted-run' }],
  );
  const edits = [...realigned, ...annotationEdits(plan, text, realigned)].sort((a, b) => a.start - b.start);
  if (edits.length === 0 && runs.length === 0) return { text, edits, damaged: [] };
  const { toClean } = offsetMap(edits);
  const damaged = runs.flatMap((run): DamagedRun[] => {
    if (run.realigned === undefined) return [{ start: toClean(run.start), end: toClean(run.end) }];
    return run.endLost ? [{ start: toClean(run.end), end: toClean(run.end) + 1 }] : [];
  });
  return { text: applyEdits(text, edits), edits, damaged };
}

/** Figures of repairs for the reader. */
export function countRepairs(repaired: readonly Repaired[]): RepairCounts {
  const edits = repaired.flatMap((one) => one.edits);
  return {
    annotations: edits.filter((edit) => edit.reason === 'annotation').length,
    shiftedRuns: edits.filter((edit) => edit.reason === 'shifted-run').length,
    unrepaired: repaired.reduce((count, one) => count + one.damaged.length, 0),
  };
}

function annotationEdits(plan: RepairPlan, text: string, realigned: readonly Edit[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  for (const { 0: found, 1: character = '', 2: syllable, index } of text.matchAll(ANNOTATION)) {
    if (plan.annotations.get(character) !== syllable) continue;
    const start = index + character.length;
    while (next < realigned.length && realigned[next]!.end <= start) next += 1;
    if (next < realigned.length && realigned[next]!.start <= start) continue;
    edits.push({ start, end: index + found.length, replacement: '', reason: 'annotation' });
  }
  return edits;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let applied = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    applied += text.slice(at, start) + replacement;
    at = end;
  }
  return applied + text.slice(at);
}

const realigners = new WeakMap<RepairPlan, RunRealigner>();

/** Built for a page that has a shifted run, once. */
function realigner(plan: RepairPlan): RunRealigner {
  const known = realigners.get(plan);
  if (known) return known;
  const built = new RunRealigner(gbk(), plan.annotations, loadReadings(gbk()));
  realigners.set(plan, built);
  return built;
}
