import type { IssuerRecord } from '../../store/index.js';
import { type Refused, refused } from '../result.js';

/** That the operator of the service has suspended an issuer: since when, and why. */
export interface IssuerSuspension {
  readonly at: Date;
  readonly reason: string;
}

export function suspensionOf({
  suspendedSince,
  suspensionReason,
}: Pick<IssuerRecord, 'suspendedSince' | 'suspensionReason'>): IssuerSuspension | null {
  return suspendedSince === null ? null : { at: suspendedSince, reason: suspensionReason ?? '' };
}

/** A refusal of what a suspended issuer may not do: to issue, to endorse, to run jobs, to reach out to learners, to claim a domain. Null for any other. */
export function refuseSuspended(issuer: Pick<IssuerRecord, 'suspendedSince' | 'suspensionReason'>): Refused | null {
  const suspension = suspensionOf(issuer);
  if (suspension === null) return null;
  const { at, reason } = suspension;
  return refused(
    'issuer-suspended',
    `The operator of this service suspended the issuer at ${at.toISOString()}. The reason given: ${reason}`,
  );
}
