import { addDuration } from '@proofmark/schemas';
import type { IssueCredential } from '@proofmark/schemas/api';
import { done, invalid, type Result } from '../result.js';

/** From when to when a badge holds, in milliseconds since 1970, whole seconds. */
export interface Validity {
  readonly from: number;
  readonly until: number | null;
}

/** The dates of a badge: those that were asked for, else from now on and for as long as the achievement says. */
export function validityOf(
  { validFrom, validUntil }: Pick<IssueCredential, 'validFrom' | 'validUntil'>,
  validFor: string | null,
  now: Date,
): Result<Validity> {
  const from = wholeSeconds(validFrom === undefined ? now.getTime() : Date.parse(validFrom));
  const until = validUntil === undefined ? (validFor === null ? null : addDuration(from, validFor)) : wholeSeconds(Date.parse(validUntil));
  if (until !== null && until <= from)
    return invalid(
      '/validUntil',
      'end-before-start',
      'is not later than the start (`validFrom`, or now): give a later time, or leave it out',
    );
  return done({ from, until });
}

function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
