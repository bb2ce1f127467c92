import type { AchievementRecord, IssuerRecord } from '../../../store/index.js';
import { activeSigner, KeyUnusable, type SigningKey } from '../../issuers/signers.js';
import type { Clock, KeyStore, Store } from '../../ports.js';
import { type Kept, versionCache } from './version-cache.js';

/** Far more than are issued with at one time. */
const MOST_ACHIEVEMENTS = 1000;
const MOST_ISSUERS = 1000;

/** An issuer and the keys with which it signs: an Ed25519 key for the embedded proof, a P-256 key for the token. */
export interface BadgeIssuer {
  readonly issuer: IssuerRecord;
  readonly embedded: SigningKey;
  readonly token: SigningKey;
}

/**
 * What badges are made of, kept in this process. Whoever stores a badge compares the versions; where they differ, what is kept is forgotten and read
 * again.
 */
export interface BadgeSources {
  achievement(issuerId: string, id: string): Promise<Kept<AchievementRecord> | null>;
  forgetAchievement(issuerId: string, id: string): void;
  issuer(issuerId: string): Promise<IssuerRecord>;
  /** Throws a KeyUnusable. */
  signing(issuerId: string): Promise<BadgeIssuer>;
  forgetIssuer(issuerId: string): void;
}

export interface SourcesDeps {
  readonly store: Pick<Store, 'achievements' | 'issuers' | 'signingKeys'>;
  readonly keys: KeyStore;
  readonly clock: Clock;
}

export function badgeSources(deps: SourcesDeps): BadgeSources {
  const achievements = versionCache(MOST_ACHIEVEMENTS, (key) => {
    const [issuerId = '', id = ''] = key.split('/');
    return deps.store.achievements.find(issuerId, id);
  });
  const issuers = versionCache(MOST_ISSUERS, deps.store.issuers.find);
  const signing = versionCache(MOST_ISSUERS, (issuerId) => readKeys(deps, issuerId));
  const issuerOf = async (issuerId: string): Promise<IssuerRecord> => {
    const kept = await issuers.get(issuerId);
    if (kept === null) throw new Error('an achievement has no issuer');
    return kept.value;
  };
  return {
    achievement: (issuerId, id) => achievements.get(`${issuerId}/${id}`),
    forgetAchievement: (issuerId, id) => achievements.forget(`${issuerId}/${id}`),
    issuer: issuerOf,
    async signing(issuerId) {
      const [issuer, kept] = await Promise.all([issuerOf(issuerId), signing.get(issuerId)]);
      if (kept === null) throw new Error('an issuer lacks its signing keys');
      return { issuer, ...kept.value };
    },
    forgetIssuer(issuerId) {
      issuers.forget(issuerId);
      signing.forget(issuerId);
    },
  };
}

async function readKeys({ store, keys, clock }: SourcesDeps, issuerId: string): Promise<Omit<BadgeIssuer, 'issuer'>> {
  const now = clock.now();
  const [embedded, token] = await Promise.all([
    signingKey({ store, keys }, issuerId, 'Ed25519', now),
    signingKey({ store, keys }, issuerId, 'ES256', now),
  ]);
  return { embedded, token };
}

/** From here on the public half stays published. Throws a KeyUnusable. */
async function signingKey(
  { store, keys }: Pick<SourcesDeps, 'store' | 'keys'>,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
  now: Date,
): Promise<SigningKey> {
  try {
    return await activeSigner(keys, store.signingKeys, issuerId, algorithm, now);
  } catch (error) {
    // It may have been replaced, and its private half destroyed, since its row was read: then there is another key by now.
    if (!(error instanceof KeyUnusable) || error.why !== 'lost') throw error;
    return activeSigner(keys, store.signingKeys, issuerId, algorithm, now);
  }
}
