/**
 * The host's margins take back its size, so that no row or column moves; a page's reset must not undo them. Colours keep 4.5:1 on their own background in both schemes; forced colours replace them.
 */
export const badgeStyle = `
:host { all: initial; position: relative; vertical-align: middle; border-radius: 8px; display: inline-block !important; width: 16px !important; height: 16px !important; margin-block: -8px !important; margin-inline: 4px -20px !important; }
:host([boxed]) { position: absolute !important; margin: 0 4px !important; }
:host(:focus-visible) { outline: 2px solid #1a5fb4; }
.chip { position: absolute; top: 0; inset-inline-start: 0; display: inline-flex; align-items: center; gap: 4px; font: 600 11px/16px system-ui, sans-serif; white-space: nowrap; }
.label { margin-inline-end: 4px; }
.tight .label { display: none; }
.icon { flex: none; width: 14px; height: 14px; line-height: 14px; border-radius: 50%; text-align: center; font-size: 10px; }
.flagged { padding: 0 1px; border-radius: 8px; color: #5c3a00; background: #ffe9b8; }
.flagged .icon { color: #fff; background: #8a5300; }
.flagged.high { color: #7a0d16; background: #ffdfe0; }
.flagged.high .icon { background: #b3121f; }
.clear .icon { color: #1b6b3a; font-size: 12px; }
.too-little-history .icon { color: #5f6670; }
.dark.flagged { color: #ffdf9e; background: #4a3200; }
.dark.flagged .icon { color: #2b1d00; background: #ffc24b; }
.dark.flagged.high { color: #ffc9cc; background: #5c1219; }
.dark.flagged.high .icon { color: #3a060b; background: #ff9a9f; }
.dark.clear .icon { color: #7ddc9f; }
.dark.too-little-history .icon { color: #aab2bd; }
.tip { inset: auto; margin: 0; box-sizing: border-box; max-width: min(340px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto;
  padding: 8px 10px; border: 1px solid #b9c0ca; border-radius: 6px; font: 400 13px/1.45 system-ui, sans-serif; color: #1c2127; background: #fff; box-shadow: 0 4px 16px rgb(0 0 0 / .2); }
.tip strong { display: block; }
.tip ul { margin: 4px 0 0; padding-inline-start: 18px; }
.dark.tip { color: #eef1f5; background: #23282f; border-color: #525a66; }
@media (forced-colors: active) {
  .chip, .chip .icon { color: CanvasText; background: Canvas; }
  .chip { border: 1px solid; }
}
`
