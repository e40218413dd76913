/** Clips and versions for tests, made from the few fields that a test is about. */
import type { Clip, ClipCard, ClipVersion } from '../../../utils/clips/clip';
import { makeArticle } from '../make-article';

interface ClipFields extends Partial<Omit<Clip, 'card'>> {
  id: string;
  card?: Partial<ClipCard>;
}

export function makeClip({ card, ...fields }: ClipFields): Clip {
  return {
    schema: 2,
    url: `https://www.example.gov.cn/${fields.id}.html`,
    title: '',
    latest: 1,
    createdAt: '2024-05-20T08:00:00.000Z',
    updatedAt: '2024-05-20T08:00:00.000Z',
    note: '',
    tags: [],
    starred: false,
    trashedAt: null,
    ...fields,
    card: {
      published: null,
      event: null,
      source: null,
      host: 'www.example.gov.cn',
      agency: null,
      documentNumber: null,
      script: 'simplified',
      people: [],
      places: [],
      textHash: '',
      length: 0,
      ...card,
    },
  };
}

interface VersionFields extends Pick<Partial<ClipVersion>, 'script' | 'number'> {
  title?: string;
  lines?: readonly string[];
  published?: { day: string; time?: string } | null;
  people?: readonly string[];
}

/** A version whose article is paragraphs only. */
export function makeVersion(fields: VersionFields): ClipVersion {
  const { title = '标题', lines = [], published = null, people = [], script = 'simplified', number = 1 } = fields;
  return {
    saveId: `save-${number}`,
    clipId: 'clip',
    number,
    savedAt: '2024-05-20T08:00:00.000Z',
    article: makeArticle({
      title,
      published: published && { ...published, text: published.day, origin: 'dateline' },
      blocks: lines.map((text) => ({ type: 'paragraph', text })),
    }),
    digest: {
      dates: [],
      people: people.map((name) => ({ name, simplified: name, roles: [], credit: false, mentions: [] })),
      places: [],
      organisations: [],
    },
    script,
    repair: { annotations: 0, shiftedRuns: 0, unrepaired: 0 },
    families: [],
    original: [...lines],
    edits: {},
    textHash: '',
  };
}
