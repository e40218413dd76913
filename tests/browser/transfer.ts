/** Export and import by the library page's own buttons: a file of the browser's downloads, a file of the file field. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { TestBrowser } from './in-browsers';
import { click, words } from './surfaces';

const closeDialog = (library: Page) => click(library, words('library_close'), 'dialog[open]');

/** All of the library as JSON. */
export async function exportAll({ harness }: TestBrowser, library: Page): Promise<{ name: string; bytes: Buffer }> {
  await click(library, words('library_export'), '.list-whole');
  const form = 'dialog[open] form';
  await library.waitForSelector(form);
  const choose = (label: string) =>
    library.evaluate(
      (inside, wanted) => {
        const labels = [...(document.querySelector(inside)?.querySelectorAll('label') ?? [])];
        labels.find(({ textContent }) => textContent?.startsWith(wanted))?.click();
      },
      form,
      label,
    );
  await choose(words('library_export_all').split(' ')[0]!);
  await choose(words('format_json'));
  const file = await harness.download(() => click(library, words('library_export_start'), form));
  const said = () => library.$eval(`${form} [role=status]`, ({ textContent }) => textContent);
  await expect.poll(said).toBe(words('library_export_done', { name: file.name }));
  await closeDialog(library);
  return file;
}

/** Imports a file and resolves to what the page says of it. */
export async function importFile(library: Page, bytes: Buffer | string, name = 'backup.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qingyue-import-'));
  const path = join(folder, name);
  await writeFile(path, bytes);
  await click(library, words('library_import'), '.list-whole');
  const field = (await library.waitForSelector('dialog[open] input[type=file]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
  const said = () =>
    library.evaluate(() => {
      const status = document.querySelector('dialog[open] [role=status]');
      return status?.querySelector('progress') ? '' : (status?.textContent ?? '');
    });
  await expect.poll(said).not.toBe('');
  const result = await said();
  await closeDialog(library);
  await rm(folder, { recursive: true });
  return result;
}

/** What the page says of an import that went well. */
export const imported = (added: number, updated: number, unchanged: number, rejected = 0): string =>
  words('library_import_done', { added, updated, unchanged, rejected });
