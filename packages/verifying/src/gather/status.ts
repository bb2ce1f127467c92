import { textOf } from '@proofmark/primitives';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import { readJson } from '../documents/read-json.js';
import { referenceRequest } from '../documents/requests.js';
import type { Sources } from '../documents/sources.js';
import type { Secured, StatusFact } from '../facts/facts.js';
import { lazily } from '../lazy.js';
import { LIMITS } from '../limits.js';
import { askList } from './ask-list.js';
import type { Asking } from './gathering.js';
import { type ListKind, listKindOf } from './list-kinds.js';
import { type ListAnswer, readList } from './read-list.js';

const REVOCATION_LIST = '1EdTechRevocationList';

/** The status entries of a credential, in the order written; each is its own question. */
function statusEntries({ credential, claimedStatus }: Secured): readonly JsonObject[] {
  return [...nodesOf(credential, 'credentialStatus'), ...(claimedStatus ? [claimedStatus] : [])];
}

type ReadOnce = (url: string, kind: ListKind) => Promise<ListAnswer>;

/** The facts of every entry. A list's own proof is checked like a badge's; only then is its bit believed. */
export async function gatherStatus(secured: Secured, asking: Asking): Promise<readonly StatusFact[]> {
  const { credential } = secured;
  const entries = statusEntries(secured);
  const lists = new Map<string, Promise<ListAnswer>>();
  const read: ReadOnce = (url, kind) => {
    const key = `${kind.entry} ${url}`;
    const answer = lists.get(key) ?? readList(url, kind, asking);
    lists.set(key, answer);
    return answer;
  };
  const asked = entries.slice(0, LIMITS.statusEntries).map((entry) => gatherEntry(credential, entry, read, asking.sources));
  return [...(await Promise.all(asked)), ...entries.slice(LIMITS.statusEntries).map((entry) => ({ ...blank(entry), answer: NOT_ASKED }))];
}

/** The same without asking anyone, for a badge whose signature is not good. */
export function unaskedStatus(secured: Secured): readonly StatusFact[] {
  return statusEntries(secured).map((entry) => ({ ...blank(entry), answer: NOT_ASKED }));
}

const NOT_ASKED = { kind: 'not-asked' } as const;

function blank(entry: JsonObject): Omit<StatusFact, 'answer'> {
  const types = typesOf(entry);
  const plain = types.includes(REVOCATION_LIST);
  return {
    type: types.join(' '),
    purpose: plain ? 'revocation' : textOf(entry, 'statusPurpose'),
    list: textOf(entry, plain ? 'id' : 'statusListCredential'),
    reason: null,
    date: null,
  };
}

async function gatherEntry(badge: JsonObject, entry: JsonObject, read: ReadOnce, sources: Sources): Promise<StatusFact> {
  const base = blank(entry);
  const kind = listKindOf(entry);
  if (kind === null) {
    if (!typesOf(entry).includes(REVOCATION_LIST)) return { ...base, answer: { kind: 'unsupported' } };
    const reader = await lazily(() => import('./revocation-list.js'));
    return reader === null
      ? { ...base, answer: { kind: 'unsupported' } }
      : { ...base, ...(await reader.askRevocationList(badge, base.list, sources)) };
  }
  const answer = await askList(badge, entry, kind, read);
  const reference = textOf(entry, 'statusReference');
  if (answer.kind !== 'bit' || !answer.set || reference === null) return { ...base, answer };
  return { ...base, answer, ...(await readReference(reference, sources)) };
}

/** Reason and date of a withdrawal. Nothing depends on them, so a failure is silence. */
async function readReference(url: string, sources: Sources): Promise<Pick<StatusFact, 'reason' | 'date'>> {
  const answer = await readJson(referenceRequest(url), sources);
  const json = answer.ok ? answer.json : undefined;
  return { reason: textOf(json, 'reason')?.slice(0, 500) ?? null, date: textOf(json, 'date')?.slice(0, 40) ?? null };
}
