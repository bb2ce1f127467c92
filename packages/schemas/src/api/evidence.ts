import { z } from 'zod';
import type { Authorship, Capture } from '../evidence/evidence-report.js';
import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence/facts.js';
import type { LoggedEvidence } from '../evidence/work-log.js';
import type { AnyEvidenceInput, CaptureRequest, DeclaredAuthor } from './evidence-input.js';
import { captureRequestSchema, declaredAuthorSchema, workInputSchema } from './evidence-input.js';
import { authorshipSchema, captureSchema, loggedEvidenceSchema } from './evidence-log.js';
import { as, id } from './fields.js';
import { type Recipient, recipientSchema } from './recipient.js';

/** What a repository was found to hold at one commit. All of it follows from the commit id. */
export interface GitFinding {
  readonly commit: string;
  /** The branch or tag that the link named, by its full name; null when it named a commit. */
  readonly ref: string | null;
  /** Whether a branch or tag leads to the commit; null when that was not found out. */
  readonly reachable: boolean | null;
  /** When the commit says that it was made, RFC 3339; null when that cannot be read. */
  readonly committedAt: string | null;
  readonly files: number;
  /** Null when the files were too large to read. */
  readonly bytes: number | null;
  /** At most ten, by bytes. Known by the endings of file names; what others wrote (`node_modules` …) is left out. */
  readonly languages: readonly { readonly name: string; readonly files: number; readonly bytes: number | null }[];
  /** The name of the licence's file in the root folder, null where there is none; absent in what was found before it was looked for. */
  readonly licence?: string | null | undefined;
  /** Null when the server gave no history within the limits. */
  readonly history: {
    readonly commits: number;
    /** False when there are more commits than were read. */
    readonly complete: boolean;
    readonly first: string | null;
    readonly last: string | null;
    /** Commits that name a declared address as author, and commits signed by a declared key; null when nothing was declared. */
    readonly authored: { readonly byEmail: number; readonly byKey: number } | null;
    /** Signed commits. X.509 signatures, and those of OpenPGP keys that were not declared, are not checked. */
    readonly signatures: { readonly valid: number; readonly invalid: number; readonly notChecked: number };
  } | null;
}

/** What pinning found about one link. */
export interface EvidenceFinding {
  /** The link as it was given; of private work the name that stands for it in the badge (`urn:uuid:…`). */
  readonly url: string;
  readonly kind: EvidenceKind;
  readonly pinned: boolean;
  /** How it is pinned: by the digest of its bytes, by what the link itself names (a commit, SWHID, DOI, capture), or not at all. */
  readonly method: 'digest' | 'commit' | 'swhid' | 'doi' | 'capture' | 'none';
  readonly digestMultibase: string | null;
  readonly mediaType: string | null;
  /** Bytes, when it was fetched. */
  readonly size: number | null;
  /** Why it is not pinned: a stable code such as `live-page`, `branch-link`, `timeout` or `http-status`; null when it is. */
  readonly reason: string | null;
  /** The form of the link that names one immutable version; it is what stands in the badge. Null when there is none. */
  readonly permalink: string | null;
  /** SWHIDs (ISO/IEC 18670) computed from the git objects: the folder or file, then the commit. */
  readonly swhids: readonly string[];
  /** RFC 3339: the date of the commit, or of the capture in an archive, as these say it themselves; null when none is known. */
  readonly changedAt: string | null;
  /** What a reader should know of it, as stable codes; some keep it from being pinned, others do not. */
  readonly problems: readonly string[];
  /** Null when it is no repository, or could not be read. */
  readonly git: GitFinding | null;
  /** The copies of it that are kept, or were asked for. */
  readonly kept: readonly Capture[];
  /** The authorship that was found, by method; none of them proves that the recipient wrote it. */
  readonly theirs: readonly Authorship[];
}

/** Links to try before issuing; or a badge, whose work is looked at again. */
export interface CheckEvidence {
  /** The badge; everything else goes with links. */
  readonly credentialId?: string | undefined;
  /** With an achievement, the answer also says whether its policy would be met. */
  readonly achievementId?: string | undefined;
  readonly evidence?: readonly AnyEvidenceInput[] | undefined;
  readonly author?: DeclaredAuthor | undefined;
  /** The supposed author, for whom authorship is looked for. Takes an achievement, or a key of the issuer. */
  readonly recipient?: Recipient | undefined;
  /** Tries whether captures can be made, and stores none. */
  readonly keep?: CaptureRequest | undefined;
}

/** One violation of a policy, or advice of it, about a request. `pointer` is a JSON Pointer (RFC 6901) into it. */
export interface PolicyRemark {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface EvidenceCheck {
  /** One for each link, in their order; empty for a badge. */
  readonly items: readonly EvidenceFinding[];
  /** Null when no achievement was named. */
  readonly policy: {
    readonly met: boolean;
    readonly missing: readonly PolicyRemark[];
    /** What the policy recommends and does not ask for. */
    readonly advice: readonly PolicyRemark[];
  } | null;
  /** Of a badge: what was found about each piece of evidence, the newest recheck first. Null for links. */
  readonly work: readonly LoggedEvidence[] | null;
}

const gitFindingSchema: z.ZodType<GitFinding> = z
  .object({
    commit: z.string(),
    ref: z.string().nullable(),
    reachable: z.boolean().nullable(),
    committedAt: z.string().nullable(),
    files: z.int(),
    bytes: z.int().nullable(),
    languages: z.array(z.object({ name: z.string(), files: z.int(), bytes: z.int().nullable() })),
    licence: z.string().nullable().optional(),
    history: z
      .object({
        commits: z.int(),
        complete: z.boolean(),
        first: z.string().nullable(),
        last: z.string().nullable(),
        authored: z.object({ byEmail: z.int(), byKey: z.int() }).nullable(),
        signatures: z.object({ valid: z.int(), invalid: z.int(), notChecked: z.int() }),
      })
      .nullable(),
  })
  .meta({ id: 'GitFinding' });

export const evidenceFindingSchema: z.ZodType<EvidenceFinding> = z
  .object({
    url: z.string(),
    kind: z.enum(EVIDENCE_KINDS),
    pinned: z.boolean(),
    method: z.enum(['digest', 'commit', 'swhid', 'doi', 'capture', 'none']),
    digestMultibase: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.int().nullable(),
    reason: z.string().nullable(),
    permalink: z.string().nullable(),
    swhids: z.array(z.string()),
    changedAt: z.string().nullable(),
    problems: z.array(z.string()),
    git: gitFindingSchema.nullable(),
    kept: z.array(captureSchema),
    theirs: z.array(authorshipSchema),
  })
  .meta({ id: 'EvidenceFinding' });

export const checkEvidenceSchema: z.ZodType<CheckEvidence> = z
  .strictObject({
    credentialId: id()
      .optional()
      .meta({ description: 'A badge of yours, instead of links: its work is looked at, and what is found is kept.' }),
    achievementId: id().optional(),
    evidence: z.array(workInputSchema).min(1).max(20).optional(),
    author: declaredAuthorSchema.optional(),
    recipient: recipientSchema.optional(),
    keep: captureRequestSchema.optional(),
  })
  .refine(({ credentialId, evidence }) => credentialId !== undefined || evidence !== undefined, {
    ...as('required', 'is required: a list of links, unless `credentialId` names a badge'),
    path: ['evidence'],
  })
  .refine(
    ({ credentialId, ...links }) => credentialId === undefined || Object.values(links).every((value) => value === undefined),
    as('exactly-one', 'names a badge and links: one at a time'),
  )
  .meta({ id: 'CheckEvidence', example: { evidence: [{ url: 'https://badges.example/example/todo-api.mjs' }] } });

const remarkSchema: z.ZodType<PolicyRemark> = z
  .object({ pointer: z.string(), code: z.string(), detail: z.string() })
  .meta({ id: 'PolicyRemark' });

export const evidenceCheckSchema: z.ZodType<EvidenceCheck> = z
  .object({
    items: z.array(evidenceFindingSchema),
    policy: z
      .object({
        met: z.boolean(),
        missing: z.array(remarkSchema),
        advice: z.array(remarkSchema),
      })
      .nullable(),
    work: z.array(loggedEvidenceSchema).nullable(),
  })
  .meta({ id: 'EvidenceCheck' });
