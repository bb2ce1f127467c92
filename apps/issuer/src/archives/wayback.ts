import type { GuardedHttp } from '@proofmark/platform/node';
import { encodeUtf8 } from '@proofmark/primitives';
import type { Archive, ArchiveAnswer } from '../issuing/evidence/evidence-sources.js';
import { askJson, type JsonAnswer, retryAfter } from '../remote/ask-json.js';

export interface WaybackOptions {
  /** Without a slash at the end; `https://web.archive.org` is the public one. */
  readonly base: string;
  /** The S3-style keys of an account, `access:secret`. */
  readonly keys: string;
  readonly http: Pick<GuardedHttp, 'request'>;
  now(): Date;
}

/** Seconds between two questions about a capture that is under way. */
const PAUSE = 60;
const LATER = 900;
/** What the archive calls passing: too many at once, too busy, or too many of this host. */
const PASSING =
  /^error:(?:user-session-limit|too-many-requests|too-many-daily-captures|service-unavailable|celery|bandwidth-limit-exceeded|capture-location-error|job-failed|gateway-timeout|proxy-error|browsing-timeout|soft-time-limit-exceeded)$/;

/** The Wayback Machine: Save Page Now 2 (`POST /save`, then `GET /save/status/{job}`). */
export function wayback({ base, keys, http, now }: WaybackOptions): Archive {
  const headers = { authorization: `LOW ${keys}` };
  const judge = (answer: JsonAnswer, job: string | null, asked: string): ArchiveAnswer => {
    if (!answer.ok) return judgeFailure(answer, job, now());
    const { job_id: id, status, status_ext: code, timestamp } = answer.body;
    if (status === 'error') {
      return PASSING.test(String(code))
        ? { state: 'requested', job: null, after: LATER }
        : {
            state: 'failed',
            reason: code === 'error:blocked-url' || code === 'error:not-implemented' ? 'archive-refused' : 'archive-failed',
          };
    }
    if (status === 'success') {
      const at = typeof timestamp === 'string' ? dateOf(timestamp) : null;
      return at === null ? { state: 'failed', reason: 'archive-failed' } : { state: 'kept', url: `${base}/web/${timestamp}/${asked}`, at };
    }
    const name = typeof id === 'string' && /^[\w-]{1,200}$/.test(id) ? id : job;
    return { state: 'requested', job: name, after: name === null ? LATER : PAUSE };
  };
  return {
    async request({ url }) {
      const body = encodeUtf8(new URLSearchParams({ url, skip_first_archive: '1' }).toString());
      const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
      return judge(await askJson(http, { url: `${base}/save`, headers: form, body }), null, url);
    },
    async status(job, { url }) {
      return judge(await askJson(http, { url: `${base}/save/status/${encodeURIComponent(job)}`, headers }), job, url);
    },
  };
}

function judgeFailure({ status, headers }: Extract<JsonAnswer, { ok: false }>, job: string | null, now: Date): ArchiveAnswer {
  if (status === 401 || status === 403) return { state: 'failed', reason: 'archive-unauthorised' };
  if (status === 400) return { state: 'failed', reason: 'archive-refused' };
  if (status === 404 && job !== null) return { state: 'requested', job: null, after: PAUSE };
  return { state: 'requested', job, after: retryAfter(headers, now) ?? LATER };
}

/** Fourteen digits, in UTC. */
function dateOf(timestamp: string): Date | null {
  if (!/^\d{14}$/.test(timestamp)) return null;
  const time = Date.parse(timestamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(time) ? null : new Date(time);
}
