import { canonicalEmail, equalBytes } from '@proofmark/primitives';
import type { CreateSignOnSession } from '@proofmark/schemas/api';
import type { SignOnRecord } from '../../../store/index.js';
import { recordAct } from '../../access/record-act.js';
import { hashSecretText } from '../../access/secret-text.js';
import { newId } from '../../identifiers.js';
import type { IdSource, Repositories, Store } from '../../ports.js';
import { done, type Refused, type Result, refused } from '../../result.js';
import type { BegunSession, Caller, Identity } from '../identity.js';
import { proveAddress } from '../prove-address.js';
import { arriving } from '../session.js';
import { enter } from '../sign-in.js';
import { clientOf, domainOf, type SignOnBeginning } from './begin-sign-on.js';
import type { ProvidedIdentity } from './provider.js';

/** Members of one organisation. */
const MOST_PEOPLE = 500;

export interface SignOnFinishing extends SignOnBeginning {
  readonly store: Pick<Store, 'signOn' | 'transaction'>;
  readonly identity: Pick<Identity, 'beginSession'>;
}

const NOT_BEGUN = 'This sign-in was not begun in this browser, was used, or took too long. Begin anew.';
const NOT_TAKEN = 'What the provider of your school answered does not fit what it was asked. Begin anew.';
const AWAY = 'The provider of your school does not answer. Try again later, or have a link sent to you.';
const NOT_VOUCHED =
  'The provider of your school does not say that it has verified your address, or your school may not vouch for it. Have a link sent to you.';
const ELSEWHERE =
  'Somebody with this address can sign in already, but is no member of this organisation. One of its owners can invite you.';
const LEFT = 'You are no member of this organisation any more. One of its owners can invite you.';
const FULL = `This organisation has ${MOST_PEOPLE} members already.`;

/**
 * Begins a session of whom the provider has authenticated, for its organisation alone.
 *
 * @param browser the secret that the browser keeps; null where it sends none
 */
export async function finishSignOn(
  deps: SignOnFinishing,
  answer: CreateSignOnSession,
  browser: string | null,
  caller: Caller = {},
): Promise<Result<BegunSession>> {
  const { store, providers, clock } = deps;
  const request = browser === null ? null : await store.signOn.takeRequest(hashSecretText(browser), clock.now());
  if (request === null || !equalBytes(request.stateHash, hashSecretText(answer.state))) return refused('forbidden', NOT_BEGUN);
  const signOn = await store.signOn.find(request.organisationId);
  const client = signOn === null ? null : clientOf(deps, signOn);
  if (signOn === null || client === null) return refused('forbidden', NOT_BEGUN);
  const provided = await providers.finish(client, { ...request, state: answer.state }, answer);
  if (provided === 'away') return refused('unavailable', AWAY);
  if (provided === 'refused') return refused('forbidden', NOT_TAKEN);
  const person = await store.transaction((tx) => personOf(deps, tx, signOn, provided, caller));
  return person.ok ? done(await enter(deps, person.value, 'sign-on', caller, signOn.organisationId)) : person;
}

type Tx = Pick<Repositories, 'people' | 'sessions' | 'passkeys' | 'signOn' | 'audit'>;

/** Who it is: the person of the account; or the member, or a newcomer, with an address for which the organisation may vouch. */
async function personOf(
  deps: IdSource,
  tx: Tx,
  { organisationId, issuer, role, verifiedBySchool }: SignOnRecord,
  { subject, email, emailVerified, name }: ProvidedIdentity,
  caller: Caller,
): Promise<Result<string>> {
  const now = deps.clock.now();
  await tx.people.lockMembers(organisationId);
  const known = await tx.signOn.personOf({ issuer, subject });
  if (known !== null) return (await tx.people.roleIn(organisationId, known.id)) === null ? refused('forbidden', LEFT) : done(known.id);
  const isVerified = emailVerified ?? verifiedBySchool;
  const address = email === null || !isVerified ? null : canonicalEmail(email);
  if (address === null || (await tx.signOn.organisationOf(domainOf(address))) !== organisationId) return refused('forbidden', NOT_VOUCHED);
  const member = await tx.people.findByEmail(address);
  const denied = member === null ? await roomFor(tx, organisationId) : await memberOf(tx, organisationId, member.id);
  if (denied !== null) return denied;
  const personId = member?.id ?? newId(deps);
  if (member === null) {
    const times = { createdAt: now, updatedAt: now };
    if (
      !(await tx.people.insert({ id: personId, email: address, name: nameOf(name, address), emailVerified: true, image: null, ...times }))
    )
      return refused('forbidden', ELSEWHERE);
    await tx.people.join({ organisationId, personId, role, createdAt: now });
    const details = { organisationId, role, way: 'sign-on' };
    await recordAct(deps, tx, arriving(personId, caller), { action: 'member.joined', issuerId: null, objectId: personId, details });
  }
  await proveAddress(tx, personId, now);
  return (await tx.signOn.link(newId(deps), personId, { issuer, subject }, now)) ? done(personId) : refused('forbidden', NOT_BEGUN);
}

async function roomFor({ people }: Tx, organisationId: string): Promise<Refused | null> {
  return (await people.countMembers(organisationId)) >= MOST_PEOPLE ? refused('conflict', FULL) : null;
}

async function memberOf({ people }: Tx, organisationId: string, personId: string): Promise<Refused | null> {
  return (await people.roleIn(organisationId, personId)) === null ? refused('forbidden', ELSEWHERE) : null;
}

function nameOf(name: string | null, address: string): string {
  const given = name?.trim().slice(0, 200) ?? '';
  return given === '' ? address.slice(0, address.indexOf('@')) : given;
}
