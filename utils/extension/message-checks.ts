/** What the background's messages carry, checked when they arrive like anything that arrives. */
import * as v from 'valibot';
import { cleanPick } from '../article/pick';
import { ClipWithVersionsSchema } from '../clips/record-schema';
import { cleanStyle } from '../page/reading-view/reading-style';
import { cleanPlace } from '../page/toolbar/place';
import { TOOLBAR_ACTIONS } from '../page/toolbar/toolbar-words';
import { DATA_KINDS } from './data-kinds';
import type { BackgroundMessages, Checks, GlanceMessages, SurfaceMessages } from './messages';
import { serverAddress } from './sync-server';

/** Characters of a note; a book chapter fits. */
const MAX_NOTE = 100_000;
const MAX_TAG = 200;
const MAX_TAGS = 200;

const Tab = v.pipe(v.number(), v.integer());
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Ids = v.array(Id);
const Url = v.pipe(v.string(), v.maxLength(100_000));
/** An address that has a host. */
const WebAddress = v.pipe(
  Url,
  v.check((url) => URL.canParse(url) && new URL(url).host !== ''),
);
const Note = v.pipe(v.string(), v.maxLength(MAX_NOTE));
const Tags = v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_TAG))), v.maxLength(MAX_TAGS));
const Time = v.pipe(v.string(), v.isoTimestamp());
const Nothing = v.undefined();

const DigestInputSchema = v.strictObject({
  title: v.string(),
  lines: v.array(v.string()),
  published: v.nullable(v.string()),
  source: v.nullable(v.string()),
  host: v.string(),
});

const SaveRequestSchema = v.strictObject({
  tabId: Tab,
  saveId: v.pipe(v.string(), v.uuid()),
  expected: v.strictObject({ pageId: v.string(), title: v.string(), url: v.string(), text: v.string() }),
  note: Note,
  tags: Tags,
});

const ClipChangeSchema = v.strictObject({
  note: v.exactOptional(Note),
  tags: v.exactOptional(Tags),
  starred: v.exactOptional(v.boolean()),
  trashedAt: v.exactOptional(v.nullable(Time)),
});

const ImportRequestSchema = v.strictObject({
  importId: v.pipe(v.string(), v.uuid()),
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  records: v.array(ClipWithVersionsSchema),
  last: v.boolean(),
});

const SiteChoiceSchema = v.strictObject({
  never: v.exactOptional(v.boolean()),
  convert: v.exactOptional(v.boolean()),
  clean: v.exactOptional(v.boolean()),
  toolbar: v.exactOptional(v.boolean()),
  pick: v.exactOptional(v.null()),
});

/** A pick that is none is no message at all. */
const PickSchema = v.pipe(
  v.unknown(),
  v.transform(cleanPick),
  v.check((pick) => pick !== null),
  v.transform((pick) => pick!),
);

const ServerText = v.pipe(v.string(), v.maxLength(2_000));

const SyncRequestSchema = v.variant('what', [
  v.strictObject({
    what: v.literal('server'),
    server: v.strictObject({
      url: v.pipe(
        ServerText,
        v.check((url) => serverAddress(url) === url),
      ),
      user: ServerText,
      password: v.nullable(ServerText),
      folder: ServerText,
    }),
  }),
  v.strictObject({ what: v.literal('enable'), on: v.boolean() }),
  v.strictObject({ what: v.literal('forget') }),
]);

export const BACKGROUND_CHECKS: Checks<keyof BackgroundMessages> = {
  'tab:sheet': v.parser(v.strictObject({ tabId: Tab })),
  'tab:convert': v.parser(v.strictObject({ tabId: Tab, on: v.union([v.boolean(), v.literal('toggle')]) })),
  'tab:reading-view': v.parser(v.strictObject({ tabId: Tab })),
  'tab:pick': v.parser(v.strictObject({ tabId: Tab })),
  'tab:site': v.parser(v.strictObject({ tabId: Tab, url: WebAddress, choice: SiteChoiceSchema })),
  'digest:make': v.parser(DigestInputSchema),
  'clip:save': v.parser(SaveRequestSchema),
  'clip:change': v.parser(v.strictObject({ clipIds: Ids, change: ClipChangeSchema })),
  'clip:delete': v.parser(v.strictObject({ clipIds: Ids })),
  'clip:import': v.parser(ImportRequestSchema),
  'draft:get': v.parser(v.strictObject({ url: Url })),
  'draft:set': v.parser(v.strictObject({ url: Url, note: Note, tags: Tags })),
  'library:health': v.parser(Nothing),
  'library:backed-up': v.parser(Nothing),
  'library:accept-loss': v.parser(Nothing),
  'data:delete': v.parser(v.strictObject({ kinds: v.array(v.picklist(DATA_KINDS)) })),
  'sync:status': v.parser(Nothing),
  'sync:configure': v.parser(SyncRequestSchema),
  'sync:now': v.parser(Nothing),
};

export const GLANCE_CHECKS: Checks<keyof GlanceMessages> = {
  'page:glanced': v.parser(v.strictObject({ traditional: v.boolean(), likelyArticle: v.boolean() })),
};

export const SURFACE_CHECKS: Checks<keyof SurfaceMessages> = {
  'view:style': v.parser(v.strictObject({ style: v.pipe(v.unknown(), v.transform(cleanStyle)) })),
  'toolbar:press': v.parser(v.strictObject({ action: v.picklist(TOOLBAR_ACTIONS) })),
  'toolbar:keep': v.parser(
    v.strictObject({
      state: v.strictObject({ place: v.pipe(v.unknown(), v.transform(cleanPlace)), unfolded: v.boolean() }),
    }),
  ),
  'toolbar:off': v.parser(Nothing),
  'picker:chosen': v.parser(v.strictObject({ pick: PickSchema })),
};
