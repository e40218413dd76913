/** The style sheets of the picker: of its place on the page, and of the frame in it that takes the pointer and the keys. */

export const PLACE_STYLE = `
iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; z-index: 2147483647; background: none; color-scheme: light; }
@media print { iframe { display: none; } }
`;

export const FRAME_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html, body { margin: 0; height: 100%; overflow: hidden; background: none; color-scheme: light; cursor: crosshair; outline: none; }
.outline { position: fixed; border: 3px solid #9e2b25; outline: 2px solid #fffdf8; background: rgb(158 43 37 / 0.12); border-radius: 3px; pointer-events: none; }
.bar { position: fixed; inset-inline: 0; bottom: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 8px 14px;
  border-top: 2px solid #9e2b25; background: #fffdf8; color: #26231c; cursor: default;
  font: 15px/1.5 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif; }
.bar[data-side=top] { bottom: auto; top: 0; border-top: 0; border-bottom: 2px solid #9e2b25; }
.bar:lang(zh-Hant) { font-family: system-ui, -apple-system, 'PingFang TC', 'Microsoft JhengHei UI', 'Noto Sans CJK TC', sans-serif; }
p { margin: 0; }
.status { flex: 1 1 12em; font-weight: 600; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: 6px; }
button { min-height: 36px; padding: 4px 12px; border: 1px solid #8a8270; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
button:hover { background: rgb(38 35 28 / 0.1); }
button.choose { border-color: #9e2b25; background: #9e2b25; color: #fffdf8; }
kbd { font: inherit; opacity: 0.75; }
:focus-visible { outline: 2px solid #1c5fa8; outline-offset: 2px; }
body:focus-visible { outline: none; }
@media (forced-colors: active) {
  .outline { border-color: Highlight; }
  button, .bar { border-color: ButtonBorder; }
}
`;
