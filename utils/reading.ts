/** A Reading is what Qingyue knows of a page before it is digested: its article, repaired, and how it was repaired. */
import { type Article, type Block, type DocumentCard, type Field, linesOf, mapTexts } from './article/article';
import { articleOfText } from './article/text-file';
import { HEADLINE } from './digest/digest';
import { detectScripts } from './script/detect';
import { offsetMap } from './script/offsets';
import { applyRepair, countRepairs, learnRepair, type RepairPlan } from './script/repair';
import type { DamageFamily, Edit, RepairCounts, Repaired, Script } from './script/script';

export interface Reading {
  /** Repaired, in its own script. */
  article: Article;
  /** The lines of the body as the page has them. */
  original: string[];
  /** By line, `HEADLINE` for the title: the edits that lead from the page's text to the article's. Lines without edits are left out. */
  edits: Record<number, Edit[]>;
  /** Counted over all that the page shows: conversion mends the chrome as well. */
  repair: RepairCounts;
  families: DamageFamily[];
  plan: RepairPlan;
  /** Of title and body together. */
  script: Script;
}

/** Reads a text file, one paragraph a line, whose first line may be `# title`; null when there is no article in it. */
export function readText(text: string, url: string): Reading | null {
  const found = articleOfText(text, url);
  return found && readFound(found);
}

/** Repairs the article that was found on a page: the damage is learnt from the whole page, then mended in every string. */
export function readFound({ article: raw, pageLines }: { article: Article; pageLines: readonly string[] }): Reading {
  const original = linesOf(raw.blocks);
  const plan = learnRepair(pageLines);
  const mend = (text: string) => applyRepair(plan, text).text;
  const headline = applyRepair(plan, raw.title);
  const lines = original.map((line) => applyRepair(plan, line));
  const blocks = mapTexts(raw.blocks, (_, line) => {
    const { text, edits } = lines[line]!;
    return { text, move: offsetMap(edits).toClean };
  });
  const { text: title } = headline;
  const article = { ...mendFields(raw, mend), title, blocks: mendAlternatives(blocks, mend) };
  const script = detectScripts([title, ...linesOf(blocks)]).page;
  return {
    article,
    original,
    edits: editsByLine(headline, lines),
    repair: countRepairs(pageLines.map((line) => applyRepair(plan, line))),
    families: plan.families,
    plan,
    script,
  };
}

function editsByLine(headline: Repaired, lines: readonly Repaired[]): Record<number, Edit[]> {
  const numbered = [[HEADLINE, headline], ...lines.entries()] as const;
  return Object.fromEntries(
    numbered.filter(([, { edits }]) => edits.length > 0).map(([line, { edits }]) => [line, edits]),
  );
}

type Mend = (text: string) => string;

const mendField = (field: Field | null, mend: Mend): Field | null =>
  field === null ? null : { ...field, value: mend(field.value) };

function mendCard(card: DocumentCard, mend: Mend): DocumentCard {
  return Object.fromEntries(Object.entries(card).map(([name, value]) => [name, mend(value)]));
}

/** Every string of the article that a reader sees, title and blocks apart. */
function mendFields(article: Article, mend: Mend): Article {
  const { kicker, subtitle, source, author, editor, column, document, publisher, attachments } = article;
  return {
    ...article,
    ...(kicker !== undefined && { kicker: mend(kicker) }),
    ...(subtitle !== undefined && { subtitle: mend(subtitle) }),
    source: mendField(source, mend),
    author: mendField(author, mend),
    editor: mendField(editor, mend),
    column: column.map(mend),
    document: document && mendCard(document, mend),
    publisher: {
      ...publisher,
      ...(publisher.operator !== undefined && { operator: mend(publisher.operator) }),
      evidence: publisher.evidence.map((item) => ({ ...item, text: mend(item.text) })),
    },
    attachments: attachments.map((attachment) => ({ ...attachment, name: mend(attachment.name) })),
  };
}

/** Alternative texts of images are shown, but are no lines of the body. */
function mendAlternatives(blocks: Block[], mend: Mend): Block[] {
  return blocks.map((block) => (block.type === 'image' ? { ...block, alt: mend(block.alt) } : block));
}
