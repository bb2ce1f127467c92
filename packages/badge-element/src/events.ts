import type { Report, Verdict } from '@proofmark/schemas';

/** Why a badge could not be shown at all. */
export type BadgeErrorCode =
  /** There is no badge inside, and `src` is empty or no address that may be asked. */
  | 'no-source'
  /** Nothing readable came from `src`; the report says why. */
  | 'not-loaded'
  /** The program itself failed; the fallback stays. */
  | 'internal';

/** The events of `<proofmark-badge>`. All bubble and are composed. */
export interface ProofmarkBadgeEventMap {
  /** The badge is at hand; nothing is known about it yet. `url` is null, and `mediaType` empty, for a badge that was supplied and not fetched. */
  'badge-load': CustomEvent<{ readonly src: string; readonly url: string | null; readonly mediaType: string }>;
  /** The check has ended. */
  'badge-verdict': CustomEvent<{ readonly src: string; readonly verdict: Verdict; readonly report: Report }>;
  /** There is no badge to show; the fallback inside the tag stays visible. */
  'badge-error': CustomEvent<{ readonly src: string; readonly code: BadgeErrorCode; readonly report: Report | null }>;
}

/** Makes one of the element's events. */
export function badgeEvent<Name extends keyof ProofmarkBadgeEventMap>(
  name: Name,
  detail: ProofmarkBadgeEventMap[Name]['detail'],
): ProofmarkBadgeEventMap[Name] {
  return new CustomEvent(name, { detail, bubbles: true, composed: true }) as ProofmarkBadgeEventMap[Name];
}
