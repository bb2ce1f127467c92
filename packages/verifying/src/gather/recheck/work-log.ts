import { readWorkLog } from '@proofmark/evidence';
import { textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import type { EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import { readJson } from '../../documents/read-json.js';
import { fromJson } from '../../input/from-json.js';
import { LIMITS } from '../../limits.js';
import { type Inner, isAbout } from '../credentials-inside.js';
import { endorserOf } from '../endorser.js';
import type { Gathering } from '../gathering.js';
import { sameId } from '../same-id.js';

/** Asks for the work log that a report names. Entries about another badge or in another form are ignored. */
export async function gatherWorkLog(
  credential: JsonObject,
  report: EvidenceReportDocument | null,
  { sources }: Pick<Gathering, 'sources'>,
): Promise<WorkLogDocument | null> {
  if (report === null) return null;
  const request = { url: report.log, accept: 'application/json', maxBytes: LIMITS.documentBytes, for: 'work-log' } as const;
  const answer = await readJson(request, sources);
  const log = answer.ok ? readWorkLog(answer.json) : null;
  return log !== null && sameId(textOf(credential, 'id'), log.credential) ? log : null;
}

/** The endorsements in a work log, to be judged by themselves: each has to be about the badge. */
export function endorsementsIn(log: WorkLogDocument | null, credential: JsonObject): readonly Inner[] {
  return (log?.endorsements ?? []).map((json): Inner => {
    const reading = fromJson(json, 'json');
    return {
      reading,
      role: 'endorsement',
      from: 'work-log',
      aboutCarrier: isAbout(reading, textOf(credential, 'id')),
      ...(reading.kind === 'badge' && { endorser: endorserOf(reading.badge.credential, credential) }),
    };
  });
}
