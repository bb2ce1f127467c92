import type { FieldError } from '@proofmark/schemas/api';

/** Members of a request by the place at which the badge has them. */
const BADGE: readonly (readonly [RegExp, string])[] = [
  [/^\/evidence\/(\d+)\/id$/, '/evidence/$1/url'],
  [/^\/credentialSubject\/result\/(\d+)/, '/results/$1'],
  [/^\/credentialSubject\/narrative$/, '/narrative'],
  [/^\/credentialSubject\/(?:id|identifier(?:\/.*)?)$/, '/recipient'],
];
const ENDORSEMENT: readonly (readonly [RegExp, string])[] = [
  [/^\/credentialSubject\/endorsementComment$/, '/comment'],
  [/^\/issuer\/(name|url)$/, '/assessor/$1'],
];

/**
 * The faults of a document with pointers into the request that would have made it. What the request did not bring (the achievement, the
 * issuer) keeps the pointer into the document: no request has a member of that name.
 */
export function inRequest(faults: readonly FieldError[], of: 'badge' | 'endorsement'): readonly FieldError[] {
  const places = of === 'badge' ? BADGE : ENDORSEMENT;
  return faults.map((fault) => {
    const place = places.find(([pattern]) => pattern.test(fault.pointer));
    return place === undefined ? fault : { ...fault, pointer: fault.pointer.replace(place[0], place[1]) };
  });
}
