import { sheet } from '@proofmark/ui/sheet';
import { viewCss } from '../view/view-css.js';

/** The look of several badges as one block: verdicts have the same colours as on their cards. */
export const blockCss: string =
  viewCss +
  sheet(`
  :host { display: block; min-inline-size: 0; container-type: inline-size; contain-intrinsic-inline-size: var(--pm-measure); overflow-wrap: break-word; }
  :host([hidden]) { display: none; }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  .block { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pm-space-m); }
  .counts { display: flex; flex-wrap: wrap; gap: var(--pm-space-xs); }
  .counts .verdict { padding: var(--pm-space-2xs) var(--pm-space-s); gap: var(--pm-space-xs); align-items: center; font-size: var(--pm-text-smaller); font-weight: 600; }
  .counts .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); }
  .list { display: grid; gap: var(--proofmark-space, var(--pm-space-m)); grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--pm-column-xl)), 1fr)); align-items: start; }
  :host([variant='image']) .list { grid-template-columns: repeat(auto-fill, minmax(var(--proofmark-image-size, var(--pm-image-size)), max-content)); }
  :host([variant='line']) .list { grid-template-columns: 1fr; justify-items: start; gap: var(--pm-space-2xs); }
  ::slotted(proofmark-badge) { max-inline-size: 100%; }
`);
