import { textOf } from '@proofmark/primitives';
import { readJson } from '../../documents/read-json.js';
import { referenceRequest } from '../../documents/requests.js';
import type { Sources } from '../../documents/sources.js';
import type { StatusFact } from '../../facts/facts.js';

/** Reason and date of a withdrawal (Bitstring Status List 1.0, 2.1 `statusReference`). Nothing depends on them, so a failure is silence. */
export async function readReference(url: string | null, sources: Sources): Promise<Pick<StatusFact, 'reason' | 'date'>> {
  const answer = url === null ? null : await readJson(referenceRequest(url), sources);
  const json = answer?.ok ? answer.json : undefined;
  return { reason: textOf(json, 'reason')?.slice(0, 500) ?? null, date: textOf(json, 'date')?.slice(0, 40) ?? null };
}
