import { hostOf } from '@proofmark/primitives';
import type { DocumentSource, Fetched } from '@proofmark/verifying';

/** How long a forge is left alone that asked for patience, or refused, and does not say for how long: as GitHub wishes it. In milliseconds. */
const PATIENCE = 60_000;

/**
 * Leaves a forge alone that has asked for patience: until the time that it named, every further question about work there has the same
 * answer, and is not asked. To be kept for as long as the page is open.
 */
export function patientDocuments(inner: DocumentSource, now: () => number = Date.now): DocumentSource {
  const held = new Map<string, { readonly until: number; readonly answer: Fetched }>();
  return {
    async fetch(request) {
      if (request.for !== 'forge') return inner.fetch(request);
      const host = hostOf(request.url);
      const wait = held.get(host);
      if (wait !== undefined && now() < wait.until) return { ...wait.answer, url: request.url };
      const answer = await inner.fetch(request);
      if (!answer.ok && (answer.status === 403 || answer.status === 429)) held.set(host, { until: untilOf(answer, now()), answer });
      return answer;
    },
  };
}

function untilOf({ headers = [] }: Extract<Fetched, { ok: false }>, now: number): number {
  const fields = new Map(headers);
  const wait = Number(fields.get('retry-after') ?? Number.NaN) * 1000;
  const reset = fields.get('x-ratelimit-remaining') === '0' ? Number(fields.get('x-ratelimit-reset')) * 1000 - now : Number.NaN;
  const named = [wait, reset].filter((milliseconds) => milliseconds > 0 && milliseconds <= 3_600_000);
  return now + Math.max(PATIENCE, ...named);
}
