import { canonicalEmail, decodeUtf8, encodeUtf8 } from '@proofmark/primitives';
import type { CreateSignInLink } from '@proofmark/schemas/api';
import { recordAct } from '../access/record-act.js';
import { hashSecretText, newSecretText } from '../access/secret-text.js';
import { newId } from '../identifiers.js';
import type { JobPayloads } from '../jobs.js';
import type { IdSource, Repositories, Sealer, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { LINK_MINUTES } from './identity.js';
import type { PostMail } from './mails/post-mail.js';

/** So many are sent to one address while the first of them can be used, whoever asks. */
const MOST_LINKS = 3;

export interface SignInLinks extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly sealer: Sealer;
  readonly post: PostMail | null;
  /** Whether there is a server that takes mails. */
  readonly sends: boolean;
  readonly baseUrl: string;
}

interface Asked {
  readonly email: string;
  readonly language: string;
}

/**
 * Has a link sent to somebody to sign in with. Whether anybody has the address is asked by a job, later: the answer is the same, and takes as long,
 * whatever is known of it. Where no mail leaves this machine, there is nobody to hide that from, and the mail is there with the answer.
 */
export async function sendSignInLink(deps: SignInLinks, { email, language = 'en' }: CreateSignInLink): Promise<Result<null>> {
  const address = canonicalEmail(email);
  if (deps.post === null) return refused('unavailable', NO_MAIL);
  if (address === null) return done(null);
  const asked = { email: address, language };
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if (!deps.sends) {
      await writeMail(deps, tx, asked);
      return done(null);
    }
    const id = newId(deps);
    const { sealed } = deps.sealer.seal(encodeUtf8(JSON.stringify(asked)), sealName(id));
    await tx.signInLinks.request({ id, sealed, createdAt: deps.clock.now() });
    await tx.jobs.add('write-sign-in-mail', [{ payload: { requestId: id }, key: id }]);
    return done(null);
  });
}

/** Answers a request for a link: writes the mail, where somebody has the address and was not sent too many. */
export async function writeSignInMail(deps: SignInLinks, { requestId }: JobPayloads['write-sign-in-mail']): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const request = await tx.signInLinks.takeRequest(requestId);
    const plain = request === null ? null : deps.sealer.open(request.sealed, sealName(requestId));
    if (plain !== null) await writeMail(deps, tx, JSON.parse(decodeUtf8(plain) ?? 'null') as Asked);
  });
}

type Tx = Pick<Repositories, 'people' | 'mails' | 'jobs' | 'signInLinks' | 'audit'>;

async function writeMail(deps: SignInLinks, tx: Tx, { email, language }: Asked): Promise<void> {
  // Locked, so that of two requests at once the second counts the mail of the first.
  const person = await tx.people.lockByEmail(email);
  if (person === null || deps.post === null) return;
  const since = new Date(deps.clock.now().getTime() - LINK_MINUTES * 60_000);
  if ((await tx.mails.count(person.id, 'sign-in', since)) >= MOST_LINKS) return;
  const link = `${deps.baseUrl}/console/#${await makeLink(deps, tx, person.id, true)}`;
  await deps.post(tx, { kind: 'sign-in', to: person.email, language, link, names: {} }, person.id);
}

async function makeLink(deps: IdSource, tx: Tx, personId: string, provesAddress: boolean): Promise<string> {
  const token = newSecretText('signin', deps.random);
  const expiresAt = new Date(deps.clock.now().getTime() + LINK_MINUTES * 60_000);
  await tx.signInLinks.insert({ personId, provesAddress, expiresAt }, hashSecretText(token));
  return token;
}

/**
 * A link for the operator, who gets its secret instead of a mail; null when nobody has the address. It signs its opener in, and proves nothing of the
 * address, since no mail was sent there.
 */
export async function createSignInLinkFor(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  email: string,
): Promise<string | null> {
  const address = canonicalEmail(email);
  if (address === null) return null;
  return deps.store.transaction(async (tx) => {
    const person = await tx.people.findByEmail(address);
    if (person === null) return null;
    await recordAct(deps, tx, 'operator', { action: 'sign-in-link.created', issuerId: null, objectId: person.id });
    return makeLink(deps, tx, person.id, false);
  });
}

function sealName(id: string): readonly string[] {
  return ['sign-in-request', id];
}

export const NO_MAIL =
  'This service sends no mail: whoever runs it has to set SMTP_URL and MAIL_FROM, or can make a link at the machine with `npm run -s sign-in-link -- ADDRESS`.';
