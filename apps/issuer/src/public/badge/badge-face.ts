import type { BadgeFace } from '../../images/badge-svg.js';
import { hostOfDid } from '../layout/addresses.js';
import type { PublicIssuer } from '../reads.js';

/** What a generated picture shows of an achievement. */
export function faceOf(achievementId: string, title: string, issuer: PublicIssuer): BadgeFace {
  return { key: achievementId, title, issuer: issuer.name, host: hostOfDid(issuer.did), test: issuer.mode === 'test' };
}
