import type { GuardedHttp } from '@proofmark/platform/node';
import { encodeUtf8 } from '@proofmark/primitives';
import type { Archive, ArchiveAnswer, ArchiveTarget } from '../issuing/evidence/evidence-sources.js';
import { askJson, bounded, type JsonAnswer, retryAfter } from '../remote/ask-json.js';

export interface SoftwareHeritageOptions {
  /** Without a slash at the end; `https://archive.softwareheritage.org` is the public one. */
  readonly base: string;
  /** A bearer token, which lets the service ask more often; null asks as anybody may. */
  readonly token: string | null;
  readonly http: Pick<GuardedHttp, 'request'>;
  now(): Date;
  /** Milliseconds that never run backwards; the process's own by default. */
  readonly ticks?: () => number;
}

/** Seconds between two questions about a save that is under way. */
const PAUSE = 120;
/** Seconds to wait where the archive does not say, after it was asked too often or did not answer. */
const LATER = 900;

/**
 * Software Heritage: "Save code now" (`POST /api/1/origin/save/git/url/…/`), and `POST /api/1/known/`, which tells whether it has the very
 * objects that the badge names. Only then is a copy called kept. Its rate limits are kept to: after the last request of a period nothing
 * is asked until the next.
 */
export function softwareHeritage({ base, token, http, now, ticks = () => performance.now() }: SoftwareHeritageOptions): Archive {
  const authorization: Readonly<Record<string, string>> = token === null ? {} : { authorization: `Bearer ${token}` };
  // One period for saving and one for the rest, as the archive counts. In ticks: our clock may be set back before a period ends.
  const resets = new Map<string, number>();
  const ask = async (
    bucket: 'save' | 'read',
    request: { readonly url: string; readonly body?: unknown },
  ): Promise<JsonAnswer | 'too-soon'> => {
    if ((resets.get(bucket) ?? Number.NEGATIVE_INFINITY) > ticks()) return 'too-soon';
    const body = request.body === undefined ? {} : { body: encodeUtf8(JSON.stringify(request.body)) };
    const answer = await askJson(http, { url: request.url, headers: { ...authorization, 'content-type': 'application/json' }, ...body });
    const { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = answer.headers;
    if (remaining === '0' && /^\d{1,12}$/.test(reset ?? '')) {
      resets.set(bucket, ticks() + bounded(Number(reset) - now().getTime() / 1000) * 1000);
    }
    return answer;
  };
  const wait = (bucket: string): number => bounded(((resets.get(bucket) ?? 0) - ticks()) / 1000);
  const has = async ({ swhid }: ArchiveTarget): Promise<boolean> => {
    const core = swhid?.split(';')[0];
    if (core === undefined) return false;
    const answer = await ask('read', { url: `${base}/api/1/known/`, body: [core] });
    const found = answer !== 'too-soon' && answer.ok ? answer.body[core] : undefined;
    return typeof found === 'object' && found !== null && (found as { known?: unknown }).known === true;
  };
  const kept = ({ swhid, url }: ArchiveTarget, at: Date): ArchiveAnswer => ({
    state: 'kept',
    url: swhid === null ? `${base}/browse/origin/directory/?origin_url=${encodeURIComponent(url)}` : `${base}/${swhid}`,
    at,
  });
  const judge = async (
    bucket: 'save' | 'read',
    answer: JsonAnswer | 'too-soon',
    job: string | null,
    target: ArchiveTarget,
  ): Promise<ArchiveAnswer> => {
    if (answer === 'too-soon') return { state: 'requested', job, after: wait(bucket) };
    if (!answer.ok) return judgeFailure(answer, job, now());
    const { id, save_request_status: request, save_task_status: task, visit_status: visit, visit_date: date } = answer.body;
    if (request === 'rejected') return { state: 'failed', reason: 'archive-refused' };
    if (task === 'failed' || visit === 'failed' || visit === 'not_found') return { state: 'failed', reason: 'archive-failed' };
    const name = Number.isSafeInteger(id) || (typeof id === 'string' && /^[\w-]{1,200}$/.test(id)) ? String(id) : job;
    if (task !== 'succeeded') return { state: 'requested', job: name, after: PAUSE };
    // A visit may end before what it found can be looked up; a commit that no branch leads to is not fetched at all.
    if (await has(target)) return kept(target, dateOf(date) ?? now());
    return visit === 'full' ? { state: 'failed', reason: 'archive-incomplete' } : { state: 'requested', job: name, after: PAUSE };
  };
  return {
    async request(target) {
      if (await has(target)) return kept(target, now());
      const answer = await ask('save', { url: `${base}/api/1/origin/save/git/url/${encodeURI(target.url)}/`, body: {} });
      return judge('save', answer, null, target);
    },
    async status(job, target) {
      const answer = await ask('read', { url: `${base}/api/1/origin/save/${encodeURIComponent(job)}/` });
      return judge('read', answer, job, target);
    },
  };
}

function judgeFailure({ status, headers }: Extract<JsonAnswer, { ok: false }>, job: string | null, now: Date): ArchiveAnswer {
  if (status === 429) {
    const reset = headers['x-ratelimit-reset'];
    const until = /^\d{1,12}$/.test(reset ?? '') ? bounded(Number(reset) - now.getTime() / 1000) : null;
    return { state: 'requested', job, after: retryAfter(headers, now) ?? until ?? LATER };
  }
  if (status === 401) return { state: 'failed', reason: 'archive-unauthorised' };
  if (status === 400 || status === 403) return { state: 'failed', reason: 'archive-refused' };
  // A save that the archive no longer knows is asked for anew.
  if (status === 404)
    return job === null ? { state: 'failed', reason: 'archive-refused' } : { state: 'requested', job: null, after: PAUSE };
  return { state: 'requested', job, after: retryAfter(headers, now) ?? LATER };
}

function dateOf(value: unknown): Date | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
