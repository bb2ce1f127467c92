import type { ExpectedAuthorship, PinnedItem } from '@proofmark/evidence';
import { formatInstant } from '@proofmark/primitives';
import type { AnyEvidenceInput, CaptureRequest, DeclaredAuthor } from '@proofmark/schemas/api';
import type { NewArchiveRequest, StoredCopy } from '../../store/index.js';
import type { Clock } from '../ports.js';
import type { PreparedRecipient } from '../recipients/recipient.js';
import { done, type Result, refused } from '../result.js';
import { askArchives } from './archive-requests.js';
import { captureEvidence } from './capture-evidence.js';
import { type ChallengeTexts, challengeTexts } from './challenge-texts.js';
import type { EvidenceGathering } from './evidence-sources.js';
import { linkAccounts } from './link-accounts.js';
import { pinEvidence } from './pin-evidence.js';
import { proveKeys } from './prove-keys.js';

export interface EvidenceRequest {
  readonly evidence: readonly AnyEvidenceInput[];
  /** The recipient's addresses, keys and accounts, as the caller declares them. */
  readonly author: DeclaredAuthor | undefined;
  readonly keep: CaptureRequest | undefined;
}

/** The recipient and the issuer: the expected texts depend on both. */
export interface Beneficiary {
  readonly issuerId: string;
  readonly recipient: Pick<PreparedRecipient, 'lookup'> & { readonly badge: { readonly id: string } };
}

/** What was found out about the evidence of a badge, and what is stored with it. */
export interface GatheredEvidence {
  readonly pinned: readonly PinnedItem[];
  /** Public. */
  readonly copies: readonly StoredCopy[];
  /** Of private work. */
  readonly contents: readonly StoredCopy[];
  readonly archiving: readonly NewArchiveRequest[];
}

/** `gatherEvidence`, bound to what reads the evidence. */
export type GatherEvidence = (request: EvidenceRequest, about: EvidenceContext) => Promise<Result<GatheredEvidence>>;

export interface EvidenceContext {
  /** The `id` that the badge will have, under which copies are served. */
  readonly credential: string;
  /** The recipient, when one is known. */
  readonly beneficiary: Beneficiary | null;
}

/**
 * Looks at the work as issuing does: pins it, takes the copies that are asked for, and notes which archives will be asked. Nothing is stored.
 */
export async function gatherEvidence(
  deps: EvidenceGathering,
  { evidence, author, keep }: EvidenceRequest,
  { credential, beneficiary }: EvidenceContext,
): Promise<Result<GatheredEvidence>> {
  const archives = keep?.archive ?? [];
  const unknown = archives.flatMap((name, at) =>
    deps.sources.archives[name] === undefined
      ? [
          {
            pointer: `/keep/archive/${at}`,
            code: 'no-such-value' as const,
            detail:
              'is no archive that this service is connected to: leave it out, or ask whoever runs the service to set ARCHIVE_SOFTWARE_HERITAGE or ARCHIVE_WAYBACK',
          },
        ]
      : [],
  );
  if (unknown.length > 0) return refused('invalid-request', 'The service is not connected to an archive that the request names.', unknown);
  const copying = keep?.copy === true;
  const texts = beneficiary === null ? null : challengeTexts(deps.recipients, beneficiary.issuerId, beneficiary.recipient);
  const proven = await proveKeys(deps.sources.signatures, texts?.signature ?? null, author?.sshSignatures ?? []);
  if (!proven.ok) return proven;
  const authorship = beneficiary === null ? null : expectedAuthorship(deps.clock, beneficiary, texts);
  const found = await pinEvidence(deps, evidence, { author, provenKeys: proven.value, authorship, bodies: copying });
  if (!found.ok) return found;
  const linked = await linkAccounts(
    { forges: deps.sources.forges, clock: deps.clock },
    found.value.map(({ item }) => item),
    author?.accounts ?? [],
  );
  const work = found.value.map((piece, at) => ({ ...piece, item: linked[at]! }));
  const { items, copies } = copying ? await captureEvidence(deps, work, credential) : { items: linked, copies: [] };
  const asked = askArchives(deps, items, archives);
  const contents = work.flatMap(({ content }, at) => (content === null ? [] : [{ n: at + 1, ...content }]));
  return done({ pinned: asked.items, copies, contents, archiving: asked.requests });
}

function expectedAuthorship(clock: Clock, { recipient }: Beneficiary, texts: ChallengeTexts | null): ExpectedAuthorship {
  const { id } = recipient.badge;
  return {
    textsFor: (place) => (texts === null ? [] : [texts.textFor(place)]),
    did: id.startsWith('did:') ? id : null,
    at: formatInstant(clock.now().getTime()),
  };
}
