import type { CredentialOrder, CredentialState, SearchCredentials } from '@proofmark/schemas/api';

/** What is looked for. All but an e-mail address stands behind the `#` of the address, so that a search can be kept as a link. */
export interface Filter {
  /** A part of a name. */
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
  readonly achievement: string;
  readonly state: CredentialState | '';
  readonly claimed: 'yes' | 'no' | '';
  /** Days, as a date field has them: from the first, to the end of the second. */
  readonly since: string;
  readonly until: string;
  readonly order: CredentialOrder;
}

export const STATES: readonly CredentialState[] = ['current', 'not-yet-valid', 'expired', 'superseded', 'suspended', 'revoked', 'erased'];

const ORDERS: readonly CredentialOrder[] = ['newest', 'oldest', 'name', 'name-descending'];

export const EVERYBODY: Filter = {
  ...{ name: '', email: '', externalId: '', achievement: '', state: '', claimed: '', since: '', until: '', order: 'newest' },
};

/** Badges of one page. */
export const PAGE = 50;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isOrder = (text: string): text is CredentialOrder => (ORDERS as readonly string[]).includes(text);
const isState = (text: string): text is CredentialState => (STATES as readonly string[]).includes(text);
const dayOf = (text: string | null): string => (text !== null && DAY.test(text) ? text : '');

/** The filter that an address holds. What it cannot hold is left out. */
export function readFilter(query: URLSearchParams, email: string): Filter {
  const text = (name: string): string => (query.get(name) ?? '').slice(0, 200);
  const [state, claimed, order] = [text('state'), text('claimed'), text('order')];
  return {
    ...{ name: text('name').slice(0, 100), email, externalId: text('externalId'), achievement: text('achievement') },
    ...{ since: dayOf(query.get('since')), until: dayOf(query.get('until')) },
    state: isState(state) ? state : '',
    claimed: claimed === 'yes' || claimed === 'no' ? claimed : '',
    order: isOrder(order) ? order : EVERYBODY.order,
  };
}

/** What of a filter may stand in an address. */
export function queryOf({ email: _, order, ...filter }: Filter): Readonly<Record<string, string>> {
  const kept = Object.entries(filter).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(kept), ...(order === EVERYBODY.order ? {} : { order }) };
}

/** How the list is ordered by a column, and what a click on its head makes of it: the other direction, or its first one. */
export function sortedBy(
  order: CredentialOrder,
  [first, other]: readonly [CredentialOrder, CredentialOrder],
  ascending: CredentialOrder,
): { readonly now: 'ascending' | 'descending' | 'none'; readonly next: CredentialOrder } {
  const isSorted = order === first || order === other;
  return {
    now: isSorted ? (order === ascending ? 'ascending' : 'descending') : 'none',
    next: order === first ? other : first,
  };
}

/** The search that the API is asked for. Days are those of whoever reads. */
export function bodyOf(issuer: string, filter: Filter): SearchCredentials {
  const { name, email, externalId, achievement, state, claimed, since, until, order } = filter;
  return {
    ...{ issuer, order },
    ...(name === '' ? {} : { q: name }),
    ...(email === '' ? {} : { email }),
    ...(externalId === '' ? {} : { externalId }),
    ...(achievement === '' ? {} : { achievement }),
    ...(state === '' ? {} : { state }),
    ...(claimed === '' ? {} : { claimed }),
    ...(since === '' ? {} : { since: startOf(since, 0) }),
    ...(until === '' ? {} : { until: startOf(until, 1) }),
  };
}

function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
