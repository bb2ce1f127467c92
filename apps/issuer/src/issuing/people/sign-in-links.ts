import { canonicalEmail } from '@proofmark/primitives';
import type { CreateSignInLink } from '@proofmark/schemas/api';
import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type Identity, LINK_MINUTES } from './identity.js';
import type { PostMail } from './mails/post-mail.js';

/** So many are sent to one address while the first of them can be used, whoever asks. */
const MOST_LINKS = 3;

export interface SignInLinks {
  readonly store: Pick<Store, 'people' | 'mails' | 'transaction'>;
  readonly identity: Pick<Identity, 'createLink'>;
  readonly clock: Clock;
  readonly post: PostMail | null;
  readonly baseUrl: string;
}

/** Sends somebody a link to sign in with. The answer is the same whether anybody has the address or not, and tells nothing of how many links there are. */
export async function sendSignInLink(deps: SignInLinks, { email, language = 'en' }: CreateSignInLink): Promise<Result<null>> {
  const { post, store, identity, clock, baseUrl } = deps;
  if (post === null) return refused('unavailable', NO_MAIL);
  const address = canonicalEmail(email);
  const person = address === null ? null : await store.people.findByEmail(address);
  if (person === null) return done(null);
  const since = new Date(clock.now().getTime() - LINK_MINUTES * 60_000);
  if ((await store.mails.count(person.id, 'sign-in', since)) >= MOST_LINKS) return done(null);
  const link = `${baseUrl}/console/#${await identity.createLink(person.email)}`;
  return store.transaction(async (tx) => {
    await post(tx, { kind: 'sign-in', to: person.email, language, link, names: {} }, person.id);
    return done(null);
  });
}

/** As `sendSignInLink`, for the operator, who gets the secret instead of a mail; null when nobody has the address. */
export async function createSignInLinkFor(
  { store, identity }: { readonly store: Pick<Store, 'people'>; readonly identity: Pick<Identity, 'createLink'> },
  email: string,
): Promise<string | null> {
  const address = canonicalEmail(email);
  const person = address === null ? null : await store.people.findByEmail(address);
  return person === null ? null : identity.createLink(person.email);
}

export const NO_MAIL =
  'This service sends no mail: whoever runs it has to set SMTP_URL and MAIL_FROM, or can make a link at the machine with `npm run -s sign-in-link -- ADDRESS`.';
