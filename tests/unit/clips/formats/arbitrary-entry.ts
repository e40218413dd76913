/** Any clip with any versions that the library can hold, texts of any code units and keys of Object.prototype among them. */
import * as fc from 'fast-check';
import type { Article, Block, Field, Origin, Text } from '../../../../utils/article/article';
import type { Clip, ClipVersion, ClipWithVersions } from '../../../../utils/clips/clip';
import type { Digest, Mention } from '../../../../utils/digest/digest';
import type { DamageFamily, Edit, Script } from '../../../../utils/script/script';
import { anyText } from './any-text';

const text = fc.oneof(
  { weight: 3, arbitrary: anyText(12) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '"', '\\', '\n', '\r', '\0', '\u2028', '字') }),
  },
  fc.constantFrom('__proto__', 'constructor', 'toString', '', ']}', ',', '\ufeff'),
);
const count = fc.nat(1_000_000);
const time = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = time.map((iso) => iso.slice(0, 10));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const address = fc.constantFrom('https://a.example/', 'HTTP://a.example/?字=1', 'mailto:a@a.example');
const pageAddress = fc.constantFrom('https://a.example/1', 'http://a.example/2', 'file:///a.html');
const script = fc.constantFrom<Script>('traditional', 'simplified', 'mixed', 'japanese', 'korean', 'other');
const origin = fc.constantFrom<Origin>('dateline', 'page', 'table', 'text', 'meta', 'json-ld', 'url', 'html-title');
const field: fc.Arbitrary<Field> = fc.record({ value: text, origin });

const textFields = {
  text,
  links: few(fc.record({ start: count, end: count, href: address })),
};
const line: fc.Arbitrary<Text> = fc.record(textFields, { requiredKeys: ['text'] });
const cell = fc.record(
  { ...textFields, header: fc.boolean(), colSpan: count, rowSpan: count },
  { requiredKeys: ['text'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    { type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4, 5, 6), ...textFields },
    { requiredKeys: ['type', 'level', 'text'] },
  ),
  fc.record({ type: fc.constant('paragraph' as const), ...textFields }, { requiredKeys: ['type', 'text'] }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: few(line) }),
  fc.record(
    { type: fc.constant('table' as const), caption: text, rows: few(few(cell)) },
    { requiredKeys: ['type', 'rows'] },
  ),
  fc.record({ type: fc.constant('quote' as const), paragraphs: few(line) }),
  fc.record(
    { type: fc.constant('image' as const), src: address, alt: text, caption: text },
    { requiredKeys: ['type', 'src', 'alt'] },
  ),
);

const article: fc.Arbitrary<Article> = fc.record(
  {
    kind: fc.constantFrom('article' as const, 'document' as const),
    url: pageAddress,
    title: text,
    titleOrigin: origin,
    kicker: text,
    subtitle: text,
    published: orNull(fc.record({ day, time: text, text, origin }, { requiredKeys: ['day', 'text', 'origin'] })),
    source: orNull(field),
    author: orNull(field),
    editor: orNull(field),
    column: few(text),
    language: text,
    document: orNull(
      fc.record({ indexNumber: text, issuer: text, documentNumber: text, keywords: text }, { requiredKeys: [] }),
    ),
    publisher: fc.record(
      {
        verdict: fc.constantFrom('official' as const, 'republished' as const, 'unknown' as const),
        host: text,
        operator: text,
        evidence: few(fc.record({ kind: fc.constantFrom('host' as const, 'icp' as const), text })),
      },
      { requiredKeys: ['verdict', 'host', 'evidence'] },
    ),
    attachments: few(fc.record({ name: text, href: address, format: text })),
    blocks: few(block),
  },
  {
    requiredKeys: [
      'kind',
      'url',
      'title',
      'titleOrigin',
      'published',
      'source',
      'author',
      'editor',
      'column',
      'language',
      'document',
      'publisher',
      'attachments',
      'blocks',
    ],
  },
);

const mentions: fc.Arbitrary<Mention[]> = few(
  fc.record({ line: fc.integer({ min: -1, max: 99 }), start: count, end: count }),
);
const named = { name: text, simplified: text };
const digest: fc.Arbitrary<Digest> = fc.record({
  dates: few(
    fc.record({ text, iso: orNull(text), basis: fc.constantFrom('stated' as const, 'unresolved' as const), mentions }),
  ),
  people: few(fc.record({ ...named, roles: few(text), credit: fc.boolean(), mentions })),
  places: few(
    fc.record(
      {
        ...named,
        kind: fc.constantFrom('county' as const, 'other' as const),
        chain: few(text),
        uncertain: fc.boolean(),
        code: text,
        mentions,
      },
      { requiredKeys: ['name', 'simplified', 'kind', 'chain', 'uncertain', 'mentions'] },
    ),
  ),
  organisations: few(fc.record({ ...named, mentions })),
});

const edit: fc.Arbitrary<Edit> = fc.record({
  start: count,
  end: count,
  replacement: text,
  reason: fc.constantFrom('annotation' as const, 'shifted-run' as const),
});
const lineNumber = fc.oneof(fc.constant('-1'), fc.nat(30).map(String));

const version: fc.Arbitrary<Omit<ClipVersion, 'clipId' | 'number'>> = fc.record({
  saveId: fc.uuid(),
  savedAt: time,
  article,
  digest,
  script,
  repair: fc.record({ annotations: count, shiftedRuns: count, unrepaired: count }),
  families: few(fc.constantFrom<DamageFamily>('tone-marked pinyin', 'lost bytes')),
  original: few(text),
  edits: fc.dictionary(lineNumber, few(edit), { maxKeys: 4, noNullPrototype: true }),
  textHash: text,
});

const header: fc.Arbitrary<Omit<Clip, 'latest'>> = fc.record({
  schema: fc.constantFrom(1, 2),
  id: fc.oneof(fc.uuid(), fc.constantFrom('__proto__', '\ud800', 'A', 'a', '中')),
  url: pageAddress,
  title: text,
  createdAt: time,
  updatedAt: time,
  note: text,
  tags: few(text),
  starred: fc.boolean(),
  trashedAt: orNull(time),
  card: fc.record({
    published: orNull(day),
    event: orNull(day),
    source: orNull(text),
    host: text,
    agency: orNull(text),
    documentNumber: orNull(text),
    script,
    people: few(fc.record({ ...named, roles: few(text) })),
    places: few(fc.record({ ...named, chain: few(text) })),
    textHash: text,
    length: count,
  }),
});

const entry: fc.Arbitrary<ClipWithVersions> = fc
  .tuple(header, fc.array(version, { minLength: 1, maxLength: 2 }))
  .map(([clip, versions]) => ({
    clip: { ...clip, latest: versions.length },
    versions: versions.map((one, index) => ({ ...one, clipId: clip.id, number: versions.length - index })),
  }));

/** Clips with ids of their own, in any order. */
export const entries = fc.uniqueArray(entry, { selector: ({ clip }) => clip.id, maxLength: 4 });
