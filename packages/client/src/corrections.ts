import type { Correction, CorrectionState, DecideCorrection } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** What learners want corrected of whose a badge is. */
export interface CorrectionMethods {
  /** Those that wait, the oldest first, unless `state` says otherwise. An admin key names the issuer. */
  list(filter?: { issuer?: string; state?: CorrectionState }): AsyncGenerator<Correction, void, undefined>;
  /** Agrees, and has the badge corrected; or does not. To repeat it changes nothing. */
  decide(id: string, body: DecideCorrection): Promise<Correction>;
}

export function correctionMethods(send: Send): CorrectionMethods {
  return {
    list: (filter = {}) => walk(send, '/v1/corrections', { ...filter }),
    decide: (id, body) => send({ method: 'POST', path: `/v1/corrections/${encodeURIComponent(id)}/decide`, body }),
  };
}
