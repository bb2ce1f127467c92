import type { BadgeFace } from '../../images/badge-svg.js';
import type { PublicIssuer } from '../reads.js';
import { hostOfDid } from './badge-view.js';

/** What a generated picture shows of an achievement. */
export function faceOf(achievementId: string, title: string, issuer: PublicIssuer): BadgeFace {
  return { key: achievementId, title, issuer: issuer.name, host: hostOfDid(issuer.did), test: issuer.mode === 'test' };
}
