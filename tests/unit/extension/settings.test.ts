import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { USUAL_STYLE } from '../../../utils/page/reading-view/reading-style';

type Listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => void;
let stored: Record<string, unknown> = {};
const listeners = new Set<Listener>();

const local = {
  get: async (key: string) => structuredClone({ [key]: stored[key] }),
  set: async (items: Record<string, unknown>) => {
    const changes = Object.fromEntries(
      Object.entries(items).map(([key, newValue]) => [key, { newValue, oldValue: stored[key] }]),
    );
    Object.assign(stored, structuredClone(items));
    for (const listener of listeners) listener(changes);
  },
  remove: async (key: string) => {
    const oldValue = stored[key];
    delete stored[key];
    for (const listener of listeners) listener({ [key]: { oldValue } });
  },
  onChanged: {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  },
};
vi.mock('webextension-polyfill', () => ({ default: { storage: { local } } }));
const { changeSettings, forgetSettings, onSettingsChange, readSettings } = await import(
  '../../../utils/extension/settings'
);

const USUAL = {
  language: 'auto',
  protectedNames: [],
  protectedWords: [],
  regionalWords: false,
  reading: USUAL_STYLE,
  citation: '2025',
  contextMenu: true,
  badge: true,
  shortcuts: true,
  backupReminder: true,
};

describe('settings', () => {
  beforeEach(() => {
    stored = {};
    listeners.clear();
  });

  test('are the usual ones at first, and what was changed afterwards', async () => {
    expect(await readSettings()).toEqual(USUAL);
    await changeSettings({ badge: false });
    await changeSettings({ protectedNames: ['陳鍇竑'] });
    expect(await readSettings()).toEqual({ ...USUAL, badge: false, protectedNames: ['陳鍇竑'] });
    await forgetSettings();
    expect(await readSettings()).toEqual(USUAL);
  });

  test('are the usual ones where they are damaged', async () => {
    stored.settings = {
      language: 'xx',
      protectedNames: ['徐乾學', 7, ''],
      protectedWords: '黨員',
      badge: 'no',
      citation: '1987',
    };
    expect(await readSettings()).toEqual({ ...USUAL, protectedNames: ['徐乾學'] });
    stored.settings = 'nonsense';
    expect(await readSettings()).toEqual(USUAL);
  });

  test('are whole whatever was stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (damaged) => {
        stored = { settings: damaged };
        const settings = await readSettings();
        expect(Object.keys(settings)).toEqual(Object.keys(USUAL));
        expect([settings.contextMenu, settings.badge, settings.shortcuts].every((on) => typeof on === 'boolean')).toBe(
          true,
        );
      }),
    );
  });

  test('tell of every change, with what was before, until it is not asked any more', async () => {
    const heard: unknown[] = [];
    const stop = onSettingsChange((now, before) => heard.push([now.contextMenu, before.contextMenu]));
    await local.set({ other: 1 });
    await changeSettings({ contextMenu: false });
    await forgetSettings();
    stop();
    await changeSettings({ contextMenu: false });
    expect(heard).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});
