/** The settings in real browsers: what is chosen is kept and done, what is deleted is gone, and all of it by keyboard and on a narrow screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers';
import { Harness } from '../../scripts/harness';
import { KINDS } from './in-browsers';
import { fixture, isOn, press } from './surfaces';

const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent?.trim());
const click = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    (element as HTMLElement).click();
  });
const switchOn = (page: Page, id: string) =>
  page.$eval(id, (element) => element.getAttribute('aria-checked') === 'true');

/** What `storage.local` holds, asked on a page of the extension. */
const stored = (page: Page) =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `browser`, this process has no type for it
    const api = (globalThis as any).browser ?? (globalThis as any).chrome;
    return api.storage.local.get(null) as Promise<Record<string, unknown>>;
  });

describe.each(KINDS)('%s', (kind) => {
  describe.skipIf(!findBrowser(kind) && !process.env.CI)('the settings', () => {
    let harness: Harness;
    let options: Page;
    const opened: Page[] = [];

    beforeAll(async () => {
      harness = await Harness.start(kind);
    });
    afterAll(() => harness?.stop());
    afterEach(async () => {
      for (const page of opened.splice(0)) await page.close().catch(() => {});
      expect(harness.errors.splice(0)).toEqual([]);
      expect(harness.outsideRequests).toEqual([]);
    });

    async function open(width = 1100, height = 800): Promise<Page> {
      options = await harness.extensionPage('options.html', 'main', width, height);
      opened.push(options);
      await options.bringToFront();
      return options;
    }

    async function clip(name: string): Promise<void> {
      const { html, expected } = await fixture(name);
      harness.serve(expected.url, html);
      const page = await harness.visit(expected.url);
      opened.push(page);
      const popup = await harness.popupFor(page);
      opened.push(popup);
      await popup.click('#save');
      await popup.waitForSelector('#save-status a');
    }

    test('change the language of the whole page at once', async () => {
      await open();
      await options.select('#language', 'zh_TW');
      await options.waitForFunction(() => document.documentElement.lang === 'zh-Hant');
      await options.waitForSelector('#language');
      expect(await text(options, 'h1')).toBe('設定');
      await options.select('#language', 'zh_CN');
      await options.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
      await options.waitForSelector('#language');
      expect(await text(options, 'h1')).toBe('设置');
    });

    test('lead to every section by keyboard, and mark the one that is read', async () => {
      await open();
      const links = await options.$$eval('nav a', (all) => all.map((a) => [a.textContent, a.getAttribute('href')]));
      const headings = await options.$$eval('main h2', (all) =>
        all.map((h2) => [h2.textContent, `#${h2.parentElement?.id}`]),
      );
      expect(links).toEqual(headings);
      expect(links).toHaveLength(10);
      await options.focus('nav a[href="#section-data"]');
      await options.keyboard.press('Enter');
      await expect
        .poll(() => options.$eval('#section-data', (part) => part.getBoundingClientRect().top))
        .toBeLessThan(800);
      await options.keyboard.press('Tab');
      expect(await options.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('section-data');
      await options.focus('nav a[href="#section-language"]');
      await options.keyboard.press('Enter');
      await expect
        .poll(() => options.$eval('nav [aria-current]', (a) => a.getAttribute('href')))
        .toBe('#section-language');
    });

    test('set the preview as the reading view sets an article, and keep the style for it', async () => {
      await open();
      const shown = () =>
        options.$eval('#reading-preview', (host) => {
          const sheet = host.shadowRoot?.querySelector('.sheet') as HTMLElement;
          const article = sheet.querySelector('article') as HTMLElement;
          const { fontSize, lineHeight } = getComputedStyle(article);
          return {
            font: sheet.dataset.font,
            theme: sheet.dataset.theme,
            fontSize,
            lineHeight,
            ground: getComputedStyle(sheet).backgroundColor,
          };
        });
      expect(await shown()).toMatchObject({ font: 'song', fontSize: '20px', lineHeight: '36px' });
      const set = (selector: string, value: string | null) =>
        options.$eval(
          '#reading-preview',
          (host, wanted, number) => {
            const input = host.shadowRoot?.querySelector(wanted) as HTMLInputElement;
            if (number === null) return input.click();
            input.value = number;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          selector,
          value,
        );
      await set('input[type=range][max="32"]', '28');
      await set('input[value=kai]', null);
      await set('input[value=sepia]', null);
      await expect
        .poll(shown)
        .toMatchObject({ font: 'kai', theme: 'sepia', fontSize: '28px', ground: 'rgb(244, 236, 216)' });
      await expect
        .poll(async () => ((await stored(options)).settings as { reading: object }).reading)
        .toMatchObject({ size: 28, font: 'kai', theme: 'sepia' });
      await options.reload().catch(() => {});
      await options.waitForSelector('#reading-preview');
      await expect.poll(shown).toMatchObject({ font: 'kai', theme: 'sepia', fontSize: '28px' });
      await click(options, '#section-reading > p > button');
      await expect.poll(shown).toMatchObject({ font: 'song', theme: 'auto', fontSize: '20px' });
    });

    test('keep names and words, and convert by them', async () => {
      await open();
      await options.type('#kept-words', '黨員\n商會');
      await options.$eval('#kept-words', (field) => (field as HTMLElement).blur());
      await expect
        .poll(async () => (await stored(options)).settings)
        .toMatchObject({ protectedWords: ['黨員', '商會'] });
      const { html, expected } = await fixture('seed-county');
      harness.serve(expected.url, html);
      const page = await harness.visit(expected.url);
      opened.push(page);
      const popup = await harness.popupFor(page);
      opened.push(popup);
      await press(popup, 0);
      await expect.poll(() => isOn(popup, 0)).toBe(true);
      const body = await page.evaluate(() => document.body.innerText);
      expect(body).toContain('黨員');
      expect(body).toContain('党建');
      await options.bringToFront();
      await options.$eval('#kept-words', (field) => {
        (field as HTMLTextAreaElement).value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(async () => (await stored(options)).settings).toMatchObject({ protectedWords: [] });
    });

    test('list the shortcuts as they are, and say how to change them', async () => {
      await open();
      await options.waitForSelector('.shortcuts kbd');
      const keys = await options.$$eval('.shortcuts > div', (rows) =>
        rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
      );
      expect(Object.fromEntries(keys)).toEqual({
        打开清阅: 'Alt+Shift+Q',
        '转为简体 / 还原原文': 'Alt+Shift+J',
        '隐藏页面杂项 / 还原页面': 'Alt+Shift+F',
        打开阅读视图: '未设置',
        收藏本文: 'Alt+Shift+S',
      });
      const address = await options.$('#shortcuts-page');
      if (kind === 'chromium') expect(await text(options, '#shortcuts-page')).toBe('chrome://extensions/shortcuts');
      else expect(address).toBeNull();
    });

    test('tell a site from what is none, and that government sites are included', async () => {
      await open();
      const say = async (typed: string) => {
        await options.$eval(
          '#site-address',
          (field, value) => {
            (field as HTMLInputElement).value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          },
          typed,
        );
        await click(options, '.add-site [type=submit]');
        return text(options, '#site-result');
      };
      await expect.poll(() => say('一个词')).toContain('这不是一个网址');
      await expect.poll(() => say('https://www.yzglq.gov.cn/a.html')).toContain('www.yzglq.gov.cn 是政府网站');
      expect(await options.$$('#added-sites li')).toEqual([]);
    });

    test('make a backup of everything, and know when it was', async () => {
      await clip('hongkong-press-release');
      await open();
      await expect.poll(() => text(options, '#last-backup')).toBe('还没有备份过');
      await expect.poll(() => text(options, '#section-backup button')).toBe('导出全部 1 篇');
      await click(options, '#section-backup button');
      await expect.poll(() => text(options, '#section-backup [role=status]')).toMatch(/qingyue-\d{4}-\d\d-\d\d\.json/);
      await expect.poll(() => text(options, '#last-backup')).toMatch(/^上次备份：\d{4}/);
    });

    test('delete what was chosen, after naming it and offering a copy, and nothing else', async () => {
      await open();
      await options.evaluate(() => {
        // biome-ignore lint/suspicious/noExplicitAny: see above
        const api = (globalThis as any).browser ?? (globalThis as any).chrome;
        return api.storage.local.set({ 'site:www.example.gov.hk': { convert: true } });
      });
      await expect.poll(() => text(options, '#site-memories bdi')).toBe('www.example.gov.hk');
      await click(options, '#delete-data');
      await expect.poll(() => text(options, '#data-result')).toBe('请先选择要删除的内容。');
      await click(options, '[name=clips]');
      await click(options, '[name=sites]');
      await click(options, '#delete-data');
      await options.waitForSelector('dialog[open]');
      const named = await options.$$eval('dialog li', (items) => items.map((item) => item.textContent));
      expect(named).toEqual([
        '收藏库中的全部收藏（1 篇），连同回收站和所有版本',
        '按网站记住的设置，以及您添加的网站权限',
      ]);
      expect(await text(options, 'dialog .export-everything button')).toBe('导出全部 1 篇');
      await options.keyboard.press('Escape');
      await options.waitForFunction(() => document.querySelector('dialog') === null);
      const count = async () => text(options, '#section-backup button');
      expect(await count()).toBe('导出全部 1 篇');
      await click(options, '#delete-data');
      await options.waitForSelector('dialog[open]');
      await click(options, '#delete-confirmed');
      await expect.poll(() => text(options, '#data-result')).toBe('已删除。');
      await expect.poll(count).toBe('导出全部 0 篇');
      expect(Object.keys(await stored(options)).sort()).toEqual(['library-care', 'settings']);
      const library = await harness.extensionPage('library.html', '#clips[data-state=ready]', 1000, 700);
      opened.push(library);
      expect(await library.$$('#clips li')).toEqual([]);
    });

    test.each([
      [1100, 800],
      [320, 640],
    ])('reflow at %i pixels: nothing is cut off sideways', async (width, height) => {
      await open(width, height);
      await options.waitForFunction(() => document.querySelector('#reading-preview')?.shadowRoot !== null);
      await expect.poll(() => options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
});

describe.skipIf(!findBrowser('chromium') && !process.env.CI)('switched off, in Chromium', () => {
  let harness: Harness;
  let page: Page;

  beforeAll(async () => {
    harness = await Harness.start('chromium');
    const { html, expected } = await fixture('seed-county');
    harness.serve(expected.url, html);
    page = await harness.visit(expected.url);
  });
  afterAll(() => harness?.stop());

  async function toggle(id: string, on: boolean): Promise<void> {
    const options = await harness.extensionPage('options.html', id);
    await click(options, id);
    await expect.poll(() => switchOn(options, id)).toBe(on);
    await options.close();
  }

  test('a shortcut does nothing, and works again', async () => {
    const original = await page.evaluate(() => document.body.innerText);
    await toggle('#shortcuts', false);
    await harness.pressShortcut('toggle-script', page);
    await toggle('#shortcuts', true);
    expect(await page.evaluate(() => document.body.innerText)).toBe(original);
    await harness.pressShortcut('toggle-script', page);
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('广陵区区委书记');
    await harness.pressShortcut('toggle-script', page);
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toBe(original);
  });

  test('the badge goes from every tab, and comes with the next page', async () => {
    await page.reload();
    await expect.poll(() => harness.badgeOf(page)).toBe('繁');
    await toggle('#badge', false);
    await expect.poll(() => harness.badgeOf(page)).toBe('');
    await page.reload();
    await toggle('#badge', true);
    expect(await harness.badgeOf(page)).toBe('');
    await page.reload();
    await expect.poll(() => harness.badgeOf(page)).toBe('繁');
  });

  test('the menu has no entry, and has all of them again', async () => {
    // An entry that is there can be updated, and no other: menus cannot be listed.
    const isThere = (id: string) => harness.hasMenu(id);
    expect(await isThere('copy-simplified')).toBe(true);
    await toggle('#context-menu', false);
    await expect.poll(() => isThere('copy-simplified')).toBe(false);
    expect(await isThere('toggle-script')).toBe(false);
    await toggle('#context-menu', true);
    await expect.poll(() => isThere('toggle-script')).toBe(true);
  });

  test('the menu converts the selection, and the page takes it back', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.bringToFront();
    const select = () =>
      page.$eval('.TRS_Editor p', (p) => {
        getSelection()?.selectAllChildren(p);
      });
    await select();
    const selected = await page.evaluate(() => String(getSelection()));
    await harness.chooseMenu('convert-selection', page);
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('广陵区区委书记');
    expect(await page.evaluate(() => document.querySelectorAll('.TRS_Editor p')[1]?.textContent)).toContain('黨');
    await harness.pressShortcut('toggle-script', page);
    await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
  });

  test('the menu copies the selection in simplified characters', async () => {
    await page.bringToFront();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'paste';
      field.setAttribute('translate', 'no');
      document.body.append(field);
      // Pages that forbid copying do it like this; here it tells when the copy was made.
      document.addEventListener('copy', (event) => event.preventDefault());
      addEventListener('copy', () => document.body.setAttribute('data-copied', ''), { capture: true, once: true });
    });
    // The press that opens the menu is what lets a page's script copy.
    await page.click('.TRS_Editor p', { button: 'right' });
    await page.$eval('.TRS_Editor p', (p) => {
      getSelection()?.selectAllChildren(p);
    });
    await harness.chooseMenu('copy-simplified', page);
    await page.waitForSelector('[data-copied]');
    await page.focus('#paste');
    await page.keyboard.press('V', { commands: ['Paste'] });
    await expect
      .poll(() => page.$eval('#paste', (field) => (field as HTMLTextAreaElement).value))
      .toContain('广陵区区委书记陈锴竑率队专题调研');
    await page.evaluate(() => {
      document.querySelector('#paste')?.remove();
      document.body.removeAttribute('data-copied');
    });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});
