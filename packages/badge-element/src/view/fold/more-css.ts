import { sheet } from '@proofmark/ui/sheet';

/** The look of names of work and of the list of checks, shared by the unfolded card and the verification page. */
export const moreCss: string = sheet(`
  h4, ul, dl, dd { margin: 0; padding: 0; }
  ul { list-style: none; }
  code { font-size: var(--pm-text-code); }
  dt, dd, h4 { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }
  .work-name { font-weight: 600; }
  .checks summary { cursor: pointer; padding-block: var(--pm-space-2xs); }
  .checks ul { display: grid; gap: var(--pm-space-s); padding-block-start: var(--pm-space-xs); }
  .checks li { display: flex; gap: var(--pm-space-s); }
  .checks li .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); margin-block-start: var(--pm-space-3xs); color: var(--pm-soft); }
  .checks li[data-outcome='passed'] .icon { color: var(--pm-good); }
  .checks li[data-outcome='failed'] .icon { color: var(--pm-bad); }
  .checks li[data-outcome='unknown'] .icon { color: var(--pm-open); }
  .checks .answer { font-weight: 600; }
  .checks .answer::after { content: ':'; }
`);
