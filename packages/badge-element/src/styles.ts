import { sheet } from '@proofmark/ui/sheet';

/** The frame of the card. Its height is reserved before anything is known, so that the page does not jump. */
export const cardCss: string = sheet(`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: var(--proofmark-max-width, var(--pm-card-width));
    min-block-size: var(--proofmark-min-height, var(--pm-card-reserve));
  }
  :host([hidden]) { display: none; }
  /* No space is reserved for content that appears only after a click: such a layout shift is expected. */
  :host([verify='click']), :host([verify='off']) { min-block-size: 0; }
  .card { position: relative; display: grid; gap: var(--pm-space-m); box-sizing: border-box; min-block-size: inherit; align-content: start; padding: var(--pm-space-l); border: var(--pm-stroke-1) solid var(--pm-line); border-radius: var(--proofmark-radius, var(--pm-radius-m)); background: var(--proofmark-surface, Canvas); }
  .head { display: flex; gap: var(--pm-space-l); align-items: center; }
  .head img { flex: none; object-fit: contain; border-radius: var(--pm-radius-s); }
  .name { font-size: var(--pm-text-larger); line-height: 1.25; }
  h4 { font-size: var(--pm-text-code); color: var(--pm-soft); font-weight: 600; margin-block-end: var(--pm-space-2xs); }
  .caution { font-size: var(--pm-text-smaller); border-inline-start: var(--pm-stroke-3) solid var(--pm-bad); padding-inline-start: var(--pm-space-s); }
  .doubtful .head img { filter: grayscale(1); opacity: 0.6; }
  .doubtful .name, .doubtful .says-section, .doubtful .dates { color: var(--pm-soft); }
  .independent { font-size: var(--pm-text-smaller); }
  .unseen { position: absolute; inline-size: var(--pm-unseen-size); block-size: var(--pm-unseen-size); overflow: hidden; clip-path: inset(50%); }
  .fallback { overflow: hidden; }
  .fallback ::slotted(*) { max-inline-size: 100%; }
  button { font: inherit; padding: var(--pm-space-2xs) var(--pm-space-m); border-radius: var(--pm-radius-s); border: var(--pm-stroke-1) solid currentColor; background: transparent; color: inherit; cursor: pointer; justify-self: start; }
  button[aria-disabled='true'] { cursor: progress; opacity: 0.7; }
  @media print {
    :host { min-block-size: 0; break-inside: avoid; }
    button, .checks, .limits { display: none; }
    .independent a::after { content: ' (' attr(href) ')'; }
    .work a::after { content: ' (' attr(href) ')'; font-weight: normal; }
  }
`);
