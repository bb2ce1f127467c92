import type { AchievementRecord, CredentialRecord, EndorsementRecord, IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { type OpenedRecipient, opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, type Result } from '../result.js';

export interface Exporting {
  readonly store: Store;
  readonly recipients: Pick<RecipientHashes, 'openEmail'>;
  readonly clock: Clock;
}

/** A badge, and the e-mail address of its recipient; null where none is kept. */
export interface ExportedBadge {
  readonly credential: CredentialRecord;
  readonly email: string | null;
}

/** All that an issuer has here. Each list is read in pages as it is asked for, so that no more than one page of any is in memory. */
export interface IssuerExport {
  readonly issuer: IssuerRecord;
  achievements(): AsyncIterable<AchievementRecord>;
  recipients(): AsyncIterable<OpenedRecipient>;
  /** In the order in which they were issued; with those that were erased, of which ids and dates are left. */
  badges(): AsyncIterable<ExportedBadge>;
  endorsements(): AsyncIterable<EndorsementRecord>;
}

/** Items of one read. */
const PAGE = 500;

export async function exportIssuer(deps: Exporting, { actor, input: issuerId }: Request<string>): Promise<Result<IssuerExport>> {
  const found = await loadIssuer(deps.store.issuers, actor, issuerId);
  if (!found.ok) return found;
  const { store, recipients } = deps;
  const page = (after: string | null) => ({ limit: PAGE, after, order: 'oldest' as const });
  const everybody = { externalId: null, lookups: null, namePattern: null };
  return done({
    issuer: found.value,
    achievements: () => pages((after) => store.achievements.list(issuerId, page(after))),
    async *recipients() {
      for await (const one of pages(async (after) => (await store.recipients.list(issuerId, everybody, page(after))) ?? []))
        yield opened(recipients, one);
    },
    badges: () => badgesOf(deps, issuerId),
    endorsements: () => pages((after) => store.endorsements.ofIssuer(issuerId, page(after))),
  });
}

async function* badgesOf({ store, recipients, clock }: Exporting, issuerId: string): AsyncGenerator<ExportedBadge> {
  const whose = { recipientIds: null, recipientLookups: null, namePattern: null };
  const filter = { achievementId: null, ...whose, state: null, claimed: null, since: null, until: null, now: clock.now() };
  const read = async (after: string | null) =>
    (await store.credentials.list(issuerId, filter, { limit: PAGE, after, order: 'oldest' })) ?? [];
  for await (const page of wholePages(read)) {
    const ids = [...new Set(page.flatMap(({ recipient }) => recipient?.id ?? []))];
    const known = new Map((await store.recipients.findAll(issuerId, ids)).map((one) => [one.id, opened(recipients, one).email]));
    for (const credential of page) yield { credential, email: known.get(credential.recipient?.id ?? '') ?? null };
  }
}

type ReadPage<T> = (after: string | null) => Promise<readonly T[]>;

async function* pages<T extends { readonly id: string }>(read: ReadPage<T>): AsyncGenerator<T> {
  for await (const page of wholePages(read)) yield* page;
}

async function* wholePages<T extends { readonly id: string }>(read: ReadPage<T>): AsyncGenerator<readonly T[]> {
  for (let after: string | null = null; ; ) {
    const page: readonly T[] = await read(after);
    yield page;
    after = page.at(-1)?.id ?? null;
    if (after === null || page.length < PAGE) return;
  }
}
