import { elementCss } from '@proofmark/ui';
import { sheet } from '@proofmark/ui/sheet';
import { type CSSResult, unsafeCSS } from 'lit';

/** The elements that all faces share. */
export const sharedStyles: CSSResult = unsafeCSS(elementCss);

/** The frame of the verification page; the parts of a report bring their own look. */
export const checkerStyles: CSSResult = unsafeCSS(
  sheet(`
  :host { display: block; font: inherit; color: inherit; }
  form, section { display: grid; gap: var(--pm-space-s); }
  .input-form { padding: var(--pm-space-l); border: var(--pm-stroke-2) dashed var(--pm-line); border-radius: var(--pm-radius-l); background: var(--pm-card); }
  .input-form[hidden] { display: none; }
  .another { display: flex; justify-content: flex-end; }
  .input-form.dragged { border-style: solid; border-color: var(--pm-link); }
  label { font-weight: 600; }
  textarea, input:not([type='checkbox'], .visually-hidden) { font: inherit; color: inherit; background: var(--pm-card); border: var(--pm-stroke-1) solid var(--pm-edge); border-radius: var(--pm-radius-s); padding: var(--pm-space-s); box-sizing: border-box; max-inline-size: 100%; inline-size: 100%; }
  textarea { font-family: ui-monospace, monospace; font-size: var(--pm-text-s); resize: vertical; }
  textarea:focus-visible, input:focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-1); }
  button { font: inherit; font-weight: 600; min-block-size: var(--pm-target); padding: var(--pm-space-2xs) var(--pm-space-l); border-radius: var(--pm-radius-m); border: var(--pm-stroke-1) solid var(--pm-link); background: var(--pm-link); color: var(--pm-on-link); cursor: pointer; justify-self: start; }
  button:disabled { opacity: 0.6; cursor: progress; }
  button.quiet { background: transparent; color: var(--pm-link); padding-inline: var(--pm-space-m); }
  .beside { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); align-items: stretch; }
  .beside input { flex: 1 1 var(--pm-column-s); min-inline-size: 0; min-block-size: var(--pm-target); }
  .files { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); align-items: center; }
  .button { display: inline-flex; align-items: center; min-block-size: var(--pm-target); padding-inline: var(--pm-space-l); border: var(--pm-stroke-1) solid var(--pm-link); border-radius: var(--pm-radius-m); color: var(--pm-link); cursor: pointer; }
  .files:has(#files:focus-visible) [for='files'], .files:has(#folder:focus-visible) [for='folder'] { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
  .drop-hint { font-weight: 600; color: var(--pm-link); }
  .results { display: grid; gap: var(--pm-space-xl); scroll-margin-block-start: var(--pm-space-l); }
  .results > * { min-inline-size: 0; }
  .findings { display: grid; gap: var(--pm-space-xs); }
  .findings li { padding-block: var(--pm-space-3xs); }
  .scrolls { overflow-x: auto; }
  .badges { border-collapse: collapse; inline-size: 100%; font-size: var(--pm-text-s); overflow-wrap: break-word; }
  .breaks, .origin, .reason { overflow-wrap: anywhere; }
  .badges th, .badges td { text-align: start; vertical-align: top; padding: var(--pm-space-s); border-block-end: var(--pm-stroke-1) solid var(--pm-line); }
  .badges thead th { color: var(--pm-soft); font-weight: 400; }
  .badges .which { font-weight: 600; min-inline-size: var(--pm-picture-m); }
  .badges td[data-label] { min-inline-size: var(--pm-picture-s); }
  .badges .quiet { white-space: nowrap; }
  .badges .origin { display: block; font-weight: 400; }
  .badges tr.open { outline: var(--pm-stroke-2) solid var(--pm-link); }
  .verdict-word { display: inline-flex; gap: var(--pm-space-xs); align-items: flex-start; color: var(--pm-open); font-weight: 600; }
  .verdict-word[data-verdict='genuine-issuer-confirmed'] { color: var(--pm-good); }
  .verdict-word[data-verdict='no-longer-current'], .verdict-word[data-verdict='test'] { color: var(--pm-old); }
  .verdict-word[data-verdict='do-not-rely'] { color: var(--pm-bad); }
  .verdict-word .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); margin-block-start: var(--pm-space-3xs); }
  .matrix { position: relative; overflow-x: auto; contain: inline-size; }
  .matrix table { border-collapse: collapse; font-size: var(--pm-text-s); }
  .matrix th, .matrix td { text-align: start; vertical-align: top; padding: var(--pm-space-s); border-block-end: var(--pm-stroke-1) solid var(--pm-line); min-inline-size: var(--pm-column-s); }
  .matrix thead .muted { display: block; font-weight: 400; }
  .matrix .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); vertical-align: middle; }
  .matrix [data-cell='none'] { color: var(--pm-soft); }
  .relay { display: grid; gap: var(--pm-space-s); border-inline-start: var(--pm-stroke-4) solid var(--pm-open); padding-inline-start: var(--pm-space-m); }
  .contained { display: grid; gap: var(--pm-space-s); }
  .progress, .exports, .opened { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); align-items: center; }
  .progress progress { flex: 1 1 var(--pm-column-s); accent-color: var(--pm-link); }
  .opened { justify-content: space-between; font-size: var(--pm-text-l); border-block-start: var(--pm-stroke-2) solid var(--pm-line); padding-block-start: var(--pm-space-m); }
  .opened button { font-size: var(--pm-text-m); }
  .opened h2 { font-size: var(--pm-text-l); }
  .opened h2:focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
  .status { padding-block: var(--pm-space-2xs); }
  .doubtful .badge-name, .doubtful .hero-person, .doubtful .work-name, .doubtful .says { color: var(--pm-soft); }
  .doubtful .badge img { filter: grayscale(1); opacity: 0.6; }
  label.plain { font-weight: 400; }
  .problem { border-inline-start: var(--pm-stroke-4) solid var(--pm-bad); padding: var(--pm-space-xs) var(--pm-space-m); background: var(--pm-bad-bg); }
  .visually-hidden { position: absolute; inline-size: var(--pm-unseen-size); block-size: var(--pm-unseen-size); overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .result { display: grid; gap: var(--pm-space-m); scroll-margin-block-start: var(--pm-space-l); }
  h2 { font-size: var(--pm-text-l); margin: 0; }
  .tile .headline { font-weight: 600; }
  .tile .todo { font-style: italic; }
  .tile form { max-inline-size: none; }
  .work { display: grid; gap: var(--pm-space-xl); }
  .results-of { display: flex; flex-wrap: wrap; gap: var(--pm-space-s) var(--pm-space-xl); }
  .results-of dt { color: var(--pm-soft); font-size: var(--pm-text-s); }
  .results-of dd { font-weight: 600; }
  .bullets { list-style: disc; padding-inline-start: var(--pm-space-xl); }
  .badges .reason { display: block; }
  .badges .word { max-inline-size: var(--pm-column-xl); }
  .caution { border-inline-start: var(--pm-stroke-3) solid var(--pm-bad); padding-inline-start: var(--pm-space-s); }
  .skills { display: grid; gap: var(--pm-space-s); }
  .skills input[type='number'] { inline-size: var(--pm-picture-s); }
  .coverage { display: grid; gap: var(--pm-space-xs); padding-block-end: var(--pm-space-s); }
  .coverage ul { padding-inline-start: var(--pm-space-l); font-size: var(--pm-text-s); }
  h3 { font-size: var(--pm-text-m); margin: 0; padding-block-start: var(--pm-space-xs); }
  .trust { margin-block-start: var(--pm-space-m); }
  .trust form { margin-block: var(--pm-space-m); }
  fieldset { border: var(--pm-stroke-1) solid var(--pm-line); border-radius: var(--pm-radius-m); }
  legend { font-weight: 600; }
  .files:has(#trusted-file:focus-visible) [for='trusted-file'] { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
  .row { max-inline-size: var(--pm-measure-form); }
  .contacted ul { padding-block-start: var(--pm-space-xs); display: grid; gap: var(--pm-space-2xs); }
  summary { cursor: pointer; padding-block: var(--pm-space-2xs); }
  @media (max-width: 56rem) {
    .badges, .badges tbody, .badges tr, .badges td, .badges tbody th { display: block; }
    .badges .word, .badges .which { inline-size: auto; min-inline-size: 0; }
    .badges thead { position: absolute; inline-size: var(--pm-unseen-size); block-size: var(--pm-unseen-size); overflow: hidden; clip-path: inset(50%); }
    .badges tr { padding-block: var(--pm-space-s); border-block-end: var(--pm-stroke-1) solid var(--pm-line); }
    .badges td, .badges tbody th { border: 0; padding: var(--pm-space-3xs) 0; }
    .badges td:empty { display: none; }
    .badges td[data-label]::before { content: attr(data-label) ': '; color: var(--pm-soft); }
    .badges td[data-label]:lang(fr)::before { content: attr(data-label) '\\a0: '; }
  }
  @media (prefers-reduced-motion: no-preference) { .result { scroll-behavior: smooth; } }
  .record .buttons { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); }
  .keywords { display: grid; gap: var(--pm-space-xs); }
  .qr svg { display: block; }
  .qr rect { fill: var(--pm-paper); }
  .qr path { fill: var(--pm-print); }
  .receipts, .receipt { display: grid; gap: var(--pm-space-s); }
  .print-only { display: none; }
  @media print {
    .input-form, .trust, .status, .relay, .row, #recipient-note, .skills, .record, .exports, .contacted, .checks, .unshown, .contents, .another, button { display: none; }
    .panel, .tile, .hero { padding: var(--pm-space-2xs) var(--pm-space-s); gap: var(--pm-space-2xs) var(--pm-space-s); }
    .project, .project-words, .facts, .work { gap: var(--pm-space-2xs); }
    .facts li { padding-block: 0; }
    .hero-person, .tile-answer, .result h3 { font-size: var(--pm-paper-heading); }
    .badge-name { font-size: var(--pm-paper-title); }
    .tiles { grid-template-columns: repeat(3, 1fr); }
    .result, .results { gap: var(--pm-space-s); }
    .result, .result .tile-more, .result .muted, .print-only { font-size: var(--pm-paper-small); line-height: 1.35; }
    section, .work { gap: var(--pm-space-2xs); }
    h2 { font-size: var(--pm-paper-heading); break-after: avoid; }
    .hero img { inline-size: var(--pm-paper-picture); block-size: var(--pm-paper-picture); }
    .print-only { display: grid; gap: var(--pm-space-2xs); }
    .print-title { font-size: var(--pm-paper-title); font-weight: 600; }
    .print-only p, .print-only li { overflow-wrap: anywhere; }
    .print-columns { display: flex; gap: var(--pm-space-l); justify-content: space-between; }
    .print-checks { display: grid; grid-template-columns: repeat(3, 1fr); gap: var(--pm-space-3xs) var(--pm-space-l); flex: 1; align-content: start; }
    .print-checks div { display: flex; justify-content: space-between; gap: var(--pm-space-s); border-block-end: var(--pm-stroke-1) solid; }
    tr, li, .tile { break-inside: avoid; }
    .tile, .verdict-word { print-color-adjust: exact; }
  }
`),
);
