import type { BadgeDesign } from '@proofmark/schemas/api';
import type { BadgeFace, DrawnDesign } from '../../images/badge-svg.js';
import { drawnDesign } from '../../images/drawn-design.js';
import { hostOfDid } from '../layout/addresses.js';
import type { PublicIssuer } from '../reads.js';

type Designed = { readonly profile: { readonly badgeDesign?: unknown } };

/** What an issuer chose for its badge images; undefined where it chose nothing. */
export function designOf({ profile }: Designed): DrawnDesign | undefined {
  // The store keeps what the API took.
  const design = profile.badgeDesign as BadgeDesign | undefined;
  return design === undefined ? undefined : drawnDesign(design);
}

/** What a generated picture shows of an achievement, in the design of its issuer. */
export function faceOf(achievementId: string, title: string, issuer: Pick<PublicIssuer, 'did' | 'name' | 'mode'> & Designed): BadgeFace {
  const face = { key: achievementId, title, issuer: issuer.name, host: hostOfDid(issuer.did), test: issuer.mode === 'test' };
  const design = designOf(issuer);
  return design === undefined ? face : { ...face, design };
}
