import { sheet } from '@proofmark/ui/sheet';

/** The look of the variants beside the card. */
export const variantsCss: string = sheet(`
  .line { display: flex; gap: var(--pm-space-xs); align-items: baseline; max-inline-size: 100%; block-size: var(--pm-line-block); overflow: hidden; line-height: 1.45; position: relative; }
  .line > .name { flex: 0 1 auto; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: inherit; font-weight: 600; line-height: inherit; }
  .line .verdict { display: inline-flex; flex: none; gap: var(--pm-space-3xs); align-items: baseline; padding: 0; border: 0; background: none !important; font-size: var(--pm-text-smaller); white-space: nowrap; }
  .line .verdict > [title] { display: contents; }
  .line .verdict:focus-visible { outline: var(--pm-stroke-2) solid currentColor !important; }
  .line .icon { align-self: center; inline-size: var(--pm-icon-text); block-size: var(--pm-icon-text); }
  /* A host without room is cut at its beginning: its end says whose it is. */
  .line .host { flex: 0 1000 auto; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; direction: rtl; }
  .line button { flex: none; padding-block: 0; font-size: var(--pm-text-smaller); }
  .line :focus-visible { outline-offset: calc(-1 * var(--pm-stroke-2)); }

  .picture { position: relative; display: grid; justify-content: start; max-inline-size: 100%; }
  .frame { display: grid; inline-size: var(--proofmark-image-size, var(--pm-image-size)); max-inline-size: 100%; aspect-ratio: 1; place-items: center; overflow: hidden; text-decoration: none; color: inherit; }
  .frame img { inline-size: 100%; block-size: 100%; object-fit: contain; grid-area: 1 / 1; }
  /* A badge without a picture, or with one that does not come, shows its name in the place. */
  .frame .title { grid-area: 1 / 1; overflow: hidden; max-block-size: 100%; padding: var(--pm-space-2xs); font-size: var(--pm-text-xs); font-weight: 600; line-height: 1.2; text-align: center; overflow-wrap: anywhere; }
  .frame img + .title { clip-path: inset(50%); }
  .picture .verdict { position: absolute; inset-block-end: 0; inset-inline-end: 0; display: grid; padding: var(--pm-space-3xs); border-radius: var(--pm-radius-pill); pointer-events: none; }
  .doubtful .frame img { filter: grayscale(1); opacity: 0.6; }
  @media (forced-colors: active) {
    .picture .verdict { background: Canvas !important; border: var(--pm-stroke-2) solid CanvasText; }
  }
`);
