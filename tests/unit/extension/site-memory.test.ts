import { beforeEach, describe, expect, test, vi } from 'vitest';
import { USUAL_PLACE } from '../../../utils/page/toolbar/place';

let stored: Record<string, unknown> = {};
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string | null) => (key === null ? { ...stored } : key in stored ? { [key]: stored[key] } : {}),
        set: async (items: object) => void Object.assign(stored, items),
        remove: async (key: string) => void delete stored[key],
      },
    },
  },
}));

/** Locks of one name are granted one after the other, as the browser's are. */
const queues = new Map<string, Promise<unknown>>();
vi.stubGlobal('navigator', {
  locks: {
    request: (name: string, work: () => Promise<unknown>) => {
      const done = (queues.get(name) ?? Promise.resolve()).then(work);
      queues.set(
        name,
        done.catch(() => {}),
      );
      return done;
    },
  },
});

const { changeSite, forgetSite, readSite, siteMemories } = await import('../../../utils/extension/site-memory');

const HOST = 'www.yzglq.gov.cn';
const NOTHING = {
  never: false,
  convert: false,
  clean: false,
  pick: null,
  toolbar: { shown: false, unfolded: false, place: USUAL_PLACE },
};

describe("a site's memory", () => {
  beforeEach(() => {
    stored = {};
  });

  test('is nothing for a site nobody has chosen anything for, whatever stands in its place', async () => {
    expect(await readSite(HOST)).toEqual(NOTHING);
    stored = { [`site:${HOST}`]: { never: 'yes', pick: '#zoom', toolbar: 7, convert: 1 } };
    expect(await readSite(HOST)).toEqual(NOTHING);
  });

  test('keeps every change that is made at the same time', async () => {
    await Promise.all([
      changeSite(HOST, () => ({ convert: true })),
      changeSite(HOST, () => ({ pick: { selector: '#zoom', linked: false } })),
      changeSite(HOST, ({ toolbar }) => ({ toolbar: { ...toolbar, shown: true } })),
    ]);
    expect(await readSite(HOST)).toEqual({
      ...NOTHING,
      convert: true,
      pick: { selector: '#zoom', linked: false },
      toolbar: { ...NOTHING.toolbar, shown: true },
    });
  });

  test('leaves nothing behind when all is taken back, or forgotten', async () => {
    await changeSite(HOST, () => ({ clean: true }));
    await changeSite(HOST, () => ({ clean: false }));
    expect(stored).toEqual({});
    await changeSite(HOST, () => ({ never: true }));
    await forgetSite(HOST);
    expect(stored).toEqual({});
  });

  test('is listed by host, beside whatever else is stored', async () => {
    stored = { settings: { language: 'en' } };
    await changeSite('www.info.gov.hk', () => ({ never: true }));
    await changeSite('127.0.0.1:8080', () => ({ clean: true }));
    expect(await siteMemories()).toEqual([
      { host: '127.0.0.1:8080', site: { ...NOTHING, clean: true } },
      { host: 'www.info.gov.hk', site: { ...NOTHING, never: true } },
    ]);
  });
});
