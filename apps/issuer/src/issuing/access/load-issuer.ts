import type { IssuerRecord, IssuerRepository } from '../../store/index.js';
import { done, invalid, notFound, type Result, refused } from '../result.js';
import { type Actor, isAdmin, mayActFor } from './actor.js';

/** The issuer that an address names; `not-found` for one that does not exist or that the key may not act for. */
export async function loadIssuer(issuers: Pick<IssuerRepository, 'find'>, actor: Actor, id: string): Promise<Result<IssuerRecord>> {
  const issuer = mayActFor(actor, id) ? await issuers.find(id) : null;
  return issuer === null ? notFound('issuer') : done(issuer);
}

/** As `loadIssuer`, and keeps the row from being changed by others until the transaction ends. */
export async function lockIssuer(issuers: Pick<IssuerRepository, 'lock'>, actor: Actor, id: string): Promise<Result<IssuerRecord>> {
  const issuer = mayActFor(actor, id) ? await issuers.lock(id) : null;
  return issuer === null ? notFound('issuer') : done(issuer);
}

/** The issuer for which a body is meant: the one that it names in `/issuerId`, else the key's own. An admin key has to name one. */
export async function issuerOfBody(
  issuers: Pick<IssuerRepository, 'find'>,
  actor: Actor,
  named: string | undefined,
): Promise<Result<IssuerRecord>> {
  const id = named ?? actor.issuerId;
  if (id === null) return invalid('/issuerId', 'required', `${needed(actor)}: the id of an issuer, as GET /v1/issuers lists them`);
  const issuer = mayActFor(actor, id) ? await issuers.find(id) : null;
  return issuer === null
    ? invalid('/issuerId', 'no-such-value', 'names no issuer for which you may act; GET /v1/issuers lists those that there are')
    : done(issuer);
}

/**
 * The issuer whose things a list shows: the one that the query names, else the key's own. Null when the key may not act for it: such a
 * list is empty. An admin key has to name one.
 *
 * @param naming what an admin key can name, for the refusal
 */
export function issuerOfList(actor: Actor, named: string | null, naming = 'an `issuer`'): Result<string | null> {
  const id = named ?? actor.issuerId;
  if (id === null) {
    const who = isAdmin(actor) ? 'An admin key has' : 'Who is in an organisation that has not exactly one issuer has';
    return refused('invalid-parameter', `${who} to name ${naming}, by an id as GET /v1/issuers lists them.`);
  }
  return done(mayActFor(actor, id) ? id : null);
}

function needed(actor: Actor): string {
  return isAdmin(actor) ? 'is needed when an admin key asks' : 'is needed where the organisation has not exactly one issuer';
}
