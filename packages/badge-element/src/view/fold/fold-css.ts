import { sheet } from '@proofmark/ui/sheet';

/** The look of the inside of a card's fold. */
export const foldCss: string = sheet(`
  .more[open] { flex: 1 0 100%; min-inline-size: 0; }
  .card:has(.more[open]) :is(.name, .who, .caution, .verdict > div) { display: block; }
  .card:has(.more[open]) .short-work { display: none; }
  .more > div { overflow-wrap: anywhere; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-m); padding-block-start: var(--pm-space-s); border-block-start: var(--pm-stroke-1) solid var(--_accent); margin-block-start: var(--pm-space-xs); }
  h4 { font-size: var(--pm-text-code); color: var(--pm-soft); font-weight: 600; margin-block-end: var(--pm-space-2xs); }
  .work { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-m); }
  .work ~ p { padding-block: var(--pm-space-s); }
  .found { padding: var(--pm-space-2xs) 0 0 var(--pm-space-s); border-inline-start: var(--pm-stroke-2) solid var(--pm-line); margin-block-start: var(--pm-space-2xs); }
  .limits { font-size: var(--pm-text-smaller); color: var(--pm-soft); }
  .limits dl { display: grid; gap: var(--pm-space-2xs); padding-block: var(--pm-space-2xs); }
  .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--pm-column-s)), 1fr)); gap: var(--pm-space-2xs) var(--pm-space-m); font-size: var(--pm-text-smaller); }
  .lines dt, .dates dt { color: var(--pm-soft); }
  .dates { display: flex; flex-wrap: wrap; gap: var(--pm-space-2xs) var(--pm-space-l); font-size: var(--pm-text-smaller); }
  .doubtful .says-section, .doubtful .dates { color: var(--pm-soft); }
  @media print {
    .checks, .limits { display: none; }
    .work a::after { content: ' (' attr(href) ')'; font-weight: normal; }
  }
`);
