import type { DocumentSource, Policy } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

export interface VerifyOptions {
  readonly json?: boolean;
  readonly recipient?: string;
  readonly offline?: boolean;
  readonly documents?: string;
  readonly at?: string;
  readonly trust?: string;
}

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** What the reader asked for, as the verifier takes it. */
export async function policyOf(options: VerifyOptions, ports: { readonly documents: DocumentSource }): Promise<Policy> {
  const trustedIssuers = options.trust === undefined ? undefined : await trustList(options.trust, ports.documents);
  return {
    at: options.at === undefined ? Date.now() : instant(options.at),
    ...(options.recipient !== undefined && { recipient: options.recipient }),
    ...(trustedIssuers !== undefined && { trustedIssuers }),
  };
}

function instant(text: string): number {
  const at = ZONED.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`--at takes a time with a zone, such as 2026-01-31T12:00:00Z; ${text} is none.`);
  return at;
}

async function trustList(where: string, documents: DocumentSource): Promise<readonly string[]> {
  const text = /^https?:\/\//i.test(where) ? await fetched(where, documents) : new TextDecoder().decode(await readFileStart(where));
  return entries(text, where);
}

async function fetched(url: string, documents: DocumentSource): Promise<string> {
  const answer = await documents.fetch({ url, accept: 'application/json, text/plain', maxBytes: 1_000_000, for: 'registry' });
  if (!answer.ok) throw new UsageError(`The list of trusted issuers at ${url} could not be fetched (${answer.code}).`);
  return new TextDecoder().decode(answer.body);
}

/** A JSON list of strings, or one DID or domain a line; `#` begins a comment. */
function entries(text: string, where: string): readonly string[] {
  if (!text.trimStart().startsWith('[')) {
    return text
      .split(/\r?\n/)
      .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
      .filter((line) => line !== '');
  }
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list;
  } catch {
    // told below
  }
  throw new UsageError(`${where} is no list of trusted issuers: it takes a JSON list of strings, or one DID or domain a line.`);
}
