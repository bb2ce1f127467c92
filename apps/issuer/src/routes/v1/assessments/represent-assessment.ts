import type { AssessedWork, Assessment } from '@proofmark/schemas/api';
import type { SeenAssessment } from '../../../issuing/assessments/deciding.js';
import { evidenceOf } from '../../../issuing/evidence/evidence-items.js';
import { representCredentialSummary, representEndorsement } from '../represent-credential.js';

export function representAssessment(base: string, now: Date, { found, decidable }: SeenAssessment): Assessment {
  const { id, issuerId, credentialId, state, byHand, asker, note, createdAt, decidedAt, decider, reason, credential } = found;
  const endorsement = found.endorsement === null ? null : representEndorsement(base, found.endorsement);
  return {
    ...{ id, issuerId, credentialId, state },
    credential: representCredentialSummary(base, now, credential),
    work: evidenceOf(credential).map(workOf),
    asked: byHand ? 'by-hand' : 'by-achievement',
    askedBy: asker,
    note,
    decidable,
    createdAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: decider,
    reason,
    endorsement: endorsement === null ? null : { id: endorsement.id, url: endorsement.url, comment: endorsement.comment },
  };
}

function workOf({ id, name, description }: ReturnType<typeof evidenceOf>[number]): AssessedWork {
  return { url: id ?? null, name: name ?? null, description: description ?? null };
}
