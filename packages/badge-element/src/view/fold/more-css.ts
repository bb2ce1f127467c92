import { sheet } from '@proofmark/ui/sheet';

/** The look of names of work and of the list of checks, shared by the unfolded card and the verification page. */
export const moreCss: string = sheet(`
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
