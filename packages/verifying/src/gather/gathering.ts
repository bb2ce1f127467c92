import type { Sources } from '../documents/sources.js';
import type { Facts } from '../facts/facts.js';
import type { ReadForm } from '../form/document-form.js';
import type { Policy, Ports } from '../ports.js';
import type { CheckProofs } from './check-proofs.js';

/** What one verification works with. */
export interface Gathering {
  readonly ports: Ports;
  readonly policy: Policy;
  readonly sources: Sources;
  /** Form, keys and signatures of badges, of the credentials inside them, and of status lists. */
  readonly checkProofs: CheckProofs;
  /** The same for the credential itself, where it is no badge. */
  readonly checkRoot?: CheckProofs;
  /** The form of a credential, as `checkProofs` reads it. */
  readonly readForm: ReadForm;
  /** Whether gathered facts amount to a genuine credential, under the same policy. */
  readonly isGenuine: (facts: Facts) => boolean;
  /** Counts the credentials inside that may still be judged. */
  readonly budget: { left: number };
  /** Counts the pieces of work that may still be looked at. */
  readonly pieces: { left: number };
}

/** What a question beside the credential needs: a status list, a newer version. */
export type Asking = Pick<Gathering, 'ports' | 'policy' | 'sources' | 'checkProofs'>;
