import type { DeliveryFailure } from '@proofmark/schemas/api';

/** A message for the address of a webhook. */
export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What came back. `excerpt` is the beginning of the answer as text; `retryAfter` the seconds that it asks for. */
export type WebhookAnswer =
  | { readonly ok: true; readonly status: number; readonly excerpt: string; readonly retryAfter: number | null }
  | { readonly ok: false; readonly failure: Exclude<DeliveryFailure, 'http-status' | 'redirect'> };

/** Sends messages to addresses that customers named: public ones alone, within a time, following no redirect. */
export interface WebhookSender {
  /** Whether an address may be named at all, by its text. */
  accepts(url: string): boolean;
  send(message: WebhookMessage): Promise<WebhookAnswer>;
}
