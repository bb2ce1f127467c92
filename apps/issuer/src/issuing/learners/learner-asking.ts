import type { IssuerRecord, LearnerRequestRecord } from '../../store/index.js';
import type { Claim } from '../claims/read-claim.js';
import type { MailContent } from '../people/mails/mail.js';
import type { PostMail } from '../people/mails/post-mail.js';
import type { IdSource, Repositories, Sealer, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';

/** What it takes to answer what a learner asks for by themselves. */
export interface LearnerAsking extends IdSource {
  readonly store: Store;
  readonly recipients: RecipientHashes;
  readonly sealer: Sealer;
  /** Null where no mail is written. */
  readonly post: PostMail | null;
  readonly baseUrl: string;
}

/** What the link of a learner's page leads to, and what became of what they asked there; null where the link is none of a learner. */
export interface Asked<Answer extends string> {
  readonly claim: Claim;
  readonly answer: Answer | null;
}

/** Of one kind and badge, and to one address, in a day. Mails that nobody wants are few, and so are guesses. */
const MOST_OF_BADGE = 3;
const MOST_TO_ADDRESS = 5;

const DAY = 86_400_000;
/** Requests that nobody decided, and decisions, are forgotten after so many days, with the next request of the badge. */
const KEPT_DAYS = 90;

/** Whether there were as many requests today as there may be. The caller has locked the badge. */
export async function isTooMany(
  tx: Pick<Repositories, 'learnerRequests'>,
  { issuerId, credentialId, kind, address, createdAt }: Omit<LearnerRequestRecord, 'id'>,
): Promise<boolean> {
  const since = new Date(createdAt.getTime() - DAY);
  const badge = { issuerId, credentialId };
  await tx.learnerRequests.forget(badge, new Date(createdAt.getTime() - KEPT_DAYS * DAY));
  if ((await tx.learnerRequests.count(badge, kind, since)) >= MOST_OF_BADGE) return true;
  return address !== null && (await tx.learnerRequests.countTo(issuerId, address, since)) >= MOST_TO_ADDRESS;
}

/** The mail by which somebody proves an address. It names the issuer alone: the address may be of anybody. */
export function provingMail(
  kind: Extract<MailContent['kind'], 'learner-data' | 'learner-address'>,
  mail: Pick<MailContent, 'to' | 'language' | 'link'>,
  issuer: Pick<IssuerRecord, 'name'>,
): MailContent {
  return { kind, ...mail, names: { issuer: issuer.name } };
}
