import type { Outcome } from '@proofmark/schemas';
import type { DocumentForm } from './document-form.js';

const UNSUPPORTED: Outcome = { outcome: 'unknown', code: 'unsupported-by-host' };

/** The form of a document that this host cannot read: no yes and no no. */
export const UNREAD: Omit<DocumentForm, 'credential'> = {
  gate: UNSUPPORTED,
  keySafety: UNSUPPORTED,
  schema: null,
  canonicalise: () => ({ ok: false, code: 'unsupported-by-host' }),
  proofShape: () => UNSUPPORTED,
};
