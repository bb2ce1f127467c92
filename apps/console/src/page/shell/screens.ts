import type { ConsoleTexts } from '@proofmark/messages/console';
import type { Scope } from '@proofmark/schemas/api';
import { matchPath } from './address.js';

/** A screen by its path. Its module is loaded when it is opened, and defines the element that draws it. */
export interface ScreenEntry {
  /** Below the issuer that is worked for, such as `badges/:id`. */
  readonly path: string;
  /** What the role of the person has to have; null for everybody. */
  readonly scope: Scope | null;
  /** @returns the name of its element */
  readonly load: () => Promise<{ readonly tag: string }>;
}

/** Every screen. The first whose path fits is shown. */
const SCREENS: readonly ScreenEntry[] = [
  { path: '', scope: null, load: () => import('../screens/overview/index.js') },
  { path: 'issue-many', scope: 'credentials:issue', load: () => import('../screens/issue-many/index.js') },
  { path: 'issue-many/:jobId', scope: 'credentials:issue', load: () => import('../screens/issue-many/job-screen.js') },
  { path: 'first-badge', scope: 'issuers:write', load: () => import('../screens/first-badge/index.js') },
  { path: 'achievements', scope: 'achievements:read', load: () => import('../screens/achievements/index.js') },
  { path: 'achievements/new', scope: 'achievements:write', load: () => import('../screens/achievement/index.js') },
  { path: 'achievements/:id', scope: 'achievements:read', load: () => import('../screens/achievement/index.js') },
  { path: 'skills', scope: 'achievements:read', load: () => import('../screens/skills/index.js') },
  { path: 'issue', scope: 'credentials:issue', load: () => import('../screens/issue/index.js') },
  { path: 'issue/:achievementId', scope: 'credentials:issue', load: () => import('../screens/issue/index.js') },
  { path: 'new-issuer', scope: 'issuers:write', load: () => import('../screens/new-issuer/index.js') },
  // Members are for owners, who alone may change an issuer.
  { path: 'team', scope: 'issuers:write', load: () => import('../screens/team/index.js') },
  // The parts ask for more; whoever may see one of them has this.
  { path: 'settings', scope: 'webhooks:read', load: () => import('../screens/settings/index.js') },
  { path: 'settings/:part', scope: 'webhooks:read', load: () => import('../screens/settings/index.js') },
  { path: 'people', scope: 'credentials:read', load: () => import('../screens/people/index.js') },
  { path: 'people/:id', scope: 'recipients:read', load: () => import('../screens/person/index.js') },
  { path: 'badges/:id', scope: 'credentials:read', load: () => import('../screens/badge/index.js') },
  { path: 'assess', scope: 'credentials:endorse', load: () => import('../screens/assess/index.js') },
  { path: 'assess/:id', scope: 'credentials:endorse', load: () => import('../screens/assess/assessment-screen.js') },
  { path: 'acts', scope: 'credentials:suspend', load: () => import('../screens/acts/index.js') },
  { path: 'account', scope: null, load: () => import('../screens/account/index.js') },
  { path: 'mail', scope: 'credentials:read', load: () => import('../screens/mail/index.js') },
];

/** What the navigation of the console leads to, in its order. The words are `nav` in the catalogue `console`. */
export const NAVIGATION: readonly { readonly word: keyof ConsoleTexts['nav']; readonly path: string }[] = [
  { word: 'overview', path: '' },
  { word: 'achievements', path: 'achievements' },
  { word: 'issue', path: 'issue' },
  { word: 'issue-many', path: 'issue-many' },
  { word: 'people', path: 'people' },
  { word: 'assess', path: 'assess' },
  { word: 'mail', path: 'mail' },
  { word: 'team', path: 'team' },
  { word: 'settings', path: 'settings' },
  { word: 'account', path: 'account' },
];

/** The screen at a path, with the parts that have names; null where there is none. */
export function screenAt(path: string): { readonly entry: ScreenEntry; readonly params: Readonly<Record<string, string>> } | null {
  for (const entry of SCREENS) {
    const params = matchPath(entry.path, path);
    if (params !== null) return { entry, params };
  }
  return null;
}
