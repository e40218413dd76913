/** The style sheet of the reading view: a sheet over all of the window, a bar above the article. */
import { SHEET_STYLE } from './sheet-style';

export const VIEW_STYLE = `${SHEET_STYLE}
dialog {
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; padding: 0;
  border: 0;
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: none; }

.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; padding: 6px 14px; border-block-end: 1px solid var(--line); }
.speech { flex: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
/* Empty, it stays for screen readers to watch, but takes no place. */
.speech p:empty { position: absolute; }
.speech p { margin: 0; color: var(--soft); font-size: 13px; }
.bar legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.panel { max-height: 45vh; overflow-y: auto; }

.scroller { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; }
.scroller:focus-visible { outline: 0; box-shadow: inset 0 3px var(--focus); }

@media (max-width: 700px) { .bar { gap: 6px 10px; padding-inline: 10px; } }
@media (max-height: 500px) { .bar { padding-block: 2px; } }
@media (prefers-reduced-motion: no-preference) { .scroller { scroll-behavior: smooth; } }
@media (forced-colors: active) { .scroller:focus-visible { outline: 2px solid; outline-offset: -2px; } }
@media print {
  dialog.sheet[open][data-theme] { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #888; --seal: #000; display: block; position: absolute; inset: 0 0 auto; height: auto; overflow: visible; }
  .bar, .panel { display: none; }
  .scroller { overflow: visible; }
  article, article:has(.pair) { max-width: none; padding: 0; }
  .spoken { background: none; text-decoration: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;
