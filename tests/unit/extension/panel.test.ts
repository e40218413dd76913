import { afterEach, expect, test, vi } from 'vitest';
import { panelOpener } from '../../../utils/extension/panel';

afterEach(() => vi.unstubAllGlobals());

const runtime = {};

test("opens Chrome's side panel in the window that was asked for", async () => {
  const open = vi.fn(async () => {});
  vi.stubGlobal('chrome', { runtime, sidePanel: { open } });
  await panelOpener()?.(7);
  expect(open.mock.calls).toEqual([[{ windowId: 7 }]]);
});

test("opens Firefox's sidebar, which takes no window", async () => {
  const open = vi.fn(async () => {});
  vi.stubGlobal('browser', { runtime, sidebarAction: { open } });
  await panelOpener()?.(7);
  expect(open.mock.calls).toEqual([[]]);
});

test.each([
  ['neither', {}],
  ['a side panel that only the reader can open', { sidePanel: {} }],
])('is null in a browser with %s', (_, api) => {
  vi.stubGlobal('chrome', { runtime, ...api });
  expect(panelOpener()).toBeNull();
});
