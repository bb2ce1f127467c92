import type { ShownEndorsement } from '../endorsement/endorsements-section.js';
import type { KnownWork } from '../evidence/known-evidence.js';
import type { BadgeState } from './badge-state.js';
import type { BadgeView } from './badge-view.js';
import type { Versions } from './version-notice.js';

/** All that the page of one badge depends on. */
export interface BadgePage {
  readonly id: string;
  readonly badge: BadgeView;
  readonly state: BadgeState;
  readonly test: boolean;
  readonly slug: string;
  /** The number of the issuer's page on LinkedIn, when it gave one. */
  readonly organizationId: string | null;
  readonly hasJwt: boolean;
  /** What the issuer knows of each piece of work, by its `id`. */
  readonly known: ReadonlyMap<string, KnownWork>;
  readonly versions: Versions;
  readonly endorsements: readonly ShownEndorsement[];
}
