import type { BadgeDesign } from '@proofmark/schemas/api';
import type { BadgeFace } from '../../images/badge-svg.js';
import { drawnDesign } from '../../images/drawn-design.js';
import { hostOfDid } from '../layout/addresses.js';
import type { PublicIssuer } from '../reads.js';

/** What a generated picture shows of an achievement, in the design of its issuer. */
export function faceOf(
  achievementId: string,
  title: string,
  issuer: Pick<PublicIssuer, 'did' | 'name' | 'mode'> & { readonly profile: { readonly badgeDesign?: unknown } },
): BadgeFace {
  // The store keeps what the API took.
  const design = issuer.profile.badgeDesign as BadgeDesign | undefined;
  const face = { key: achievementId, title, issuer: issuer.name, host: hostOfDid(issuer.did), test: issuer.mode === 'test' };
  return design === undefined ? face : { ...face, design: drawnDesign(design) };
}
