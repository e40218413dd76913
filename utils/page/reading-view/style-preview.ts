/** Chooses the reading style away from the view: the view's own panel, above an article on the view's own sheet. */
import { makeElement } from '../make-element';
import { articleElement } from './article-element';
import { cleanStyle, type ReadingStyle } from './reading-style';
import type { ReadingViewOptions } from './reading-view';
import { SHEET_STYLE, setSheetStyle } from './sheet-style';
import { type StyleChange, styleChoice, stylePanel } from './style-panel';

const PREVIEW_STYLE = `${SHEET_STYLE}
.sheet { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
article { padding: 24px 20px; }
`;

export interface StylePreview {
  /** Shows a style that was chosen elsewhere. */
  restyle(style: ReadingStyle): void;
}

/**
 * Fills `host` with panel and article. The style sheet is made by script, which the policy of the extension's own pages
 * lets through; a style element it would not.
 */
export function stylePreview(host: HTMLElement, options: ReadingViewOptions): StylePreview {
  const { article, words, language, keepStyle } = options;
  const document = host.ownerDocument;
  const styles = new document.defaultView!.CSSStyleSheet();
  styles.replaceSync(PREVIEW_STYLE);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  let style = options.style;
  const change: StyleChange = (part, settled) => {
    preview.restyle(cleanStyle({ ...style, ...part }));
    if (settled) keepStyle(style);
  };
  const panel = stylePanel(document, words, change);
  const script = styleChoice(document, 'script', words, change);
  panel.element.append(script.element);
  const shown = makeElement(document, 'div');
  const sheet = makeElement(document, 'div', { class: 'sheet', lang: language }, panel.element, shown);
  const preview: StylePreview = {
    restyle: (wanted) => {
      style = wanted;
      panel.show(style);
      script.show(style.script);
      setSheetStyle(sheet, style);
      shown.replaceChildren(articleElement(document, article, style.script, words).element);
    },
  };
  preview.restyle(style);
  root.replaceChildren(sheet);
  return preview;
}
