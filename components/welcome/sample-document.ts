/** Puts the sample page into a frame, built element by element: the policy of the extension's pages lets no markup in. */
import { makeElement } from '../../utils/page/make-element';
import type { SamplePage } from './sample-page';

/** Marks on the page are styled as on any other. */
const READER_STYLE = '/reader.css';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #eef2f7; color: #222; font: 15px/1.6 system-ui, 'Microsoft JhengHei', 'PingFang TC', sans-serif; }
.banner { padding: 18px 16px; background: linear-gradient(#0b5aa8, #00469b); color: #fff; font-size: 20px; font-weight: 700; }
.menu { display: flex; flex-wrap: wrap; gap: 0 2px; background: #00326e; }
.menu span { padding: 6px 12px; color: #fff; font-size: 13px; }
.columns { display: flex; flex-wrap: wrap; gap: 12px; padding: 12px; }
.aside { flex: 1 1 140px; padding: 8px 12px; border: 1px solid #b9c7da; background: #fff; font-size: 13px; }
.aside h2 { margin: 0 0 4px; font-size: 14px; color: #00469b; }
.aside p { margin: 2px 0; }
.main { flex: 5 1 320px; }
.trail { margin: 0 0 8px; color: #556; font-size: 12px; }
.article { padding: 12px 18px; border: 1px solid #b9c7da; background: #fff; }
.article h1 { margin: 0 0 6px; font-size: 21px; line-height: 1.4; text-align: center; }
.dateline { margin: 0 0 10px; color: #556; font-size: 12px; text-align: center; }
.article .TRS_Editor p { margin: 0 0 0.7em; text-indent: 2em; }
.signature { color: #556; font-size: 13px; }
.footer { padding: 10px; background: #dde5f0; font-size: 12px; text-align: center; }
.footer p { margin: 2px; }
`;

/** Fills the window's document, which is blank, with the page. */
export function fillSample(window: Window & typeof globalThis, page: SamplePage): void {
  const { document } = window;
  const block = (name: string, ...children: (Node | string)[]) =>
    makeElement(document, 'div', { class: name }, ...children);
  const lines = (texts: readonly string[]) => texts.map((text) => makeElement(document, 'p', {}, text));
  document.documentElement.lang = page.language;
  document.title = page.title;
  document.head.append(makeElement(document, 'link', { rel: 'stylesheet', href: READER_STYLE }));
  document.body.replaceChildren(
    block('banner', page.banner),
    block('menu', ...page.menu.map((name) => makeElement(document, 'span', {}, name))),
    block(
      'columns',
      block('aside', makeElement(document, 'h2', {}, page.aside.title), ...lines(page.aside.items)),
      block(
        'main',
        makeElement(document, 'p', { class: 'trail' }, page.trail),
        block(
          'article',
          makeElement(document, 'h1', {}, page.headline),
          makeElement(document, 'p', { class: 'dateline' }, page.dateline),
          block('TRS_Editor', ...lines(page.paragraphs)),
          makeElement(document, 'p', { class: 'signature' }, page.signature),
        ),
      ),
    ),
    block('footer', ...lines(page.footer)),
  );
}

/** Styles the page; a style sheet belongs to the window in which it was made. */
export function styleSample(window: Window & typeof globalThis): void {
  const styles = new window.CSSStyleSheet();
  styles.replaceSync(STYLE);
  window.document.adoptedStyleSheets = [styles];
}
