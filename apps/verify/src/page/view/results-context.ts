import type { Batch } from '../checking/batch.js';
import type { TrustControl } from '../checking/trust-control.js';
import type { Opinions } from '../opinion/opinions.js';
import type { Entry } from '../results/entries.js';
import type { Role } from '../skills/role-skills.js';
import type { RecordActions } from './record.js';

/** The state of the results, and the actions of the reader on them. */
export interface Results {
  readonly batch: Batch;
  readonly entries: readonly Entry[];
  readonly opened: string | null;
  readonly recipient: string;
  readonly role: Role;
  readonly record: RecordActions;
  readonly onOpen: (entry: Entry | null) => void;
  readonly onRecipient: (recipient: string) => void;
  readonly trust: TrustControl;
  readonly opinions: Opinions;
  readonly onRole: (role: Role) => void;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
  /** Asks about the badge of one row again. */
  readonly onRetry: (key: number) => void;
}
