import type { CredentialFilter, CredentialRecord, PageByName } from '../../../store/index.js';
import type { Store } from '../../ports.js';
import { namePattern } from '../../recipients/searchable-name.js';
import { type AskedRecipients, recipientsMeant } from './recipients-meant.js';

/** People who are gone through before anything else is tried: mostly they fill a page. */
const NEAR = { names: 1000, people: 300 };

/** So many badges that fit are sorted. Of more, some are soon met by going through people. */
const MOST_SORTED = 1500;

/** More people who are gone through for one page: none of them may have a badge that fits. */
const FAR = { names: 10_000, people: 1200 };

/** A page of badges, and where the search ended before the page was full. */
export interface FoundByName {
  readonly credentials: readonly CredentialRecord[];
  /** What a page goes on after, behind each of them, by their ids. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly further: string | null;
}

const EMPTY: FoundByName = { credentials: [], anchors: new Map(), further: null };

/** A page of badges in the order of the names of their recipients. Null when the page begins after an anchor that leads nowhere, or nowhere any more. */
export async function listByName(
  store: Pick<Store, 'credentials' | 'recipients'>,
  issuerId: string,
  {
    asked,
    others,
    page,
  }: {
    readonly asked: AskedRecipients;
    readonly others: Omit<CredentialFilter, 'recipientIds' | 'namePattern'>;
    readonly page: PageByName;
  },
): Promise<FoundByName | null> {
  const walk = async (filter: CredentialFilter, bounds: typeof NEAR, from: FoundByName = { ...EMPTY, further: page.after }) => {
    const { order, limit } = page;
    const rest = { order, limit: limit - from.credentials.length, after: from.further };
    const walked = await store.credentials.walkByName(issuerId, filter, rest, bounds);
    if (walked === null) return null;
    return {
      credentials: [...from.credentials, ...walked.credentials],
      anchors: new Map([...from.anchors, ...walked.anchors]),
      further: walked.reached,
    };
  };
  /** Undefined where too many may fit to be sorted. */
  const sorted = async (filter: CredentialFilter): Promise<FoundByName | null | undefined> => {
    if (!mayBeFew(filter)) return;
    const few = await store.credentials.sortedByName(issuerId, filter, page, MOST_SORTED);
    if (few === null) return null;
    return few.found === null ? undefined : { ...few.found, further: null };
  };
  let near: FoundByName | undefined;
  if (asked.recipientId === null && asked.externalId === null && others.recipientLookups === null) {
    const filter = { ...others, recipientIds: null, namePattern: asked.name === null ? null : namePattern(asked.name) };
    const walked = await walk(filter, NEAR);
    if (walked === null || walked.further === null) return walked;
    near = walked;
    const few = await sorted(filter);
    if (few !== undefined) return few;
  }
  const filter = { ...others, ...(await recipientsMeant(store, issuerId, asked)) };
  if (filter.recipientIds?.length === 0) return EMPTY;
  if (filter.recipientIds !== null || near === undefined) {
    const few = await sorted(filter);
    if (few !== undefined) return few;
  }
  // Null when the recipient at whom the first walk ended was changed or erased since.
  return (await walk(filter, FAR, near)) ?? near ?? null;
}

/** Whether an index leads to the badges that one of the filters asks for. */
function mayBeFew({ achievementId, recipientIds, recipientLookups, state, claimed, since, until }: CredentialFilter): boolean {
  const isRare = state !== null && state !== 'current';
  return isRare || claimed === true || [achievementId, recipientIds, recipientLookups, since, until].some((one) => one !== null);
}
