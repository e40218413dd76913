import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../locales/languages';
import { extensionSources, ROOT, type Source } from './sources';

type Strings = Record<string, string>;

const [DEFAULT, ...OTHERS] = LANGUAGES;
const read = (language: string): Strings => JSON.parse(readFileSync(join(ROOT, 'locales', `${language}.json`), 'utf8'));
const placeholders = (message = '') => (message.match(/\{\w*\}/g) ?? []).sort();

interface Uses {
  /** Keys that stand in a call `t('…')`. */
  called: Set<string>;
  /** Every string of the code: a key may be held in a table before it comes to `t`. */
  strings: Set<string>;
  /** What is known of keys that are put together: the start and the end of t(`…${}…`). */
  patterns: { start: string; end: string }[];
}

function usesIn({ path, code }: Source): Uses {
  const uses: Uses = { called: new Set(), strings: new Set(), patterns: [] };
  const { program } = parseSync(path, code);
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') uses.strings.add(value);
    },
    CallExpression: ({ callee, arguments: [key] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 't' || !key) return;
      if (key.type === 'Literal' && typeof key.value === 'string') uses.called.add(key.value);
    },
    TemplateLiteral: ({ quasis }) => {
      const start = quasis[0]?.value.cooked ?? '';
      if (quasis.length > 1 && start !== '') uses.patterns.push({ start, end: quasis.at(-1)?.value.cooked ?? '' });
    },
  }).visit(program);
  return uses;
}

function manifestKeys(config: string): string[] {
  return [...config.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key!);
}

/** What is wrong between the keys of the default language and the code that uses them. */
function keyProblems(keys: readonly string[], sources: readonly Source[], config: string): string[] {
  const all = sources.map(usesIn);
  const named = new Set([...all.flatMap(({ called }) => [...called]), ...manifestKeys(config)]);
  const strings = new Set(all.flatMap((uses) => [...uses.strings]));
  const patterns = all.flatMap((uses) => uses.patterns);
  const isUsed = (key: string) =>
    named.has(key) ||
    (!key.startsWith('manifest_') &&
      (strings.has(key) || patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end))));
  return [
    ...[...named].filter((key) => !keys.includes(key)).map((key) => `${key} has no words`),
    ...keys.filter((key) => !isUsed(key)).map((key) => `${key} is used nowhere`),
  ];
}

const base = read(DEFAULT);

test.each(OTHERS)('%s has the keys of the default language', (language) => {
  expect(Object.keys(read(language)).sort()).toEqual(Object.keys(base).sort());
});

test.each(OTHERS)('%s has the placeholders of the default language', (language) => {
  const own = Object.entries(read(language)).map(([key, message]) => [key, placeholders(message)] as const);
  expect(Object.fromEntries(own)).toEqual(
    Object.fromEntries(own.map(([key]) => [key, placeholders(base[key])] as const)),
  );
});

test.each(LANGUAGES)('%s is a flat table without empty words', (language) => {
  const bad = Object.entries(read(language)).filter(([, message]) => typeof message !== 'string' || !message.trim());
  expect(bad).toEqual([]);
});

test('every key is used, and every key that is used has words', () => {
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
  expect(keyProblems(Object.keys(base), extensionSources(), config)).toEqual([]);
});

describe('the checker', () => {
  const problems = (keys: string[], code: string, config = '') =>
    keyProblems(keys, [{ path: 'components/sample.tsx', code }], config);

  test('sees a key without words', () => {
    expect(problems([], "t('people')")).toEqual(['people has no words']);
    expect(problems([], '', "name: '__MSG_manifest_name__'")).toEqual(['manifest_name has no words']);
  });
  test('sees a key that nothing uses', () => {
    expect(problems(['people', 'manifest_name'], "'manifest_name'; // people")).toEqual([
      'people is used nowhere',
      'manifest_name is used nowhere',
    ]);
  });
  test('knows keys from tables and keys that are put together', () => {
    expect(problems(['people', 'place_water'], `const LABELS = ['people']; t(\`place_\${kind}\`)`)).toEqual([]);
  });
});
