/** No room left: the article is not saved and the popup says so; note, library and the way to an export are all there. */
import { beforeAll, expect, test } from 'vitest';
import { inBrowsers } from './in-browsers';
import { articlePage } from './pages';
import { contents, unsound } from './stored-clips';
import { speakChinese, textOf, words } from './surfaces';
import { exportAll } from './transfer';

const SMALL = { url: 'https://www.example.gov.hk/small.htm', title: '陳鍇竑調研文昌商圈' };
const LARGE = { url: 'https://www.example.gov.hk/large.htm', title: '文昌商圈建設工作的全部報告' };
const NOTE = '附注一';

/** Bytes left: enough for a note, and not for the large article. */
const ROOM = 60_000;

/** 60,000 characters, which are kept several times over; no two paragraphs are alike, so that no compression makes room. */
const MANY = Array.from({ length: 800 }, (_, index) => `第${index}戶${[...`${index ** 3}`].join('、')}`.repeat(5));

inBrowsers(
  ['chromium'],
  (browser) => {
    beforeAll(() => speakChinese(browser.harness));

    test('nothing is lost, and the same save goes through when there is room again', async () => {
      const first = await browser.popupFor(await browser.visit(SMALL.url, articlePage(SMALL.title)));
      await first.click('#save');
      await first.waitForSelector('#save-status a');
      // The browser remembers for half a minute how much room there was.
      await browser.restart();

      const settings = await browser.settings();
      const kept = await contents(settings);
      const used = await settings.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      const unlimit = await browser.harness.limitStorage(used + ROOM);

      const page = await browser.visit(LARGE.url, articlePage(LARGE.title, MANY));
      const popup = await browser.popupFor(page);
      await popup.type('#note', NOTE);
      await popup.click('#save');
      await expect.poll(() => textOf(popup, '#save-status')).toContain(words('save_quota'));
      expect(await popup.$eval('#save-status a', (link) => [link.textContent, link.getAttribute('href')])).toEqual([
        words('save_quota_export'),
        'library.html',
      ]);
      expect(await popup.$eval('#note', (note) => (note as HTMLInputElement).value)).toBe(NOTE);
      expect(await contents(settings)).toEqual(kept);

      const library = await browser.library();
      const { bytes } = await exportAll(browser, library);
      expect(JSON.parse(bytes.toString()).clips).toMatchObject([{ clip: { title: SMALL.title } }]);

      await popup.close();
      const again = await browser.popupFor(page);
      await expect.poll(() => again.$eval('#note', (note) => (note as HTMLInputElement).value)).toBe(NOTE);
      await unlimit();
      await again.click('#save');
      await expect.poll(() => textOf(again, '#save-status')).toContain(words('saved_created'));
      const after = await contents(settings);
      expect(after.map(({ clip }) => [clip.title, clip.note]).sort()).toEqual(
        [
          [SMALL.title, ''],
          [LARGE.title, NOTE],
        ].sort(),
      );
      expect(await unsound(settings)).toEqual({ gone: 0, aside: 0 });
    });
  },
  { limited: true },
);
