import type { DeliveryFailure } from '@proofmark/schemas/api';
import type { Clock } from '../ports.js';
import type { WebhookSender } from './ports.js';
import { type OpenSecret, signedHeaders } from './secrets.js';

/** What became of one attempt; `failure` is null when it arrived. */
export interface Attempt {
  readonly attemptedAt: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly failure: DeliveryFailure | null;
  readonly excerpt: string | null;
  readonly retryAfter: number | null;
}

/** What is sent, with the id by which a receiver knows that it had it before. */
export interface Message {
  readonly id: string;
  readonly body: string;
}

const EXCERPT = 500;

/** Sends one message once. */
export async function attempt(
  { sender, clock }: { readonly sender: WebhookSender; readonly clock: Clock },
  url: string,
  secrets: readonly OpenSecret[],
  { id, body }: Message,
  signal: AbortSignal,
): Promise<Attempt> {
  const attemptedAt = clock.now();
  const begun = performance.now();
  const headers = { 'content-type': 'application/json', ...signedHeaders(secrets, id, attemptedAt, body) };
  const answer = await sender.send({ url, headers, body, signal });
  const common = { attemptedAt, durationMs: Math.round(performance.now() - begun) };
  if (!answer.ok) return { ...common, status: null, failure: answer.failure, excerpt: null, retryAfter: null };
  const { status, excerpt, retryAfter } = answer;
  return { ...common, status, failure: failureOf(status), excerpt: shown(excerpt), retryAfter };
}

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'http-status';
}

/** In one line, without characters that nobody sees; null when nothing is left. */
function shown(text: string): string | null {
  const line = text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, EXCERPT);
  return line === '' ? null : line;
}
