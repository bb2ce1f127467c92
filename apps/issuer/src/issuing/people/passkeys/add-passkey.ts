import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { CreatePasskey, PasskeyRequest } from '@proofmark/schemas/api';
import type { PasskeyRecord } from '../../../store/index.js';
import type { Actor, Request } from '../../access/actor.js';
import { recordAct } from '../../access/record-act.js';
import { newId } from '../../identifiers.js';
import type { IdSource, Store } from '../../ports.js';
import { done, type Refused, type Result, refused } from '../../result.js';
import { countingAt, refuseBound } from '../session.js';
import { CHALLENGE_MINUTES, PASSKEY_ALGORITHMS, type PasskeyCeremonies } from './ceremonies.js';
import { newChallenge, useChallenge } from './challenge.js';

/** Of one person. */
const MOST_PASSKEYS = 20;

/** Who adds a passkey signed in at most so many minutes ago: a browser that was left open adds nobody a second way in. */
const RECENT_MINUTES = 15;

export interface PasskeyAdding extends IdSource {
  readonly store: Pick<Store, 'people' | 'sessions' | 'passkeys' | 'transaction'>;
  readonly ceremonies: PasskeyCeremonies;
  readonly baseUrl: string;
}

/** What the browser of somebody who has just signed in is to make. */
export async function askForNewPasskey(deps: PasskeyAdding, { actor }: Request<null>): Promise<Result<PasskeyRequest>> {
  const { store, baseUrl } = deps;
  const sessionId = await recentSession(deps, actor);
  if (typeof sessionId !== 'string') return sessionId;
  const [person, known] = await Promise.all([store.people.find(actor.keyId), store.passkeys.list(actor.keyId)]);
  if (person === null) return NOT_RECENT;
  const challenge = await newChallenge(deps, store, { sessionId });
  return done({
    publicKey: {
      challenge: encodeBase64url(challenge),
      rp: { id: new URL(baseUrl).hostname, name: new URL(baseUrl).host },
      user: { id: encodeBase64url(encodeUtf8(person.id)), name: person.email, displayName: person.name },
      pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        ...{ id: encodeBase64url(credentialId), type: 'public-key', transports: [...transports] },
      })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: CHALLENGE_MINUTES * 60_000,
    },
  });
}

const NOT_MADE = 'This passkey was not added: what the browser answered does not fit what it was asked, or came too late. Begin anew.';

/** Adds a passkey that the browser of somebody who has just signed in made. */
export async function addPasskey(
  deps: PasskeyAdding,
  { actor, input: { name, credential } }: Request<CreatePasskey>,
): Promise<Result<PasskeyRecord>> {
  const { store, clock } = deps;
  const sessionId = await recentSession(deps, actor);
  if (typeof sessionId !== 'string') return sessionId;
  const challenge = await useChallenge(deps, store, { sessionId });
  const made = challenge === null ? null : await deps.ceremonies.checkCreation(credential, challenge);
  if (made === null) return refused('forbidden', NOT_MADE);
  return store.transaction(async (tx): Promise<Result<PasskeyRecord>> => {
    if ((await tx.passkeys.lockAll(actor.keyId)).length >= MOST_PASSKEYS)
      return refused('conflict', `A person has at most ${MOST_PASSKEYS} passkeys: delete one that you do not use.`);
    const passkey = { ...made, id: newId(deps), personId: actor.keyId, name, createdAt: clock.now(), lastUsedAt: null };
    if (!(await tx.passkeys.insert(passkey))) return refused('conflict', 'This passkey is known here already.');
    await recordAct(deps, tx, actor, { action: 'passkey.created', issuerId: null, objectId: passkey.id });
    return done(passkey);
  });
}

const NOT_RECENT: Refused = refused(
  'forbidden',
  `Whoever adds a passkey has signed in within the last ${RECENT_MINUTES} minutes: sign in anew, then add it.`,
);

/** The session that asks, where it began a short time ago. */
async function recentSession({ store, clock }: PasskeyAdding, actor: Actor): Promise<string | Refused> {
  const { keyId, person } = actor;
  const bound = refuseBound(actor);
  if (bound !== null) return bound;
  const now = clock.now();
  const session = person?.sessionId == null ? null : await store.sessions.find(keyId, person.sessionId, countingAt(now));
  return session === null || now.getTime() - session.createdAt.getTime() > RECENT_MINUTES * 60_000 ? NOT_RECENT : session.id;
}
