/**
 * The sheet on which an article is set in the reader's style, and the fields in which the style is chosen: paper and ink
 * as in the extension's own pages, in four themes.
 * Text reaches 4.5:1 on its ground in all of them, 7:1 in `contrast` (WCAG 2.2, 1.4.3 and 1.4.6).
 */
import type { ReadingStyle } from './reading-style';

/** Sets the style on an element of the class `sheet`. */
export function setSheetStyle(sheet: HTMLElement, reading: ReadingStyle): void {
  const { size, width, leading, spacing, font, theme, indent } = reading;
  const { style, dataset } = sheet;
  style.setProperty('--size', `${size}px`);
  style.setProperty('--width', String(width));
  style.setProperty('--leading', String(leading));
  style.setProperty('--spacing', `${spacing}em`);
  dataset.font = font;
  dataset.theme = theme;
  sheet.toggleAttribute('data-indent', indent);
}

export const SHEET_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }

.sheet {
  --paper: light-dark(#fffdf8, #1d1b17); --ink: light-dark(#26231c, #ece6d8); --soft: light-dark(#655e50, #b3aa97);
  --line: light-dark(#cfc5ae, #4a443a); --seal: light-dark(#9e2b25, #e58a80); --spoken: light-dark(#ffe9a8, #574a1c);
  --focus: light-dark(#1c5fa8, #8dbcf0);
  --song-hans: 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif;
  --song-hant: 'Songti TC', 'Noto Serif CJK TC', 'Source Han Serif TC', PMingLiU, serif;
  --kai-hans: 'Kaiti SC', STKaiti, KaiTi, 'AR PL UKai CN', var(--song-hans);
  --kai-hant: 'Kaiti TC', BiauKai, DFKai-SB, 'AR PL UKai TW', var(--song-hant);
  --hei-hans: system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif;
  --hei-hant: system-ui, -apple-system, 'PingFang TC', 'Microsoft JhengHei UI', 'Noto Sans CJK TC', sans-serif;
  color-scheme: light dark;
  background: var(--paper); color: var(--ink); scrollbar-color: var(--soft) var(--paper);
  font: 15px/1.5 var(--hei-hans); text-autospace: normal; text-align: start;
}
.sheet[data-theme=light] { color-scheme: light; }
.sheet[data-theme=dark] { color-scheme: dark; }
.sheet[data-theme=sepia] {
  color-scheme: light;
  --paper: #f4ecd8; --ink: #433422; --soft: #6a5740; --line: #cdbb97; --seal: #8c2b20; --spoken: #f0d27a;
}
.sheet[data-theme=contrast] {
  color-scheme: dark;
  --paper: #000; --ink: #fff; --soft: #fff; --line: #fff; --seal: #ffe97a; --spoken: #5a4700; --focus: #7fd4ff;
}
:lang(zh-Hant) { font-family: var(--hei-hant); }

.choice > div { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
button, .choice label {
  min-height: 34px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px;
  background: none; color: inherit; font: inherit; line-height: 24px; cursor: pointer;
}
button:hover, .choice label:hover { border-color: var(--ink); }
button[aria-expanded=true], .choice label:has(:checked) { border-color: var(--seal); color: var(--seal); font-weight: 600; }
.choice label { position: relative; }
.choice input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
:focus-visible, .choice label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; }

.panel {
  display: flex; flex-wrap: wrap; gap: 10px 28px; align-items: end; flex: none;
  padding: 12px 14px; border-block-end: 1px solid var(--line);
}
.range { flex: 1 1 220px; display: grid; grid-template-columns: auto 1fr 2em; align-items: center; gap: 8px; min-height: 34px; }
.range input { min-width: 0; accent-color: var(--seal); }
.range output { text-align: end; font-variant-numeric: tabular-nums; }
.panel .choice > div { margin-block-start: 4px; }
.tick { display: flex; align-items: center; gap: 8px; min-height: 34px; }
.tick input { width: 18px; height: 18px; accent-color: var(--seal); }

article {
  max-width: calc(var(--width) * 1em + 40px); margin: 0 auto; padding: 36px 20px 80px;
  font-size: var(--size); line-height: var(--leading); letter-spacing: var(--spacing); overflow-wrap: anywhere;
}
article:has(.pair) { max-width: calc(var(--width) * 2em + 80px); }
[data-font=song] article, [data-font=song] article :lang(zh-Hans) { font-family: var(--song-hans); }
[data-font=song] article :lang(zh-Hant) { font-family: var(--song-hant); }
[data-font=kai] article, [data-font=kai] article :lang(zh-Hans) { font-family: var(--kai-hans); }
[data-font=kai] article :lang(zh-Hant) { font-family: var(--kai-hant); }
[data-font=hei] article, [data-font=hei] article :lang(zh-Hans) { font-family: var(--hei-hans); }
h1, h2, h3, h4, h5, h6 { margin: 1.4em 0 0.5em; font-size: 1.1em; line-height: 1.5; text-wrap: balance; }
h1 { margin: 0 0 0.4em; font-size: 1.5em; line-height: 1.4; }
p { margin: 0 0 0.8em; }
[data-indent] article > p:not([class]), [data-indent] .pair > p:not([class]), [data-indent] blockquote > p { text-indent: 2em; }
.kicker, .subtitle { color: var(--soft); }
.dateline, .card { font-size: max(14px, 0.75em); letter-spacing: 0; }
.dateline { display: flex; flex-wrap: wrap; gap: 0 1.5em; padding-block-end: 0.8em; border-block-end: 1px solid var(--line); color: var(--soft); margin-block-end: 1.6em; }
.card { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr)); gap: 0.2em 1.5em; margin: 0 0 1.6em; padding: 0.8em 1em; border: 1px solid var(--line); border-block-start: 2px solid var(--seal); }
.card > div { display: flex; gap: 0.8em; }
dt { flex: none; color: var(--soft); }
dd { margin: 0; }
blockquote { margin: 0 0 0.8em; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
ul, ol { margin: 0 0 0.8em; padding-inline-start: 2em; }
figure { margin: 1.2em 0; padding: 0.6em 1em; border: 1px dashed var(--line); color: var(--soft); font-size: 0.85em; text-align: center; }
.table { margin: 0 0 1.2em; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.85em; overflow-wrap: normal; }
th, td { min-width: 4em; padding: 0.3em 0.6em; border: 1px solid var(--line); text-align: start; vertical-align: top; }
caption { padding-block-end: 0.4em; font-weight: 600; text-align: start; }
a { color: var(--seal); text-underline-offset: 0.2em; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 calc(var(--size) * 2.5); }
.pair > :first-child { color: var(--soft); }
.pair:has(> .table) { display: block; }
.spoken { background: var(--spoken); text-decoration: underline 2px var(--seal); text-underline-offset: 0.25em; scroll-margin: 5em; }

@media (max-width: 700px) {
  .pair { display: block; }
  .pair > * { display: block; }
  .pair > :first-child { margin-block-end: 0.2em; font-size: 0.85em; }
  article { padding-block-start: 20px; }
}
@media (forced-colors: active) {
  button[aria-expanded=true], .choice label:has(:checked) { border-color: Highlight; }
  .choice label:has(:checked) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .spoken { background: Mark; color: MarkText; }
}
`;
