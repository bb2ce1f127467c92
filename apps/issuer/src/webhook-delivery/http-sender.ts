import type { DeliveryAnswer, GuardedHttp } from '@proofmark/platform/node';
import type { WebhookSender } from '../issuing/webhooks/ports.js';
import { retryAfter } from '../remote/ask-json.js';

/** Bytes of an answer that are read. */
const EXCERPT_BYTES = 2048;

/** Sends webhooks through the safe fetch. */
export function httpSender(http: Pick<GuardedHttp, 'deliver' | 'accepts'>, now: () => Date): WebhookSender {
  return {
    accepts: (url) => http.accepts(url),
    async send({ url, headers, body, signal }) {
      const answer = await http.deliver({ url, headers, body: Buffer.from(body), excerptBytes: EXCERPT_BYTES, signal });
      if (!answer.ok) return { ok: false, failure: failureOf(answer.code) };
      const excerpt = Buffer.from(answer.excerpt).toString('utf8');
      return { ok: true, status: answer.status, excerpt, retryAfter: retryAfter(answer.headers, now()) };
    },
  };
}

function failureOf(code: Extract<DeliveryAnswer, { ok: false }>['code']) {
  switch (code) {
    case 'timeout':
    case 'refused-address':
    case 'too-large':
    case 'malformed-response':
      return code;
    default:
      return 'unreachable';
  }
}
