import { canonicalEmail, decodeBase64, encodeBase64 } from '@proofmark/primitives';
import { GitFault } from './fault.js';
import type { ObjectStore } from './object-store.js';
import { type Commit, parseCommit } from './objects.js';
import type { GitRequest, HistorySummary } from './source.js';
import { keyOfLine } from './ssh-key.js';
import { checkSignature } from './ssh-signature.js';
import type { GitSession, OpenPgpChecker, SignaturePort } from './transport.js';

/** The commits that lead to one, itself included, as far as they are in the store. `complete` is false where the line is cut. */
export function ancestorsOf(
  store: ObjectStore,
  start: readonly string[],
): { readonly commits: ReadonlySet<string>; readonly complete: boolean } {
  const commits = new Set<string>();
  const waiting = [...start];
  let complete = true;
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (commits.has(id)) continue;
    if (store.info(id)?.type !== 'commit') {
      complete = false;
      continue;
    }
    commits.add(id);
    // One by one: a commit of some megabytes names more parents than a call takes arguments.
    for (const parent of parseCommit(store.content(id, 'commit')).parents) waiting.push(parent);
  }
  return { commits, complete };
}

/** What the history of a commit shows. @throws GitFault `timeout`, `malformed-response` */
export async function summariseHistory(
  store: ObjectStore,
  commit: string,
  { author, provenKeys = [] }: Pick<GitRequest, 'author' | 'provenKeys'>,
  signatures: SignaturePort,
  session: GitSession,
): Promise<HistorySummary> {
  const { commits, complete } = ancestorsOf(store, [commit]);
  const emails = new Set((author?.emails ?? []).map(normalised));
  const keys = new Set((author?.sshKeys ?? []).map(keyOfLine).filter((key) => key !== null));
  const proven = new Map(provenKeys.map((key) => [key, 0]));
  const openPgp = (await signatures.openPgp?.(author?.pgpKeys ?? [])) ?? null;
  const sum = { valid: 0, invalid: 0, notChecked: 0, byEmail: 0, byKey: 0 };
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const id of commits) {
    if (!(await session.breathe())) throw new GitFault('timeout');
    const found = parseCommit(store.content(id, 'commit'));
    if (found.time !== null) [first, last] = [Math.min(first, found.time), Math.max(last, found.time)];
    if (emails.has(normalised(found.email))) sum.byEmail++;
    const signer = await countSignature(found, signatures, openPgp, sum);
    // An OpenPGP signature is valid only by a declared key.
    if (signer !== null && (signer.openPgp || keys.has(signer.key))) sum.byKey++;
    const signed = signer === null || signer.openPgp ? undefined : proven.get(signer.key);
    if (signer !== null && signed !== undefined) proven.set(signer.key, signed + 1);
  }
  const { byEmail, byKey, ...outcomes } = sum;
  return {
    commits: commits.size,
    complete,
    first: dateOf(first),
    last: dateOf(last),
    authored: emails.size + keys.size + (author?.pgpKeys ?? []).length === 0 ? null : { byEmail, byKey },
    proven: [...proven].map(([key, count]) => ({ fingerprint: fingerprintOf(key, session), commits: count })),
    signatures: outcomes,
  };
}

async function countSignature(
  { signature }: Commit,
  port: SignaturePort,
  openPgp: OpenPgpChecker | null,
  sum: { valid: number; invalid: number; notChecked: number },
): Promise<{ readonly key: string; readonly openPgp: boolean } | null> {
  if (signature === null) return null;
  const { armoured, payload } = signature;
  const isOpenPgp = openPgp !== null && armoured.startsWith('-----BEGIN PGP SIGNATURE-----');
  const result = isOpenPgp ? await openPgp(armoured, payload) : await checkSignature(armoured, payload, port);
  if (result.outcome === 'not-checked') sum.notChecked++;
  else sum[result.outcome]++;
  return result.outcome === 'valid' ? { key: result.key, openPgp: isOpenPgp } : null;
}

/** A key as `ssh-keygen -l` names it. */
function fingerprintOf(key: string, session: GitSession): string {
  return `SHA256:${encodeBase64(session.hash('SHA-256', [decodeBase64(key) ?? new Uint8Array()])).replace(/={1,2}$/, '')}`;
}

/** As people read it: an author's address in a commit may be any text. */
const normalised = (email: string): string => canonicalEmail(email) ?? email.trim().toLowerCase();

/** RFC 3339 in UTC; null for what is no time. */
export function dateOf(seconds: number | null): string | null {
  return seconds !== null && Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : null;
}
