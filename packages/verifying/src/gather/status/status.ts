import { textOf } from '@proofmark/primitives';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { nodesOf } from '../../credential/nodes.js';
import type { Sources } from '../../documents/sources.js';
import type { Secured, StatusFact } from '../../facts/facts.js';
import { lazily } from '../../lazy.js';
import { LIMITS } from '../../limits.js';
import type { Asking } from '../gathering.js';
import { askList } from './ask-list.js';
import { listKindOf } from './list-kinds.js';
import { type ListAnswer, type ReadOnce, readList } from './read-list.js';

const REVOCATION_LIST = '1EdTechRevocationList';

/** What few badges need: another kind of list, the reason of a withdrawal, and suspensions. */
const rare = () => lazily(() => import('./rare-status.js'));

/** The status entries of a credential, in the order written; each is its own question. */
function statusEntries({ credential, claimedStatus }: Secured): readonly JsonObject[] {
  return [...nodesOf(credential, 'credentialStatus'), ...(claimedStatus ? [claimedStatus] : [])];
}

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
  return [
    ...(await Promise.all(asked)).flat(),
    ...entries.slice(LIMITS.statusEntries).map((entry) => ({ ...blank(entry), answer: NOT_ASKED })),
  ];
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

async function gatherEntry(badge: JsonObject, entry: JsonObject, read: ReadOnce, sources: Sources): Promise<readonly StatusFact[]> {
  const base = blank(entry);
  const kind = listKindOf(entry);
  if (kind === null) {
    const reader = typesOf(entry).includes(REVOCATION_LIST) ? await rare() : null;
    return [{ ...base, answer: { kind: 'unsupported' }, ...(await reader?.askRevocationList(badge, base.list, sources)) }];
  }
  const answer = await askList(badge, entry, kind, read);
  const fact = { ...base, answer };
  if (answer.kind !== 'bit' || !(answer.set || answer.terms[0] || entry.statusMessage)) return [fact];
  // Without the reader, nothing is known of a suspension that the terms may speak of.
  return (await rare())?.askMore(fact, badge, entry, kind, read, sources) ?? [answer.set ? fact : { ...fact, answer: NOT_ASKED }];
}
