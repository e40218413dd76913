/**
 * What the records of the library look like, checked whenever one is read or comes from outside.
 * Unknown fields pass and are kept: a newer Qingyue may have written them.
 */
import * as v from 'valibot';
import type { Article, Block, Published } from '../article/article';
import type { Digest } from '../digest/digest';
import type { Clip, ClipCard, ClipVersion, ClipWithVersions, Draft } from './clip';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Characters of an id. Ours are UUIDs, and UUIDs with a mark behind them. */
export const LONGEST_ID = 200;
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));
const Time = v.pipe(v.string(), v.isoTimestamp());
const Day = v.pipe(v.string(), v.isoDate());
export const SCRIPTS = ['traditional', 'simplified', 'mixed', 'japanese', 'korean', 'other'] as const;
const Script = v.picklist(SCRIPTS);

/** An address that may become a link or a picture. */
const Address = v.pipe(v.string(), v.regex(/^(?:https?:|mailto:)/i));
/** The address of a page that was read. */
export const PAGE_ADDRESS = /^(?:https?|file):/i;
export const PageAddress = v.pipe(v.string(), v.regex(PAGE_ADDRESS));

const Origin = v.picklist(['dateline', 'page', 'table', 'text', 'meta', 'json-ld', 'url', 'html-title']);
const Field = v.object({ value: v.string(), origin: Origin });
const PublishedDay: v.GenericSchema<Published> = v.object({
  day: Day,
  time: v.exactOptional(v.string()),
  text: v.string(),
  origin: Origin,
});

const TEXT = {
  text: v.string(),
  links: v.exactOptional(v.array(v.object({ start: Count, end: Count, href: Address }))),
};
const Text = v.object(TEXT);
const Cell = v.object({
  ...TEXT,
  header: v.exactOptional(v.boolean()),
  colSpan: v.exactOptional(Count),
  rowSpan: v.exactOptional(Count),
});
const AnyBlock: v.GenericSchema<Block> = v.variant('type', [
  v.object({ type: v.literal('heading'), level: v.picklist([1, 2, 3, 4, 5, 6]), ...TEXT }),
  v.object({ type: v.literal('paragraph'), ...TEXT }),
  v.object({ type: v.literal('list'), ordered: v.boolean(), items: v.array(Text) }),
  v.object({ type: v.literal('table'), caption: v.exactOptional(v.string()), rows: v.array(v.array(Cell)) }),
  v.object({ type: v.literal('quote'), paragraphs: v.array(Text) }),
  v.object({ type: v.literal('image'), src: Address, alt: v.string(), caption: v.exactOptional(v.string()) }),
]);

const CARD_FIELDS = [
  'indexNumber',
  'topic',
  'issuer',
  'documentNumber',
  'title',
  'written',
  'published',
  'validity',
  'keywords',
] as const;
const Document = v.object(v.entriesFromList(CARD_FIELDS, v.exactOptional(v.string())));

const Publisher = v.object({
  verdict: v.picklist(['official', 'republished', 'unknown']),
  host: v.string(),
  operator: v.exactOptional(v.string()),
  evidence: v.array(
    v.object({
      kind: v.picklist(['host', 'site-code', 'source', 'organiser', 'copyright', 'icp', 'police-record']),
      text: v.string(),
    }),
  ),
});

const ArticleSchema: v.GenericSchema<Article> = v.object({
  kind: v.picklist(['article', 'document']),
  url: PageAddress,
  title: v.string(),
  titleOrigin: Origin,
  kicker: v.exactOptional(v.string()),
  subtitle: v.exactOptional(v.string()),
  published: v.nullable(PublishedDay),
  source: v.nullable(Field),
  author: v.nullable(Field),
  editor: v.nullable(Field),
  column: v.array(v.string()),
  language: v.string(),
  document: v.nullable(Document),
  publisher: Publisher,
  attachments: v.array(v.object({ name: v.string(), href: Address, format: v.string() })),
  blocks: v.array(AnyBlock),
});

/** The headline is line -1. */
const Mentions = v.array(v.object({ line: v.pipe(v.number(), v.integer(), v.minValue(-1)), start: Count, end: Count }));

const DigestSchema: v.GenericSchema<Digest> = v.object({
  dates: v.array(
    v.object({
      text: v.string(),
      iso: v.nullable(v.string()),
      basis: v.picklist(['stated', 'published', 'context', 'approximate', 'impossible', 'unresolved']),
      mentions: Mentions,
    }),
  ),
  people: v.array(
    v.object({
      name: v.string(),
      simplified: v.string(),
      roles: v.array(v.string()),
      credit: v.boolean(),
      mentions: Mentions,
    }),
  ),
  places: v.array(
    v.object({
      name: v.string(),
      simplified: v.string(),
      kind: v.picklist([
        'country',
        'province',
        'prefecture',
        'county',
        'township',
        'village',
        'street',
        'water',
        'landform',
        'venue',
        'other',
      ]),
      chain: v.array(v.string()),
      uncertain: v.boolean(),
      code: v.exactOptional(v.string()),
      mentions: Mentions,
    }),
  ),
  organisations: v.array(v.object({ name: v.string(), simplified: v.string(), mentions: Mentions })),
});

const Edits = v.array(
  v.object({ start: Count, end: Count, replacement: v.string(), reason: v.picklist(['annotation', 'shifted-run']) }),
);

export const ClipVersionSchema: v.GenericSchema<ClipVersion> = v.object({
  saveId: Id,
  clipId: Id,
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  savedAt: Time,
  article: ArticleSchema,
  digest: DigestSchema,
  script: Script,
  repair: v.object({ annotations: Count, shiftedRuns: Count, unrepaired: Count }),
  families: v.array(
    v.picklist(['tone-marked pinyin', 'toneless pinyin', 'doubled pinyin', 'shifted bytes', 'lost bytes']),
  ),
  original: v.array(v.string()),
  edits: v.record(v.pipe(v.string(), v.regex(/^(?:-1|\d{1,9})$/)), Edits),
  textHash: v.string(),
});

const ClipCardSchema: v.GenericSchema<ClipCard> = v.object({
  published: v.nullable(v.string()),
  event: v.nullable(v.string()),
  source: v.nullable(v.string()),
  host: v.string(),
  agency: v.nullable(v.string()),
  documentNumber: v.nullable(v.string()),
  script: Script,
  people: v.array(v.object({ name: v.string(), simplified: v.string(), roles: v.array(v.string()) })),
  places: v.array(v.object({ name: v.string(), simplified: v.string(), chain: v.array(v.string()) })),
  textHash: v.string(),
  length: Count,
});

/** What the reader says of a clip. */
const OWN_FIELDS = {
  note: v.string(),
  tags: v.array(v.string()),
  starred: v.boolean(),
  trashedAt: v.nullable(Time),
};

/** A header without its card, as schema 1 had it. */
const HEADER = {
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: Id,
  url: PageAddress,
  title: v.string(),
  latest: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: Time,
  updatedAt: Time,
  ...OWN_FIELDS,
};
export const HeaderSchema: v.GenericSchema<Omit<Clip, 'card'>> = v.object(HEADER);
export const ClipSchema: v.GenericSchema<Clip> = v.object({ ...HEADER, card: ClipCardSchema });

/** The fields of a header that can be read, whatever else is wrong with it. */
export const ReadableFieldsSchema = v.object({
  url: v.fallback(v.optional(HEADER.url), undefined),
  createdAt: v.fallback(v.optional(HEADER.createdAt), undefined),
  updatedAt: v.fallback(v.optional(HEADER.updatedAt), undefined),
  note: v.fallback(OWN_FIELDS.note, ''),
  tags: v.fallback(OWN_FIELDS.tags, () => []),
  starred: v.fallback(OWN_FIELDS.starred, false),
  trashedAt: v.fallback(OWN_FIELDS.trashedAt, null),
});

export const ClipWithVersionsSchema: v.GenericSchema<ClipWithVersions> = v.object({
  clip: ClipSchema,
  versions: v.pipe(v.array(ClipVersionSchema), v.minLength(1)),
});

export const DraftSchema: v.GenericSchema<Draft> = v.object({
  url: v.string(),
  note: v.string(),
  tags: v.array(v.string()),
  at: Time,
});

export const isClipVersion = (record: unknown): record is ClipVersion => v.is(ClipVersionSchema, record);

/** What is wrong with a record: the first field at fault by its path, and what was expected there. Null when nothing is. */
export function faultOf(schema: v.GenericSchema, record: unknown): string | null {
  const { success, issues } = v.safeParse(schema, record, { abortEarly: true });
  if (success) return null;
  return `${v.getDotPath(issues[0]) ?? ''}: ${issues[0].message}`.replace(/^: /, '');
}
