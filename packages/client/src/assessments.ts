import type { AskForAssessment, Assessment, ListAssessmentsQuery } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** Badges that want a second pair of eyes. People decide them, who have signed in; API keys ask and read. */
export interface AssessmentMethods {
  /** Those that wait, the oldest first, unless `state` says otherwise. An admin key names the issuer. */
  list(filter?: Omit<ListAssessmentsQuery, 'limit' | 'cursor'>): AsyncGenerator<Assessment, void, undefined>;
  get(id: string): Promise<Assessment>;
  /** Asks for an assessment of one badge. */
  request(credentialId: string, body?: AskForAssessment): Promise<Assessment>;
}

export function assessmentMethods(send: Send): AssessmentMethods {
  return {
    list: (filter = {}) => walk(send, '/v1/assessments', { ...filter }),
    get: (id) => send({ method: 'GET', path: `/v1/assessments/${encodeURIComponent(id)}` }),
    request: (credentialId, body = {}) =>
      send({ method: 'POST', path: `/v1/credentials/${encodeURIComponent(credentialId)}/assessment`, body }),
  };
}
