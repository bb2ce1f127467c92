import type { CaptureReport, EvidenceReport } from '@proofmark/schemas';
import type { EvidenceFinding, GitFinding } from '@proofmark/schemas/api';
import type { Authorship, LoggedEvidence, LoggedRecheck } from '@proofmark/schemas/evidence';
import { loggedWork, type WorkHistory } from '../../issuing/monitoring/work-log.js';

/** What the issuer knows of one piece of work. */
export interface KnownWork extends LoggedEvidence {
  /** RFC 3339: the last change of the work that is known of, or null. */
  readonly changedAt: string | null;
  /** The issuer has read what the link leads to, or found in an archive or a registry what it names. */
  readonly seen: boolean;
  /** Bytes, of a file that was fetched. */
  readonly size: number | null;
  /** Of a file that was fetched. */
  readonly mediaType: string | null;
  /** What a repository was found to hold. */
  readonly git: GitFinding | null;
}

/** What the issuer knows of each piece of work, by the `id` of its evidence object. Empty when it never looked. */
export function knownWork(history: WorkHistory | null, now: Date): ReadonlyMap<string, KnownWork> {
  if (history === null) return new Map();
  const { evidence, findings } = history;
  const found = new Map(evidence.map(({ id }, piece) => [id, findings[piece]]));
  return new Map(
    loggedWork(history, now).map((work) => {
      const finding = found.get(work.id);
      const { changedAt = null, size = null, mediaType = null, git = null } = finding ?? {};
      return [work.id, { ...work, changedAt, size, mediaType, git, seen: finding !== undefined && wasSeen(finding) }];
    }),
  );
}

/**
 * Whether the issuer had read the work when it issued the badge. Earlier versions called a commit, a DOI or a capture pinned by its address
 * alone: then nothing else of it was found.
 */
function wasSeen({ digestMultibase, size, git, method, changedAt }: EvidenceFinding): boolean {
  return digestMultibase !== null || size !== null || git !== null || (method === 'doi' && changedAt !== null);
}

/** The newest look that gave an answer, and the last one when that did not. */
export interface Looked {
  readonly answered: LoggedRecheck | null;
  readonly since: LoggedRecheck | null;
}

export function lookedAt({ looks }: Pick<KnownWork, 'looks'>): Looked {
  const answered = looks.find(({ sameBytes }) => sameBytes !== 'not-checked') ?? null;
  const [last = null] = looks;
  return { answered, since: last === answered ? null : last };
}

/** The four facts about a piece, as the issuer knows them. */
export function factsOf(id: string | null, pinned: boolean, known: KnownWork | undefined): EvidenceReport {
  const base = { id, pinned: pinned ? ('yes' as const) : ('no' as const) };
  // Nobody can look at work without an address, so that is what there is to say.
  const unseen = id?.startsWith('urn:') ? 'private' : 'not-checked';
  if (known === undefined) return { ...base, sameBytes: unseen, kept: 'not-checked', theirs: 'not-checked' };
  const { answered, since } = lookedAt(known);
  const look = answered ?? since;
  // Whom the issuer names ties the work to nobody, unlike a person who proved an address here: their signed endorsements stand below, each with what it shows.
  const isNamed = ({ method, domain }: Authorship): boolean => method === 'assessor' && domain === undefined;
  const authorship = known.theirs.filter((one) => !isNamed(one));
  const issuerSays = [...new Set(known.theirs.filter(isNamed).map(({ by }) => by))];
  const copies = known.kept.map((copy): CaptureReport => ({ ...copy, sameBytes: null }));
  return {
    ...base,
    sameBytes: look?.sameBytes ?? unseen,
    ...(look?.reason == null ? {} : { reason: look.reason }),
    kept: copies.some(({ state }) => state === 'kept') ? 'yes' : 'no',
    theirs: authorship.length > 0 ? 'yes' : 'no',
    keptCopies: copies,
    authorship,
    ...(issuerSays.length === 0 ? {} : { issuerSays }),
    ...(known.changedAt === null ? {} : { changedAt: known.changedAt }),
    ...(known.age === null ? {} : { age: known.age }),
  };
}
