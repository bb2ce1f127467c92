import { ageOfEvidence, type Recheck } from '@proofmark/evidence';
import type { CaptureReport, EvidenceReport, Outcome } from '@proofmark/schemas';
import type { Authorship, Capture, EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import { contentsOf } from './contents.js';

/** All that was found out about the work of one credential. */
export interface WorkFound {
  /** The evidence objects, in their order; `recheck` is null for what only names another again by a SWHID. */
  readonly pieces: readonly PieceFound[];
  readonly report: EvidenceReportDocument | null;
  readonly log: WorkLogDocument | null;
  /** Addresses of related resources whose digest does not fit. */
  readonly mismatched: readonly string[];
  /**
   * Who vouches for the badge by a genuine endorsement, and is somebody else than its issuer and its learner; with the name in it. `domain`: that of an address that they
   * proved to the service of the issuer.
   */
  readonly endorsers: readonly { readonly by: string; readonly calls: string | null; readonly domain?: string }[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

export interface PieceFound {
  readonly id: string | null;
  /** As the badge tells it: see `WorkFact`. */
  readonly pinned: boolean | null;
  readonly companionOf: number | null;
  readonly recheck: Recheck | null;
}

/** The four lines about each evidence object, in their order. */
export function workLines(found: WorkFound): readonly EvidenceReport[] {
  return found.pieces.map((piece, at) =>
    piece.companionOf === null ? workLine(piece, at, found) : companionLine(piece, piece.companionOf, found),
  );
}

/**
 * Whether the issuer signed a fingerprint of the work. Where the badge leaves that open, its report says whether the repository was read; of a
 * DOI and of a capture in an archive there is no fingerprint, so nobody can compare.
 */
function isPinned({ id, pinned }: PieceFound, { report }: Pick<WorkFound, 'report'>): EvidenceReport['pinned'] {
  if (pinned !== null) return pinned ? 'yes' : 'no';
  const reported = report?.items.find((item) => item.id === id);
  if (reported === undefined) return 'not-checked';
  if (reported.git !== null && (reported.pin === 'commit' || reported.pin === 'swhid')) return 'yes';
  return reported.pin === 'doi' || reported.pin === 'capture' ? 'not-checked' : 'no';
}

type Line = Pick<EvidenceReport, 'id' | 'pinned' | 'sameBytes' | 'checkedAt' | 'reason' | 'notes' | 'readBy' | 'askAgainAt'>;

function lineOf(piece: PieceFound, found: WorkFound): Line {
  const { id, recheck } = piece;
  const { at } = found;
  return {
    id,
    pinned: isPinned(piece, found),
    sameBytes: recheck?.sameBytes ?? 'not-checked',
    ...(recheck === null ? {} : { checkedAt: new Date(at).toISOString() }),
    ...(recheck?.reason == null ? {} : { reason: recheck.reason }),
    ...(recheck === null || recheck.notes.length === 0 ? {} : { notes: recheck.notes }),
    ...(recheck?.readBy === undefined ? {} : { readBy: recheck.readBy }),
    ...(recheck?.askAgainAt === undefined ? {} : { askAgainAt: recheck.askAgainAt }),
  };
}

function companionLine(piece: PieceFound, companionOf: number, found: WorkFound): EvidenceReport {
  return { ...lineOf(piece, found), kept: 'not-checked', theirs: 'not-checked', companionOf };
}

function workLine(piece: PieceFound, at: number, found: WorkFound): EvidenceReport {
  const { report, log, validFrom, validUntil } = found;
  const reported = report?.items.find(({ id }) => id === piece.id);
  const logged = log?.items.find(({ id }) => id === piece.id);
  const copies = copiesOf([...(reported?.kept ?? []), ...(logged?.kept ?? [])], at, found);
  const said = [...(reported?.theirs ?? []), ...(logged?.theirs ?? [])];
  const assessors = said.filter(({ method }) => method === 'assessor');
  const authorship = authorshipOf(said, found);
  const issuerSays = [...new Set(assessors.map(({ by }) => by))].filter((name) => found.endorsers.every(({ calls }) => calls !== name));
  const changedAt = piece.recheck?.changedAt ?? reported?.changedAt ?? null;
  const age = ageOfEvidence({ changedAt, validFrom, validUntil }, found.at);
  const lastLook = logged?.looks[0];
  const known = reported !== undefined;
  const byCopy = piece.pinned !== true && found.pieces.some(({ companionOf, pinned }) => companionOf === at && pinned);
  return {
    ...lineOf(piece, found),
    ...(byCopy ? { pinned: 'yes', pinnedBy: 'copy' } : {}),
    kept: copies.some(isThere) ? 'yes' : known || copies.length > 0 ? 'no' : 'not-checked',
    theirs: authorship.length > 0 ? 'yes' : known ? 'no' : 'not-checked',
    ...(authorship.length === 0 ? {} : { theirsBy: [...new Set(authorship.map(({ method }) => method))].join(', '), authorship }),
    ...(issuerSays.length === 0 ? {} : { issuerSays }),
    ...(copies.length === 0 ? {} : { keptCopies: copies }),
    ...(changedAt === null ? {} : { changedAt }),
    ...(age === null ? {} : { age }),
    ...contentsOf(piece, reported, report),
    ...(lastLook === undefined ? {} : { lastLook }),
  };
}

/** A capture that is declared, and was not found missing or altered. */
function isThere({ state, sameBytes }: CaptureReport): boolean {
  return state === 'kept' && sameBytes !== 'gone' && sameBytes !== 'changed';
}

/** The statements about captures, latest first, and the captures in the badge itself. */
function copiesOf(said: readonly Capture[], at: number, { pieces, report }: WorkFound): readonly CaptureReport[] {
  const byPlace = new Map(said.map((copy) => [`${copy.by} ${copy.url ?? ''}`, copy]));
  // An archive that was asked and has answered since is no open request any more.
  const answered = new Set(said.filter(({ state }) => state === 'kept').map(({ by }) => by));
  const copies = [...byPlace.values()].filter(({ by, state }) => state === 'kept' || !answered.has(by));
  const looked = new Map(
    pieces.flatMap(({ id, companionOf, recheck }) => (companionOf === at && recheck !== null ? [[id, recheck.sameBytes]] : [])),
  );
  const unsaid = [...looked.keys()].filter((id) => id !== null && !copies.some(({ url }) => url === id));
  const own = unsaid.map((url): Capture => ({ by: 'issuer', url, state: 'kept', at: report?.madeAt ?? '', digestSRI: null }));
  return [...copies, ...own].map((copy) => ({ ...copy, sameBytes: looked.get(copy.url) ?? null }));
}

/**
 * Each method once. A name that the issuer gives ties the work to nobody: an assessor counts by an endorsement that somebody else signed, under
 * the host or key that was proved, or by one that says which address they proved.
 */
function authorshipOf(said: readonly Authorship[], { endorsers }: WorkFound): readonly Authorship[] {
  const counted = said.flatMap((one) =>
    one.method === 'assessor' ? endorsers.map(({ calls: _, ...who }) => ({ ...one, ...who })) : [one],
  );
  return [...new Map(counted.map((one) => [`${one.method} ${one.by} ${one.domain}`, one])).values()];
}

/**
 * Whether the work behind the badge is still what was judged: passed when every piece matches, failed when one has changed or is gone, or
 * when a document that the badge binds by its digest is another one now. Null when there is nothing to say.
 */
export function workOutcome(found: Pick<WorkFound, 'pieces' | 'mismatched' | 'report'>): Outcome | null {
  const { pieces, mismatched } = found;
  const works = pieces.filter(({ companionOf }) => companionOf === null);
  const [count, pinned] = [works.length, works.filter((work) => isPinned(work, found) === 'yes').length];
  const with_ = (answer: Recheck['sameBytes'], among = works): number =>
    among.filter(({ recheck }) => recheck?.sameBytes === answer).length;
  const [matching, changed, gone, hidden] = [with_('matches'), with_('changed', [...pieces]), with_('gone'), with_('private')];
  if (mismatched.length > 0) return { outcome: 'failed', code: 'evidence-changed', detail: { count, changed, related: mismatched } };
  if (changed > 0) return { outcome: 'failed', code: 'evidence-changed', detail: { count, changed } };
  if (count === 0) return null;
  if (gone > 0) return { outcome: 'failed', code: 'evidence-gone', detail: { count, gone } };
  if (matching === count) return { outcome: 'passed', detail: { count } };
  return { outcome: 'unknown', code: 'evidence-not-checked', detail: { count, pinned, matching, ...(hidden > 0 && { private: hidden }) } };
}
