import { issuerDid } from '@proofmark/schemas';
import type { CreateIssuer } from '@proofmark/schemas/api';
import type { IssuerRecord, ProfileExtras } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lostStanding } from '../access/lost-standing.js';
import { recordAct } from '../access/record-act.js';
import { newId, newIssuerNumber } from '../identifiers.js';
import type { IdSource, KeyStore, Repositories, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { refuseIssuer } from '../would-conform.js';
import { refuseLogo } from './badge-logo.js';
import { makeSigningKey } from './make-signing-key.js';
import { NO_MAILS } from './no-mails.js';

export interface IssuerMaking extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly keys: KeyStore;
  /** Whether mails are sent. */
  readonly mails: boolean;
  readonly baseUrl: string;
}

const TAKEN = 'is taken: choose another one; a slug is part of the address and the DID of an issuer';

/** Makes an issuer with its two signing keys. A slug that is taken is a `conflict`. */
export async function createIssuer(deps: IssuerMaking, { actor, input }: Request<CreateIssuer>): Promise<Result<IssuerRecord>> {
  const { slug, name, mode = 'live', url, ...extras } = input;
  const now = deps.clock.now();
  const asked: IssuerRecord = {
    id: newId(deps),
    number: newIssuerNumber(deps.random),
    slug,
    mode,
    did: issuerDid(deps.baseUrl, slug),
    name,
    url: url ?? null,
    profile: present(extras),
    suspendedSince: null,
    suspensionReason: null,
    createdAt: now,
    updatedAt: now,
  };
  const refusal = refuseLogo(extras.badgeDesign?.logo, '/badgeDesign/logo') ?? (await refuseIssuer(asked));
  if (refusal !== null) return refusal;
  const made = await deps.store.transaction(async (tx) => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const issuer = await insert(deps, tx, asked);
    if (issuer === null) {
      return refused('conflict', 'Another issuer has this slug.', [{ pointer: '/slug', code: 'not-unique', detail: TAKEN }]);
    }
    const keys = [await makeSigningKey(deps, tx, issuer, 'Ed25519'), await makeSigningKey(deps, tx, issuer, 'ES256')];
    // What a person makes belongs to the organisation for which they made it.
    if (actor.person?.organisationId != null) await tx.people.own(actor.person.organisationId, issuer.id);
    // People who work in a browser expect that learners hear of their badges; programs send mails of their own.
    if (actor.person !== undefined && deps.mails) await tx.mailSettings.save(issuer.id, { ...NO_MAILS, issued: true }, now);
    await recordAct(deps, tx, actor, { action: 'issuer.created', issuerId: null, objectId: issuer.id });
    return done({ issuer, keys });
  });
  if (!made.ok) return made;
  const { issuer, keys } = made.value;
  for (const key of keys) await deps.keys.keep(key);
  return done(issuer);
}

/** Inserts the issuer, with another number where an issuer has this one; null when its slug is taken. */
async function insert(
  deps: Pick<IdSource, 'random'>,
  tx: Pick<Repositories, 'issuers'>,
  issuer: IssuerRecord,
): Promise<IssuerRecord | null> {
  const taken = await tx.issuers.insert(issuer);
  if (taken === 'number') return insert(deps, tx, { ...issuer, number: newIssuerNumber(deps.random) });
  return taken === null ? issuer : null;
}

/** The members that have a value. */
export function present(extras: { readonly [K in keyof ProfileExtras]: ProfileExtras[K] | null | undefined }): ProfileExtras {
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined && value !== null));
}
