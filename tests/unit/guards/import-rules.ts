/** The arrows of the architecture: which part may import which, and a checker that reads the imports of a file. */
import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import type { Source } from './sources';

const CORES = ['article', 'script', 'digest', 'clips'];

/** Parts of the extension from the top down, each with the parts it may import. Paths that end in `/` are folders. */
const PARTS: { name: string; path: string; uses: string[] }[] = [
  {
    name: 'entrypoints',
    path: 'entrypoints/',
    uses: ['components', 'page', 'extension', 'reading', ...CORES, 'locales'],
  },
  { name: 'components', path: 'components/', uses: ['page', 'extension', 'reading', ...CORES, 'locales'] },
  { name: 'extension', path: 'utils/extension/', uses: ['page', 'reading', ...CORES, 'locales'] },
  { name: 'page', path: 'utils/page/', uses: ['reading', 'article', 'script'] },
  { name: 'reading', path: 'utils/reading.ts', uses: CORES },
  { name: 'digest', path: 'utils/digest/', uses: ['script'] },
  { name: 'clips', path: 'utils/clips/', uses: ['script'] },
  { name: 'article', path: 'utils/article/', uses: [] },
  { name: 'script', path: 'utils/script/', uses: [] },
  { name: 'locales', path: 'locales/', uses: [] },
];

/** Plain data types, with the constants beside them, may be imported by every part that digests or keeps what they describe. */
const DATA = ['utils/article/article', 'utils/script/script', 'utils/digest/digest', 'utils/clips/clip'];
const WITHOUT_FOREIGN_DATA = ['article', 'script'];

/** Packages that only some parts may import; any other package is free. */
const PACKAGES: { name: RegExp; parts: string[] }[] = [
  { name: /^node:/, parts: [] },
  { name: /^webextension-polyfill$/, parts: ['extension'] },
  { name: /^wxt(\/|$)/, parts: ['entrypoints', 'extension'] },
  { name: /^(preact(\/|$)|@preact\/)/, parts: ['entrypoints', 'components', 'page'] },
  { name: /^(#|~|@\/|@@)/, parts: [] },
];

/** Stands for the specifier of an import() that cannot be read off the code; no part may use it. */
const COMPUTED = '#computed';

/** Every module that a file names: imports, re-exports, `import()` and `import('…').Type`. Throws on a syntax error. */
export function importsOf({ path, code }: Source): string[] {
  const { module, program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const specifiers = new Set(module.staticImports.map(({ moduleRequest }) => moduleRequest.value));
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest !== null) specifiers.add(moduleRequest.value);
  }
  const add = (source: { type: string; value?: unknown }) =>
    specifiers.add(source.type === 'Literal' && typeof source.value === 'string' ? source.value : COMPUTED);
  new Visitor({
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
  }).visit(program);
  return [...specifiers];
}

const partOf = (path: string) =>
  PARTS.find((part) =>
    part.path.endsWith('/') ? path.startsWith(part.path) : `${path}.ts` === part.path || path === part.path,
  );

/** `popup` of `entrypoints/popup/main.tsx` and of `entrypoints/popup.ts`: entrypoints do not import each other. */
const entrypointOf = (path: string) => /^entrypoints\/([^/.]+)/.exec(path)?.[1];

function complaint(path: string, specifier: string): string | null {
  const from = partOf(path);
  if (!from) return 'is in no part of the architecture';
  if (!specifier.startsWith('.')) {
    const rule = PACKAGES.find(({ name }) => name.test(specifier));
    return rule && !rule.parts.includes(from.name) ? `${from.name} may not use ${specifier}` : null;
  }
  const target = posix.join(posix.dirname(path), specifier);
  const to = partOf(target);
  if (!to) return `${target} is in no part of the architecture`;
  if (to === from) {
    const crosses = from.name === 'entrypoints' && entrypointOf(path) !== entrypointOf(target);
    return crosses ? `an entrypoint may not use another one, ${target}` : null;
  }
  if (from.uses.includes(to.name)) return null;
  if (DATA.includes(target) && !WITHOUT_FOREIGN_DATA.includes(from.name)) return null;
  return `${from.name} may not use ${to.name} (${target})`;
}

/** The imports that break a rule, as `file: reason`. */
export function violations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((item) => {
      const reason = complaint(source.path, item);
      return reason === null ? [] : [`${source.path}: ${reason}`];
    }),
  );
}
