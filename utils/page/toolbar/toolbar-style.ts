/** The style sheet of the toolbar: a seal at the edge of the window, its buttons in a column below it. */
export const TOOLBAR_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.toolbar {
  --sheet: light-dark(#fffdf8, #26231e); --ink: light-dark(#26231c, #ece6d8); --line: #8a8270;
  --seal: #9e2b25; --seal-ink: #fffdf8; --focus: light-dark(#1c5fa8, #8dbcf0);
  color-scheme: light dark;
  position: fixed; z-index: 2147483647; top: calc(var(--down) * 100vh); transform: translateY(calc(var(--down) * -100%));
  max-height: 100vh; overflow-y: auto; display: flex; flex-direction: column;
  border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); color: var(--ink);
  font: 14px/1.4 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif;
}
.toolbar[data-side=left] { left: 0; border-start-start-radius: 0; border-end-start-radius: 0; }
.toolbar[data-side=right] { right: 0; border-start-end-radius: 0; border-end-end-radius: 0; }
.toolbar:lang(zh-Hant) { font-family: system-ui, -apple-system, 'PingFang TC', 'Microsoft JhengHei UI', 'Noto Sans CJK TC', sans-serif; }
button { min-width: 44px; min-height: 36px; padding: 4px 8px; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
button:hover { background: color-mix(in srgb, var(--ink) 10%, transparent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
.seal { min-height: 44px; background: var(--seal); color: var(--seal-ink); font-family: 'Songti SC', 'Noto Serif CJK SC', SimSun, serif; font-size: 20px; font-weight: 600; touch-action: none; }
.seal:hover { background: var(--seal); }
.seal:focus-visible { outline-color: var(--seal-ink); outline-offset: -4px; }
.buttons { display: flex; flex-direction: column; }
.move { touch-action: none; cursor: move; }
p { margin: 0; padding: 4px 8px; max-width: 9em; font-size: 13px; }
p:empty { position: absolute; padding: 0; }
@media (forced-colors: active) { .seal, button { border: 1px solid ButtonBorder; } }
@media print { .toolbar { display: none; } }
`;
