import type { Sources } from '../../documents/sources.js';
import type { ReadForm } from '../../form/document-form.js';
import type { Policy, Ports } from '../../ports.js';

/** What a question to the record of an issuer needs; a `Gathering` has it. */
export interface AskingRecord {
  readonly ports: Ports;
  readonly policy: Policy;
  readonly sources: Sources;
  readonly readForm: ReadForm;
}
