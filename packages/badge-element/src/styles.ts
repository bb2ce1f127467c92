import { sheet } from '@proofmark/ui/sheet';

/**
 * The frame of the card. Its height is reserved before anything is known, so that the page does not jump. A word is broken only where it is
 * wider than the card. Which verdict has which colour is important here, so that no page can change it.
 */
export const cardCss: string = sheet(`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    max-inline-size: var(--proofmark-max-width, var(--pm-card-width));
    min-block-size: var(--proofmark-min-height, var(--pm-card-reserve));
    container-type: inline-size;
    contain-intrinsic-inline-size: var(--proofmark-max-width, var(--pm-card-width));
    overflow-wrap: break-word;
    --_space: var(--proofmark-space, var(--pm-space-xs));
    --_accent: var(--proofmark-accent, var(--pm-link));
  }
  :host([hidden]) { display: none; }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  /* No space is reserved for content that appears only after a click: such a layout shift is expected. */
  :host(:is([verify='click'], [verify='off'], [variant='line'], [variant='image'])) { min-block-size: 0; }
  :host(:is([variant='line'], [variant='image'])) { display: inline-block; inline-size: auto; max-inline-size: 100%; container-type: normal; vertical-align: bottom; }
  a, .more > summary { color: var(--_accent); }
  :focus-visible { outline-color: var(--_accent); }
  .card { line-height: 1.3; position: relative; display: grid; gap: var(--_space); box-sizing: border-box; min-block-size: inherit; align-content: space-between; padding: calc(1.5 * var(--_space)); border: var(--pm-stroke-1) solid var(--pm-line); border-radius: var(--proofmark-radius, var(--pm-radius-m)); background: var(--proofmark-surface, Canvas); }
  .card > *, .head > div, .verdict > div { min-inline-size: 0; }
  .head { display: flex; gap: var(--pm-space-m); align-items: center; }
  .head img { flex: none; object-fit: contain; border-radius: var(--pm-radius-s); }
  .name { font-size: inherit; line-height: 1.2; }
  .verdict { font-size: var(--pm-text-smaller); padding: var(--pm-space-2xs) var(--pm-space-s); box-shadow: none !important; border-image: none !important; outline: 0 !important; border-color: currentColor !important; opacity: 1 !important; mix-blend-mode: normal !important; -webkit-text-fill-color: currentColor !important; }
  .verdict .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); }
  .verdict .sentence { font-size: inherit; }
  /* Folded, a card is short, however long its texts are; unfolded, it shows them whole: the style sheet of the fold says so. */
  .name, .who, .caution, .verdict > div { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .verdict > div { -webkit-line-clamp: 3; }
  .headline, .sentence { display: block; }
  .who, .short-work { font-size: var(--pm-text-smaller); }
  .who { -webkit-line-clamp: 1; }
  /* Room for the outline of its link, which would be cut. A second line would look out below. */
  .short-work { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding: var(--pm-space-xs); margin: calc(-1 * var(--pm-space-xs)); }
  .work-name { font-weight: 600; }
  .foot { display: flex; flex-wrap: wrap; gap: var(--_space) var(--pm-space-m); align-items: baseline; justify-content: space-between; font-size: var(--pm-text-smaller); }
  .more > summary { cursor: pointer; font-weight: 600; }
  .caution { font-size: var(--pm-text-xs); border-inline-start: var(--pm-stroke-3) solid var(--pm-open); padding-inline-start: var(--pm-space-s); }
  .doubtful .caution { border-color: var(--pm-bad); }
  .doubtful .head img { filter: grayscale(1); opacity: 0.6; }
  .doubtful .name { color: var(--pm-soft); }
  .unseen { position: absolute; inline-size: var(--pm-unseen-size); block-size: var(--pm-unseen-size); overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .fallback { overflow: hidden; }
  .fallback ::slotted(*) { max-inline-size: 100%; }
  button { font: inherit; padding: 0 var(--pm-space-s); border-radius: var(--pm-radius-s); border: var(--pm-stroke-1) solid currentColor; background: transparent; color: inherit; cursor: pointer; }
  button[aria-disabled='true'] { cursor: progress; opacity: 0.7; }
  @container (width <= 26rem) {
    .head img { inline-size: var(--pm-space-3xl); block-size: var(--pm-space-3xl); }
  }
  @container (width < 15rem) {
    .head { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-xs); }
    .verdict { flex-direction: column; gap: 0; }
    /* So narrow a card may be higher: nothing that it says of its verdict is cut. */
    .who, .caution, .verdict > div { -webkit-line-clamp: 9; }
  }
  @media print {
    :host { min-block-size: 0; break-inside: avoid; }
    button, .more:not([open]) { display: none; }
    .independent a::after, .short-work a::after { content: ' (' attr(href) ')'; font-weight: normal; }
    .name, .who, .caution, .short-work, .verdict > div { display: block; white-space: normal; }
  }
`);
