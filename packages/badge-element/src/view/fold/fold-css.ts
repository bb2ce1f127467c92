import { sheet } from '@proofmark/ui/sheet';

/** The look of the inside of a card's fold. */
export const foldCss: string = sheet(`
  .more > div { overflow-wrap: anywhere; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-m); padding-block-start: var(--pm-space-s); border-block-start: var(--pm-stroke-1) solid var(--_accent); margin-block-start: var(--pm-space-xs); }
  h4 { font-size: var(--pm-text-code); color: var(--pm-soft); font-weight: 600; margin-block-end: var(--pm-space-2xs); }
  .doubtful .says-section, .doubtful .dates { color: var(--pm-soft); }
  @media print {
    .checks, .limits { display: none; }
    .work a::after { content: ' (' attr(href) ')'; font-weight: normal; }
  }
`);
