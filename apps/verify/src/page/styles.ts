import { type CSSResult, css } from 'lit';

/** The frame of the verification page; the parts of a report bring their own look. */
export const checkerStyles: CSSResult = css`
  :host { display: block; }
  form, section { display: grid; gap: 0.5rem; }
  .input-form { padding: 1rem; border: 2px dashed var(--_line); border-radius: 0.6rem; }
  .input-form.dragged { border-style: solid; border-color: var(--_link); }
  label { font-weight: 600; }
  textarea, input:not([type='checkbox']) { font: inherit; color: inherit; background: Field; border: 1px solid var(--_muted); border-radius: 0.3rem; padding: 0.5rem; box-sizing: border-box; max-inline-size: 100%; inline-size: 100%; }
  textarea { font-family: ui-monospace, monospace; font-size: 0.9rem; resize: vertical; }
  textarea:focus-visible, input:focus-visible { outline: 3px solid var(--_link); outline-offset: 1px; }
  button { font: inherit; font-weight: 600; padding: 0.5rem 1.2rem; border-radius: 0.4rem; border: 1px solid var(--_link); background: var(--_link); color: Canvas; cursor: pointer; justify-self: start; }
  button:disabled { opacity: 0.6; cursor: progress; }
  button.quiet { background: Canvas; color: var(--_link); font-weight: 400; padding: 0.3rem 0.8rem; }
  .files { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 0.6rem 1rem; }
  .files p { display: grid; gap: 0.3rem; align-content: start; }
  .drop-hint { font-weight: 600; color: var(--_link); }
  .results { display: grid; gap: 1.6rem; scroll-margin-block-start: 1rem; }
  .findings { display: grid; gap: 0.4rem; }
  .findings li { padding-block: 0.1rem; }
  .badges { border-collapse: collapse; inline-size: 100%; font-size: 0.9rem; }
  .badges th, .badges td { text-align: start; vertical-align: top; padding: 0.5rem; border-block-end: 1px solid var(--_line); }
  .badges thead th { color: var(--_muted); font-weight: 400; }
  .badges .word { inline-size: 36%; }
  .badges .which { font-weight: 600; min-inline-size: 7rem; }
  .badges .quiet { white-space: nowrap; }
  .badges .origin { display: block; font-weight: 400; }
  .badges tr.open { outline: 2px solid var(--_link); }
  .verdict-word { display: inline-flex; gap: 0.4rem; align-items: flex-start; color: var(--_open); font-weight: 600; }
  .verdict-word[data-verdict='genuine-issuer-confirmed'] { color: var(--_good); }
  .verdict-word[data-verdict='no-longer-current'], .verdict-word[data-verdict='test'] { color: var(--_old); }
  .verdict-word[data-verdict='do-not-rely'] { color: var(--_bad); }
  .verdict-word .icon { inline-size: 1.2rem; block-size: 1.2rem; margin-block-start: 0.1rem; }
  .lines dd { display: grid; gap: 0.1rem; }
  .lines .limit { font-size: 0.8rem; }
  .relay { display: grid; gap: 0.5rem; border-inline-start: 4px solid var(--_open); padding-inline-start: 0.8rem; }
  .contained { display: grid; gap: 0.6rem; }
  .progress, .exports, .opened { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; }
  .progress progress { flex: 1 1 8rem; accent-color: var(--_link); }
  .opened { justify-content: space-between; font-size: 1.2rem; border-block-start: 2px solid var(--_line); padding-block-start: 0.8rem; }
  .opened button { font-size: 1rem; }
  .opened h2 { font-size: 1.2rem; }
  .opened h2:focus-visible { outline: 3px solid var(--_link); outline-offset: 2px; }
  .status { padding-block: 0.8rem; }
  .doubtful .badge-name, .doubtful .work-name, .doubtful .says, .doubtful .dates { color: var(--_muted); }
  .doubtful .badge img { filter: grayscale(1); opacity: 0.6; }
  label.plain { font-weight: 400; }
  .problem { border-inline-start: 4px solid var(--_bad); padding: 0.4rem 0.8rem; background: var(--_bad-bg); }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .result { display: grid; gap: 1.6rem; scroll-margin-block-start: 1rem; }
  h2 { font-size: 1.1rem; margin: 0; }
  .verdict .headline { font-size: 1.25rem; }
  .badge { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap; }
  .badge > div { flex: 1 1 14rem; display: grid; gap: 0.3rem; }
  .badge img { object-fit: contain; }
  .badge-name { font-size: 1.3rem; font-weight: 600; line-height: 1.25; }
  .caution { border-inline-start: 3px solid var(--_bad); padding-inline-start: 0.6rem; }
  .skills { display: grid; gap: 0.5rem; }
  .skills input[type='number'] { inline-size: 5rem; }
  .coverage { display: grid; gap: 0.4rem; padding-block-end: 0.6rem; }
  .coverage ul { padding-inline-start: 1rem; font-size: 0.9rem; }
  h3 { font-size: 1rem; margin: 0; padding-block-start: 0.4rem; }
  .trust { margin-block-start: 0.8rem; }
  .row { max-inline-size: 28rem; }
  .contacted ul { padding-block-start: 0.4rem; display: grid; gap: 0.2rem; }
  summary { cursor: pointer; padding-block: 0.3rem; }
  @media (max-width: 44rem) {
    .badges, .badges tbody, .badges tr, .badges td, .badges tbody th { display: block; }
    .badges .word, .badges .which { inline-size: auto; min-inline-size: 0; }
    .badges thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .badges tr { padding-block: 0.5rem; border-block-end: 1px solid var(--_line); }
    .badges td, .badges tbody th { border: 0; padding: 0.15rem 0; }
    .badges td:empty { display: none; }
    .badges td[data-label]::before { content: attr(data-label) ': '; color: var(--_muted); }
  }
  @media (prefers-reduced-motion: no-preference) { .result { scroll-behavior: smooth; } }
  .record .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem; }
  .keywords { display: grid; gap: 0.4rem; }
  .qr svg { display: block; }
  .receipts, .receipt { display: grid; gap: 0.6rem; }
  .print-only { display: none; }
  @media print {
    .input-form, .trust, .status, .row, #recipient-note, .skills, .record, .exports, .contacted, .checks, button { display: none; }
    .result, .results { gap: 0.5rem; }
    .result, .print-only { font-size: 8.5pt; line-height: 1.35; }
    section, .work { gap: 0.2rem; }
    h2 { font-size: 10pt; break-after: avoid; }
    .badge img { inline-size: 56px; block-size: 56px; }
    .print-only { display: grid; gap: 0.2rem; }
    .print-title { font-size: 14pt; font-weight: 600; }
    .print-only p, .print-only li { overflow-wrap: anywhere; }
    .print-columns { display: flex; gap: 1rem; justify-content: space-between; }
    .print-checks { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.1rem 1rem; flex: 1; align-content: start; }
    .print-checks div { display: flex; justify-content: space-between; gap: 0.5rem; border-block-end: 1px solid; }
    tr, li, .verdict { break-inside: avoid; }
    .verdict, .verdict-word { print-color-adjust: exact; }
  }
`;
