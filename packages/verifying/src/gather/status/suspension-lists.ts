import { member, textOf } from '@proofmark/primitives';
import { type JsonObject, SUSPENSION_LIST_TYPE, typesOf } from '@proofmark/schemas';
import { nodesOf } from '../../credential/nodes.js';
import type { Sources } from '../../documents/sources.js';
import type { StatusFact } from '../../facts/facts.js';
import { askList } from './ask-list.js';
import type { ListKind } from './list-kinds.js';
import type { ReadOnce } from './read-list.js';
import { readReference } from './status-reference.js';

/** Lists of suspensions that are asked for one list of revocations. */
const MOST = 2;

/**
 * What more there is to a bit that is set, has words in the badge, or whose list has terms of use: the words, reason and date, and the lists of
 * suspensions.
 *
 * A badge of Open Badges 3.0 has a single status entry, of one purpose: so its issuer says in its signed list of revocations, by a term of use,
 * where it keeps the suspensions of the same indices. Each of these lists is judged as one that the badge itself names. What they name in turn
 * is not asked.
 *
 * @param fact what the entry's own list said
 * @returns that fact, and one of purpose `suspension` for each list that is named
 */
export async function askMore(
  fact: StatusFact,
  badge: JsonObject,
  entry: JsonObject,
  kind: ListKind,
  read: ReadOnce,
  sources: Sources,
): Promise<readonly StatusFact[]> {
  const explained = async (one: StatusFact): Promise<StatusFact> =>
    one.answer.kind === 'bit' && one.answer.set ? { ...one, ...(await readReference(textOf(entry, 'statusReference'), sources)) } : one;
  const { answer: said } = fact;
  const own = said.kind === 'bit' ? { ...fact, answer: { ...said, message: messageOf(entry, said.value) } } : fact;
  const terms = said.kind === 'bit' && fact.purpose === 'revocation' ? said.terms : [];
  const lists = terms.filter((term) => typesOf(term).includes(SUSPENSION_LIST_TYPE)).map((term) => textOf(term, 'id'));
  const size = member(entry, 'statusSize');
  const suspensions = lists.map(async (list, i) => {
    const other: JsonObject = {
      statusPurpose: 'suspension',
      statusListIndex: member(entry, 'statusListIndex') ?? null,
      statusListCredential: list,
      ...(size === undefined ? {} : { statusSize: size }),
    };
    const answer: StatusFact['answer'] = i < MOST ? await askList(badge, other, kind, read) : { kind: 'not-asked' };
    return explained({ type: kind.entry, purpose: 'suspension', list, answer, reason: null, date: null });
  });
  return Promise.all([explained(own), ...suspensions]);
}

/** The words that the entry has for a value (Bitstring Status List 1.0, 2.1 `statusMessage`): signed with the badge. */
function messageOf(entry: JsonObject, value: number): string | null {
  const named = nodesOf(entry, 'statusMessage').find((message) => Number(textOf(message, 'status') ?? Number.NaN) === value);
  return textOf(named, 'message')?.slice(0, 500) ?? null;
}
