import type { FetchFailure } from '@proofmark/verifying';
import { type Agent, type Dispatcher, request as send } from 'undici';
import { type GateRules, gateUrl } from '../../shared/url-gate.js';

/** A message for a host that a stranger named. */
export interface DeliveryRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** So many bytes of the answer are read, and no more. */
  readonly excerptBytes: number;
  readonly signal: AbortSignal;
}

/** The status of whatever answer came, a redirect included, with the beginning of its body; or why there was none. */
export type DeliveryAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Empty where the body is in a content coding. */
      readonly excerpt: Uint8Array;
    }
  | { readonly ok: false; readonly code: FetchFailure };

/** Milliseconds for the beginning of a body once the status is known: a slow body holds nobody up. */
const EXCERPT_TIME = 500;

/** Sends one POST to an address that passes the gate, follows no redirect, and reads no more of the answer than its beginning. Throws what undici does. */
export async function deliver(
  { agent, rules, userAgent }: { readonly agent: Agent; readonly rules: GateRules; readonly userAgent: string },
  { url, headers, body, excerptBytes, signal }: DeliveryRequest,
): Promise<DeliveryAnswer> {
  const target = gateUrl(url, rules);
  if (target === null) return { ok: false, code: 'refused-address' };
  const response = await send(target, {
    dispatcher: agent,
    method: 'POST',
    headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': userAgent },
    body,
    signal,
  });
  // What is cut off after the status is known must not become an uncaught error.
  response.body.on('error', () => {});
  const coding = response.headers['content-encoding'];
  const excerpt = coding === undefined || coding === 'identity' ? await beginningOf(response.body, excerptBytes) : new Uint8Array();
  response.body.destroy();
  return { ok: true, status: response.statusCode, headers: joined(response.headers), excerpt };
}

async function beginningOf(body: Dispatcher.ResponseData['body'], most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const late = setTimeout(() => body.destroy(), EXCERPT_TIME);
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk.subarray(0, most - size));
      size += chunk.length;
      if (size >= most) break;
    }
  } catch {
    // The status is the answer; of its body there is what came.
  } finally {
    clearTimeout(late);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Headers by names in lower case; what came several times is joined by commas. */
export function joined(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, single(value) ?? '']));
}

/** A header that came once. Several values where one belongs are joined, so that they match nothing. */
export function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
