import { buildCredential, type EvidenceInput as CredentialEvidence, type ResultInput } from '@proofmark/credentials';
import type { OtherName, PinnedItem } from '@proofmark/evidence';
import { credentialUrl, statusListUrl, type UnsignedCredential } from '@proofmark/schemas';
import type { AnyEvidenceInput, EvidenceFinding, FieldError } from '@proofmark/schemas/api';
import type { AchievementRecord, IssuerRecord, NewArchiveRequest, StoredCopy } from '../../store/index.js';
import type { BoundReport } from '../evidence/evidence-report.js';
import type { PreparedRecipient } from '../recipients/recipient.js';
import type { StatusPlace } from '../status-lists/status-list.js';
import { issuerOfBadge } from '../would-conform.js';
import type { Validity } from './validity.js';

/** What a corrected badge takes over of the old one, with the addresses under the old one's id moved to the new. */
export interface Original {
  readonly credential: UnsignedCredential;
  readonly findings: readonly EvidenceFinding[];
}

/** All that a badge is made of, but its issuer and its place in a status list. */
export interface BadgeParts {
  readonly id: string;
  readonly achievement: AchievementRecord;
  readonly recipient: PreparedRecipient;
  readonly results: readonly ResultInput[];
  readonly narrative: string | undefined;
  readonly links: readonly AnyEvidenceInput[];
  readonly pinned: readonly PinnedItem[];
  /** Null when no work is attached. */
  readonly report: BoundReport | null;
  readonly copies: readonly StoredCopy[];
  /** Of private work. */
  readonly contents: readonly StoredCopy[];
  readonly archiving: readonly NewArchiveRequest[];
  readonly validity: Validity;
  /** Whether the recipient is to get a mail; null where the issuer decides. */
  readonly mail: boolean | null;
  /** Of a badge that corrects another: what it takes over. */
  readonly original?: Original;
}

/** The whole unsigned badge. */
export function buildBadge(parts: BadgeParts, issuer: IssuerRecord, place: StatusPlace, base: string): UnsignedCredential {
  const { achievement, recipient, results, narrative, links, pinned, report, validity } = parts;
  const id = credentialUrl(base, parts.id);
  const built = buildCredential({
    id,
    issuer: issuerOfBadge(issuer),
    test: issuer.mode === 'test',
    achievement: achievement.definition,
    recipient: recipient.badge,
    results,
    narrative,
    validFrom: validity.from,
    validUntil: validity.until,
    evidence: [...links.map((work, at) => ({ ...described(work), ...pinned[at]?.evidence })), ...otherNames(pinned)],
    relatedResource: report === null ? [] : [report.resource],
    status: { list: statusListUrl(base, issuer.slug, place.listId), index: place.index, reference: `${id}/status` },
  });
  if (parts.original !== undefined) return inPlaceOf(parts.original.credential, built);
  return { ...built, credentialSubject: { ...built.credentialSubject, achievement: achievement.definition } };
}

/** What the old badge says, of the recipient of the new one and in its place. */
function inPlaceOf(old: UnsignedCredential, built: UnsignedCredential): UnsignedCredential {
  const { '@context': context, type, id, issuer, credentialStatus, relatedResource, credentialSubject } = built;
  const { identifier: _, ...subject } = old.credentialSubject;
  const { id: person, identifier } = credentialSubject;
  return {
    ...old,
    ...{ '@context': context, type, id, issuer },
    credentialSubject: { ...subject, id: person, ...(identifier === undefined ? {} : { identifier }) },
    ...(relatedResource === undefined ? {} : { relatedResource }),
    ...(credentialStatus === undefined ? {} : { credentialStatus }),
  };
}

/** The members of a piece of evidence that the caller gives; its id and digest were found out. */
function described({ name, description, narrative, genre, audience }: AnyEvidenceInput): Omit<CredentialEvidence, 'id'> {
  return { name, description, narrative, genre, audience };
}

/** Each name once: two links may lead to the same files, and a link may be such a name itself. */
function otherNames(pinned: readonly PinnedItem[]): readonly OtherName[] {
  const named = new Set(pinned.map(({ evidence }) => evidence.id));
  return pinned.flatMap(({ others }) => others).filter(({ id }) => !named.has(id) && named.add(id));
}

/** Pieces of evidence that have the id of another part of the badge and contradict it: to JSON-LD the two are one. */
export function sharedIds(badge: UnsignedCredential): readonly FieldError[] {
  const { evidence = [], ...rest } = badge;
  const others = nodesIn(rest);
  const own = [badge.id, badge.credentialStatus?.id];
  return evidence.flatMap((piece, at) => {
    const same = others.filter(({ id }) => id !== undefined && id === piece.id);
    const differs = same.some((other) => own.includes(piece.id) || contradicts(other, piece));
    return differs
      ? [
          {
            pointer: `/evidence/${at}/id`,
            code: 'not-unique' as const,
            detail:
              'is the address of another part of the badge, which says other things of it: link to the work itself, or leave out the members that differ',
          },
        ]
      : [];
  });
}

type Node = Readonly<Record<string, unknown>>;

function nodesIn(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesIn);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

/** Whether two nodes give a text to one member that is not the same. Of digests there may be several. */
function contradicts(one: Node, other: Node): boolean {
  const texts = Object.keys(one).filter((key) => typeof one[key] === 'string' && typeof other[key] === 'string');
  return texts.some((key) => key !== 'type' && !key.startsWith('digest') && one[key] !== other[key]);
}
