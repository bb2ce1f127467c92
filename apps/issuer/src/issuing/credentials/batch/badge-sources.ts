import type { AchievementRecord, IssuerRecord, SigningKeyRecord } from '../../../store/index.js';
import { activeKey, KeyUnusable, type SigningKey, signerOf } from '../../issuers/signers.js';
import { refuseSuspended } from '../../issuers/suspension.js';
import type { Clock, KeyStore, Store } from '../../ports.js';
import type { Refused } from '../../result.js';
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
  /** A refusal where the issuer is suspended, as far as this process knows; that it is, is read anew. */
  suspension(issuerId: string): Promise<Refused | null>;
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
  const keys = versionCache(MOST_ISSUERS, (issuerId) => readKeys(deps, issuerId));
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
      const issuer = await issuerOf(issuerId);
      for (let before: string | null = null; ; ) {
        const rows = await keys.get(issuerId);
        if (rows === null) throw new Error('an issuer lacks its signing keys');
        try {
          return { issuer, ...(await signersOf(deps, rows.value)) };
        } catch (error) {
          const ids = `${rows.value.embedded.id} ${rows.value.token.id}`;
          if (!(error instanceof KeyUnusable) || error.why !== 'lost' || ids === before) throw error;
          // One may have been replaced, and its private half destroyed, since its row was read: then there is another key by now.
          before = ids;
          keys.forget(issuerId);
        }
      }
    },
    forgetIssuer(issuerId) {
      issuers.forget(issuerId);
      keys.forget(issuerId);
    },
    async suspension(issuerId) {
      if ((await issuerOf(issuerId)).suspendedSince === null) return null;
      // It may have been lifted since it was read: what is old refuses nothing.
      issuers.forget(issuerId);
      return refuseSuspended(await issuerOf(issuerId));
    },
  };
}

interface KeyRows {
  readonly embedded: SigningKeyRecord;
  readonly token: SigningKeyRecord;
}

/** The public halves, which stay published from here on. */
async function readKeys({ store: { signingKeys }, clock }: SourcesDeps, issuerId: string): Promise<KeyRows> {
  const now = clock.now();
  const [embedded, token] = await Promise.all([
    activeKey(signingKeys, issuerId, 'Ed25519', now),
    activeKey(signingKeys, issuerId, 'ES256', now),
  ]);
  return { embedded, token };
}

/** Asked of the key store each time, which forgets the private halves of keys that are destroyed. Throws a KeyUnusable. */
async function signersOf({ store, keys }: Pick<SourcesDeps, 'store' | 'keys'>, rows: KeyRows): Promise<Omit<BadgeIssuer, 'issuer'>> {
  const withSigner = async (key: SigningKeyRecord): Promise<SigningKey> => ({ key, signer: await signerOf(keys, key, store.signingKeys) });
  const [embedded, token] = await Promise.all([withSigner(rows.embedded), withSigner(rows.token)]);
  return { embedded, token };
}
