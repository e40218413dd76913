/** `npm run bench -- NAME`: starts one benchmark by its name. */
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run bench -- NAME [--json] [--corpus DIR] [--data FILE...] [--sizes N,N...]
  articles  how well articles are found, on the saved pages of --corpus
  finder    how fast the finder and the idle glance are in Chromium, on the same pages
  page      how fast a page of 5,000 to 50,000 text nodes is converted in Chromium
  surfaces  what a reader waits for at popup, toolbar, reading view and page, in Chromium with the built extension
  library   how fast a library of --sizes clips (1,000, 10,000 and 50,000) is opened, searched and exported in Chromium
  script    how fast and how exactly text is converted and repaired
  digest    how many people, places and dates are found, on the labelled files of --data`;

interface BenchOptions {
  json: boolean;
  /** Empty when it was not given. */
  corpus: string;
  data: string[];
  /** Comma-separated; empty when it was not given. */
  sizes: string;
}

interface Benchmark {
  /** The option without which there is nothing to measure on. */
  needs?: 'corpus' | 'data';
  run(options: BenchOptions): Promise<void>;
}

const BENCHMARKS = new Map<string, Benchmark>([
  ['articles', { needs: 'corpus', run: async (options) => (await import('./articles')).benchArticles(options) }],
  ['finder', { needs: 'corpus', run: async (options) => (await import('./finder')).benchFinder(options) }],
  ['page', { run: async (options) => (await import('./page')).benchPage(options) }],
  ['surfaces', { run: async (options) => (await import('./surfaces')).benchSurfaces(options) }],
  ['library', { run: async (options) => (await import('./library')).benchLibrary(options) }],
  ['script', { run: async (options) => (await import('./script')).benchScript(options) }],
  ['digest', { needs: 'data', run: async (options) => (await import('./digest')).benchDigest(options) }],
]);

function fail(reason: string): never {
  console.error(`${reason}\n${USAGE}`);
  process.exit(2);
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        corpus: { type: 'string', default: '' },
        data: { type: 'string', multiple: true, default: [] },
        sizes: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = parse();
const [name, ...moreData] = positionals;
const benchmark = BENCHMARKS.get(name ?? '');
if (!benchmark) fail(name === undefined ? 'no benchmark named' : `no benchmark "${name}"`);
const options: BenchOptions = { ...values, data: [...values.data, ...moreData] };
const { needs, run } = benchmark;
if (needs !== undefined && options[needs].length === 0) fail(`${name} needs --${needs}`);
await run(options);
