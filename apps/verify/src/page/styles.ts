import { type CSSResult, css } from 'lit';

/** The frame of the verification page; the parts of a report bring their own look. */
export const checkerStyles: CSSResult = css`
  :host { display: block; }
  form, section { display: grid; gap: 0.5rem; }
  .way-in { padding: 1rem; border: 2px dashed var(--_line); border-radius: 0.6rem; }
  .way-in.dragged { border-style: solid; border-color: var(--_link); }
  label { font-weight: 600; }
  textarea, input { font: inherit; color: inherit; background: Field; border: 1px solid var(--_muted); border-radius: 0.3rem; padding: 0.5rem; box-sizing: border-box; max-inline-size: 100%; inline-size: 100%; }
  textarea { font-family: ui-monospace, monospace; font-size: 0.9rem; resize: vertical; }
  textarea:focus-visible, input:focus-visible { outline: 3px solid var(--_link); outline-offset: 1px; }
  button { font: inherit; font-weight: 600; padding: 0.5rem 1.2rem; border-radius: 0.4rem; border: 1px solid var(--_link); background: var(--_link); color: Canvas; cursor: pointer; justify-self: start; }
  button:disabled { opacity: 0.6; cursor: progress; }
  .file { display: grid; gap: 0.3rem; }
  .status { padding-block: 0.8rem; }
  .doubtful .badge-name, .doubtful .work-name, .doubtful .says, .doubtful .dates { color: var(--_muted); }
  .doubtful .badge img { filter: grayscale(1); opacity: 0.6; }
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
  .row { max-inline-size: 28rem; }
  .contacted ul { padding-block-start: 0.4rem; display: grid; gap: 0.2rem; }
  summary { cursor: pointer; padding-block: 0.3rem; }
  @media (prefers-reduced-motion: no-preference) { .result { scroll-behavior: smooth; } }
  @media print { .way-in, .status, .row, #recipient-note, button { display: none; } }
`;
