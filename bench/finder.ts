/** The finder and the idle glance in a real Chromium, on the corpus pages, beside Readability on a copy of the same DOM. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, inChromium, median } from './in-chromium';

const SOURCE = `
  import { Readability } from '@mozilla/readability';
  import { findArticle } from './utils/article/find';
  import { glance } from './utils/article/glance';
  const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true });
  const time = (work) => { const start = performance.now(); work(); return performance.now() - start; };
  export function extreme(url, script) {
    document.body.replaceChildren();
    new Function(script)();
    document.body.offsetHeight;
    let kind;
    const ms = time(() => { kind = findArticle(document, { url, isHidden }).kind; });
    return { kind, ms };
  }
  export function measure(url, rounds) {
    const result = { glance: [], find: [], readability: [] };
    for (let round = 0; round < rounds; round++) {
      result.glance.push(time(() => glance(document)));
      result.find.push(time(() => findArticle(document, { url, isHidden })));
      const copy = document.cloneNode(true); // Readability changes what it reads
      result.readability.push(time(() => new Readability(copy).parse()));
    }
    return result;
  }
`;

/** Pages beyond all measure, built in the browser. Chromium's own layout does not survive deeper nesting. */
const EXTREMES: Record<string, string> = {
  '2,000 levels deep':
    'let at = document.body; for (let i = 0; i < 2000; i++) at = at.appendChild(document.createElement("div")); at.textContent = "國";',
  '200,000 inline nodes':
    'for (let i = 0; i < 200000; i++) document.body.appendChild(document.createElement("i")).textContent = "國家";',
  '45,000 paragraphs':
    'for (let i = 0; i < 45000; i++) document.body.appendChild(document.createElement("p")).textContent = "當前，文昌商圈的黨建工作。";',
  '5 million characters in one node': 'document.body.append("國".repeat(5e6));',
};

const ROUNDS = 5;
/** A page of this size is what the idle budget speaks of. */
const LARGE_PAGE_BYTES = 400_000;

/** To a tenth of a millisecond, what `performance.now()` resolves. */
const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

interface Row {
  id: string;
  bytes: number;
  /** Milliseconds, median of the rounds; the first round, cold, apart. */
  glance: number;
  glanceCold: number;
  find: number;
  findCold: number;
  readability: number;
}

/** @param corpus folder with `pages/manifest.json` and `pages/ID.html` */
export async function benchFinder({ corpus, json }: { corpus: string; json: boolean }): Promise<void> {
  const pages = join(corpus, 'pages');
  const manifest = JSON.parse(await readFile(join(pages, 'manifest.json'), 'utf8')) as {
    id: string;
    url: string | null;
    encoding: string;
  }[];
  const script = await bundle('bench', SOURCE);
  const rows = await inChromium(async (page) => {
    const measured: Row[] = [];
    let html = '';
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const own = request.isNavigationRequest() && request.frame() === page.mainFrame();
      void (own ? request.respond({ contentType: 'text/html; charset=utf-8', body: html }) : request.abort());
    });
    await page.setJavaScriptEnabled(false); // the saved pages' own scripts
    for (const { id, url, encoding } of manifest) {
      const bytes = await readFile(join(pages, `${id}.html`));
      html = new TextDecoder(encoding).decode(bytes);
      const address = url ?? `https://example.gov.cn/${id}.html`;
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.evaluate(script);
      // biome-ignore lint/suspicious/noExplicitAny: put there by the line above
      const times = await page.evaluate((at, n) => (globalThis as any).bench.measure(at, n), address, ROUNDS);
      measured.push({
        id,
        bytes: bytes.length,
        glance: round(median(times.glance)),
        glanceCold: round(times.glance[0]),
        find: round(median(times.find)),
        findCold: round(times.find[0]),
        readability: round(median(times.readability)),
      });
    }
    return measured;
  });
  const extremes = await inChromium(async (page) => {
    const measured: Record<string, unknown>[] = [];
    for (const [name, code] of Object.entries(EXTREMES)) {
      await page.goto('about:blank');
      await page.evaluate(script);
      // biome-ignore lint/suspicious/noExplicitAny: put there by the line above
      const { kind, ms } = await page.evaluate((c) => (globalThis as any).bench.extreme('https://a.gov.cn/', c), code);
      measured.push({ name, kind, ms: round(ms) });
    }
    return measured;
  });
  const large = rows.filter(({ bytes }) => bytes >= LARGE_PAGE_BYTES);
  const summary = {
    pages: rows.length,
    findMs: median(rows.map(({ find }) => find)),
    readabilityMs: median(rows.map(({ readability }) => readability)),
    findToReadability: Number(median(rows.map(({ find, readability }) => find / readability)).toFixed(2)),
    glanceMs: median(rows.map(({ glance }) => glance)),
    largePages: large.length,
    glanceLargeMs: Math.max(...large.map(({ glance }) => glance)),
    glanceLargeColdMs: Math.max(...large.map(({ glanceCold }) => glanceCold)),
    slowestFindColdMs: Math.max(...rows.map(({ findCold }) => findCold)),
  };
  if (json) console.log(JSON.stringify({ rows, extremes, summary }));
  else {
    console.table(rows.map((row) => ({ ...row, ratio: (row.find / row.readability).toFixed(2) })));
    console.table(extremes);
    console.table(summary);
  }
}
