import { addDuration } from '@proofmark/schemas';
import type { EvidencePolicy, PolicyRemark } from '@proofmark/schemas/api';
import type { EvidenceKind } from '@proofmark/schemas/evidence';
import { describeUnseen, type Unseen } from '../pinning/unseen.js';

/** The properties of one piece of evidence that a policy judges. */
export interface PolicyItem {
  readonly kind: EvidenceKind;
  readonly pinned: boolean;
  /** Why what the link names could not be read; null or undefined when it was, or when there was nothing to read. */
  readonly unseen?: Unseen | null;
  /** The link cannot be evidence at all. */
  readonly refused: boolean;
  /** Authorship of the recipient was found. */
  readonly theirs: boolean;
  /** RFC 3339: the date that the work has of itself; null when it has none. */
  readonly changedAt: string | null;
  /** Its bytes were seen, under a link that names no older version, when the badge was issued: without a date of its own, that is its date. */
  readonly seen: boolean;
}

/** One thing that is missing. `pointer` is a JSON Pointer (RFC 6901) into a request that holds the pieces in `/evidence`. */
export interface Missing extends PolicyRemark {
  readonly code: 'too-few' | 'wrong-kind' | 'not-pinned' | 'not-seen' | 'not-allowed' | 'not-theirs' | 'too-old' | 'age-unknown';
}

/**
 * What evidence lacks to meet the policy of its achievement. Pieces of kinds that the policy does not name may accompany the others;
 * they neither count nor have to meet anything. A refused link is reported under every policy, `none` included.
 *
 * @param now milliseconds since 1970 UTC
 * @returns nothing when the policy is met
 */
export function judgePolicy(policy: EvidencePolicy, items: readonly PolicyItem[], now: number): readonly Missing[] {
  const missing: Missing[] = [];
  const add = (pointer: string, code: Missing['code'], detail: string): void => void missing.push({ pointer, code, detail });
  items.forEach(({ refused }, at) => {
    if (refused) add(`/evidence/${at}/url`, 'not-allowed', 'cannot be evidence: give a public https address');
  });
  if (policy === 'none') return missing;
  const { min, kinds, pinned, authorship, maxAge } = policy;
  const found = items.filter((item) => counts(policy, item)).length;
  if (found < min) {
    const of = kinds === undefined ? '' : ` of these kinds: ${kinds.join(', ')}`;
    add('/evidence', 'too-few', `needs ${min} ${min === 1 ? 'piece' : 'pieces'} of work${of}; ${found} given`);
  }
  items.forEach((item, at) => {
    if (item.refused) return;
    if (!counts(policy, item)) {
      if (found < min) add(`/evidence/${at}`, 'wrong-kind', `is of kind ${item.kind}, which does not count here`);
      return;
    }
    if (pinned === 'required' && !item.pinned && item.unseen != null) add(`/evidence/${at}/url`, 'not-seen', describeUnseen(item.unseen));
    else if (pinned === 'required' && !item.pinned)
      add(`/evidence/${at}/url`, 'not-pinned', 'does not name one immutable version: link to a file, or to a commit by its full id');
    if (authorship === 'required' && !item.theirs)
      add(`/evidence/${at}`, 'not-theirs', `shows nothing that ties it to the recipient: ${REMEDY}`);
    const age = maxAge === undefined ? null : judgeAge(item, maxAge, now);
    if (age !== null) add(`/evidence/${at}`, age.code, age.detail);
  });
  return missing;
}

/** What the policy recommends and evidence lacks. It keeps no badge from being issued. */
export function advise(policy: EvidencePolicy, items: readonly PolicyItem[]): readonly Missing[] {
  if (policy === 'none' || policy.authorship !== 'recommended') return [];
  return items.flatMap((item, at) =>
    counts(policy, item) && !item.theirs
      ? [{ pointer: `/evidence/${at}`, code: 'not-theirs' as const, detail: `could show that it is the recipient’s: ${REMEDY}` }]
      : [],
  );
}

const REMEDY = 'a text of the issuer in the repository or on the site, or commits signed with a key that the recipient proved';

function counts({ kinds }: Exclude<EvidencePolicy, 'none'>, { kind, refused }: PolicyItem): boolean {
  return !refused && (kinds === undefined || kinds.includes(kind));
}

function judgeAge({ changedAt, seen }: PolicyItem, maxAge: string, now: number): Pick<Missing, 'code' | 'detail'> | null {
  const changed = changedAt === null ? Number.NaN : Date.parse(changedAt);
  const date = Number.isNaN(changed) ? (seen ? now : null) : changed;
  if (date === null) return { code: 'age-unknown', detail: `has no date that can be read, and may not be older than ${maxAge}` };
  if (addDuration(date, maxAge) >= now) return null;
  return { code: 'too-old', detail: `is of ${new Date(date).toISOString().slice(0, 10)}, and may not be older than ${maxAge}` };
}
