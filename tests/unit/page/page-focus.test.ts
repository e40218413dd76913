import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageFocus } from '../../../utils/page/page-focus';

const PAGE = `<!doctype html><body>
  <div id="banner" style="color: red;">橫幅</div>
  <table id="layout"><tbody><tr><td id="menu"><a href="#">首頁</a></td><td id="main"><h1>標題</h1><p id="share">分享</p><div id="body"><p>正文</p></div></td></tr></tbody></table>
  <script>1</script>
  <div id="footer" style="">版權所有</div>
</body>`;

describe('hiding the chrome of a page', () => {
  let document: Document;
  let focus: PageFocus;
  const hidden = (id: string) => document.getElementById(id)?.style.getPropertyValue('display') === 'none';
  const keep = () => [document.querySelector('h1') as Element, document.getElementById('body') as Element];
  const globals = globalThis as { MutationObserver?: unknown };

  beforeEach(() => {
    const { window } = new JSDOM(PAGE);
    document = window.document;
    globals.MutationObserver = window.MutationObserver;
    focus = new PageFocus(document);
  });
  afterEach(() => {
    globals.MutationObserver = undefined;
  });

  test('hides everything beside the way to what is kept', () => {
    focus.start(keep());
    expect(['banner', 'menu', 'share', 'footer'].filter(hidden)).toEqual(['banner', 'menu', 'share', 'footer']);
    expect(['layout', 'main', 'body'].filter(hidden)).toEqual([]);
    expect(document.querySelector('script')?.hasAttribute('style')).toBe(false);
  });

  test('shows it again byte for byte', () => {
    const before = document.documentElement.outerHTML;
    for (let round = 0; round < 100; round++) {
      focus.start(keep());
      focus.stop();
    }
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('keeps a style that the page has set meanwhile', () => {
    focus.start(keep());
    document.getElementById('banner')?.style.setProperty('color', 'blue');
    focus.stop();
    expect(document.getElementById('banner')?.getAttribute('style')).toBe('color: blue;');
  });

  test('hides what the page adds beside the article later', async () => {
    focus.start(keep());
    const late = document.createElement('div');
    late.id = 'late';
    document.body.append(late);
    await Promise.resolve();
    expect(hidden('late')).toBe(true);
    focus.stop();
    expect(late.hasAttribute('style')).toBe(false);
  });

  test('does nothing when there is nothing to keep', () => {
    const before = document.documentElement.outerHTML;
    focus.start([]);
    expect(focus.on).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
