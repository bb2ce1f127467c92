import { sheet } from '@proofmark/ui/sheet';

/** The look of what is told of the work, of dates and of checks, shared by the unfolded card and the verification page. */
export const moreCss: string = sheet(`
  .work { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-m); }
  .work-name { font-weight: 600; }
  .work ~ p { padding-block: var(--pm-space-s); }
  .found { padding: var(--pm-space-2xs) 0 0 var(--pm-space-s); border-inline-start: var(--pm-stroke-2) solid var(--pm-line); margin-block-start: var(--pm-space-2xs); }
  .limits { font-size: var(--pm-text-smaller); color: var(--pm-soft); }
  .limits dl { display: grid; gap: var(--pm-space-2xs); padding-block: var(--pm-space-2xs); }
  .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--pm-column-s)), 1fr)); gap: var(--pm-space-2xs) var(--pm-space-m); font-size: var(--pm-text-smaller); }
  .lines dt, .dates dt { color: var(--pm-soft); }
  .dates { display: flex; flex-wrap: wrap; gap: var(--pm-space-2xs) var(--pm-space-l); font-size: var(--pm-text-smaller); }

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
