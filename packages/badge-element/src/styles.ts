/** The frame of the card. Its height is reserved before anything is known, so that the page does not jump. */
export const cardCss = `
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: var(--proofmark-max-width, 28rem);
    min-block-size: var(--proofmark-min-height, 41rem);
  }
  :host([hidden]) { display: none; }
  /* No space is reserved for content that appears only after a click: such a layout shift is expected. */
  :host([verify='click']), :host([verify='off']) { min-block-size: 0; }
  .card { position: relative; display: grid; gap: 0.8rem; box-sizing: border-box; min-block-size: inherit; align-content: start; padding: 1rem; border: 1px solid var(--_line); border-radius: var(--proofmark-radius, 0.6rem); background: var(--_surface); }
  .head { display: flex; gap: 0.9rem; align-items: center; }
  .head img { flex: none; object-fit: contain; border-radius: 0.3rem; }
  .name { font-size: 1.15em; line-height: 1.25; }
  h4 { font-size: 0.8em; color: var(--_muted); font-weight: 600; margin-block-end: 0.2rem; }
  .caution { font-size: 0.9em; border-inline-start: 3px solid var(--_bad); padding-inline-start: 0.6rem; }
  .doubtful .head img { filter: grayscale(1); opacity: 0.6; }
  .doubtful .name, .doubtful .says-section, .doubtful .dates { color: var(--_muted); }
  .independent { font-size: 0.9em; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .fallback { overflow: hidden; }
  .fallback ::slotted(*) { max-inline-size: 100%; }
  [role='status']:focus { outline: none; }
  [role='status']:focus-visible { outline: 3px solid var(--_link); outline-offset: 2px; }
  button { font: inherit; padding: 0.3rem 0.8rem; border-radius: 0.4rem; border: 1px solid currentColor; background: transparent; color: inherit; cursor: pointer; justify-self: start; }
  button[aria-disabled='true'] { cursor: progress; opacity: 0.7; }
  @media print {
    :host { min-block-size: 0; break-inside: avoid; }
    button, .checks, .limits { display: none; }
    .independent a::after { content: ' (' attr(href) ')'; }
    .work a::after { content: ' (' attr(href) ')'; font-weight: normal; }
  }
`;
