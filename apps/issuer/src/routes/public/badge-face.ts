import type { BadgeFace } from '../../images/badge-svg.js';
import { hostOfDid } from '../../pages/badge-view.js';
import type { PublicIssuer } from '../../publishing/ports.js';

/** What a generated picture shows of an achievement. */
export function faceOf(achievementId: string, title: string, issuer: PublicIssuer): BadgeFace {
  return { key: achievementId, title, issuer: issuer.name, host: hostOfDid(issuer.did), test: issuer.mode === 'test' };
}
