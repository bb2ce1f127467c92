import type {
  CheckEvidence,
  CreateChallenge,
  CreatedViewingLink,
  CreateViewingLink,
  EvidenceChallenge,
  EvidenceCheck,
  ViewingLink,
} from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** The work behind badges, and who may look at what is private. */
export interface EvidenceMethods {
  /** What issuing would find about links; or, with the id of a badge, what is found about its work now. */
  check(body: CheckEvidence): Promise<EvidenceCheck>;
  /** The texts by which a recipient shows that work is theirs. */
  challenge(body: CreateChallenge): Promise<EvidenceChallenge>;
  /** Lets somebody look at private work for a time; the link is answered this once. */
  createViewingLink(credentialId: string, body: CreateViewingLink): Promise<CreatedViewingLink>;
  /** Who may look at private work, and when they did. */
  viewingLinks(credentialId: string): AsyncGenerator<ViewingLink, void, undefined>;
  revokeViewingLink(credentialId: string, linkId: string): Promise<void>;
}

export function evidenceMethods(send: Send): EvidenceMethods {
  const at = (id: string, more: string): string => `/v1/credentials/${encodeURIComponent(id)}${more}`;
  return {
    check: (body) => send({ method: 'POST', path: '/v1/evidence/check', body }),
    challenge: (body) => send({ method: 'POST', path: '/v1/evidence/challenges', body }),
    createViewingLink: (id, body) => send({ method: 'POST', path: at(id, '/viewing-links'), body }),
    viewingLinks: (id) => walk(send, at(id, '/viewing-links')),
    revokeViewingLink: (id, linkId) => send({ method: 'DELETE', path: at(id, `/viewing-links/${encodeURIComponent(linkId)}`) }),
  };
}
