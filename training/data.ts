/** Reads all text that the tagger learns from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MarkedDocument, readLabelled } from './corpus';
import { readPages } from './pages';
import { readUner } from './uner';

/** The traditional files of UNER GSD are the same sentences; both scripts are one in normalised form. */
const UNER_FILES = ['uner_gsdsimp.train', 'uner_gsdsimp.dev', 'uner_gsdsimp.test', 'uner_pud.test'];

/** Texts that were composed for this project to teach what the others lack; nothing is ever measured on them. */
const COMPOSED = join(import.meta.dirname, 'documents');

export interface TrainingData {
  /** News of authorities, labelled to one guide. */
  labelled: MarkedDocument[];
  /** The same, composed for this project: on the side of training only. */
  composed: MarkedDocument[];
  /** Text of other kinds. */
  general: MarkedDocument[];
}

export const labelledFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^train-\w+\.txt$/.test(name))
    .sort();

/** `folder` has train-*.txt and the UNER files; `corpus`, when not empty, saved pages with document-level truth. */
export function readData(folder: string, corpus: string): TrainingData {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const labelled = labelledFiles(folder).flatMap((name) => readLabelled(name, read(name)));
  if (corpus) labelled.push(...readPages(corpus));
  const composed = readdirSync(COMPOSED)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readLabelled(name, readFileSync(join(COMPOSED, name), 'utf8')));
  const general = UNER_FILES.filter((name) => existsSync(join(folder, name))).map((name) => readUner(name, read(name)));
  return { labelled, composed, general };
}
