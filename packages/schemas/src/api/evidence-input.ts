import { z } from 'zod';
import { ARCHIVE_NAMES, type ArchiveName } from '../evidence/evidence-report.js';
import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence/facts.js';
import { as, type FieldCode, matching, text, workUrl } from './fields.js';

/** A link to work, as the caller gives it. */
export interface EvidenceInput {
  readonly url: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly narrative?: string | undefined;
  readonly genre?: string | undefined;
  readonly audience?: string | undefined;
  /** What it is, when the link alone does not tell. */
  readonly kind?: EvidenceKind | undefined;
}

/** Evidence without a public address. The badge holds its digest, to compare with a file that is shown. */
export interface PrivateEvidenceInput extends Omit<EvidenceInput, 'url' | 'name'> {
  readonly private: true;
  readonly name: string;
  readonly mediaType: string;
  /** Of the work's bytes, where the service is not to have it: SHA-256, in base64url (`uEi…`). Exactly one of the two. */
  readonly digestMultibase?: string | undefined;
  /** The evidence itself, in base64: kept by the service, and shown by viewing links only. At most 512 KiB. */
  readonly content?: string | undefined;
}

/** A piece of evidence in a request. */
export type AnyEvidenceInput = EvidenceInput | PrivateEvidenceInput;

/** Whose work it is said to be. Addresses and keys are claims: they are counted in the history of a repository, and prove nothing by themselves. */
export interface DeclaredAuthor {
  readonly emails?: readonly string[] | undefined;
  /** Public keys as OpenSSH writes them, one line each. */
  readonly sshKeys?: readonly string[] | undefined;
  /** OpenPGP public keys in ASCII armour. */
  readonly pgpKeys?: readonly string[] | undefined;
  /**
   * The issuer's challenge, signed by the recipient's SSH keys (`ssh-keygen -Y sign -n proofmark`): then these keys are proven to be theirs,
   * and commits that they signed tie the work to the recipient.
   */
  readonly sshSignatures?: readonly string[] | undefined;
  /** Accounts at hosting services that the recipient linked, as the caller knows them. */
  readonly accounts?: readonly LinkedAccount[] | undefined;
}

/** An account at a hosting service. */
export interface LinkedAccount {
  /** As it stands in links: `github.com`. */
  readonly host: string;
  /** The number of the account, which stays when its name changes. */
  readonly id: string;
}

const MAX_CONTENT = 512 * 1024;
const PRIVATE_BYTES = 'needs `digestMultibase` or `content` for work that is `private`, and not both';
const DIGEST = /^uEi[A-D][A-Za-z0-9_-]{42}[AQgw]$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const workInputSchema: z.ZodType<AnyEvidenceInput> = z
  .strictObject({
    url: workUrl().optional(),
    private: z
      .literal(true)
      .optional()
      .meta({ description: 'The work has no public address; then `name`, `mediaType` and one of `digestMultibase` and `content`.' }),
    name: text(300).optional(),
    description: text(2000).optional(),
    narrative: text(10_000).optional(),
    genre: text(100).optional(),
    audience: text(200).optional(),
    kind: z.enum(EVIDENCE_KINDS).optional(),
    mediaType: matching(
      /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/,
      127,
      'not-allowed',
      'is no media type in lower case, such as application/pdf',
    ).optional(),
    digestMultibase: matching(
      DIGEST,
      47,
      'not-allowed',
      'is no SHA-256 digest as a multibase of 47 characters in base64url, uEi…',
    ).optional(),
    content: z
      .string()
      .max(Math.ceil(MAX_CONTENT / 3) * 4, { abort: true })
      .refine((value) => value.length > 0 && BASE64.test(value), as('not-allowed', 'is not base64 (RFC 4648, 4)'))
      .optional()
      .meta({ format: 'byte' }),
  })
  .superRefine((work, context) => {
    const fault = (path: string, code: FieldCode, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], ...as(code, message), message });
    if (work.private !== true) {
      if (work.url === undefined)
        fault('url', 'required', 'is required: the address of the work; work without one is marked with `private`');
      for (const name of ['mediaType', 'digestMultibase', 'content'] as const)
        if (work[name] !== undefined) fault(name, 'not-allowed', 'is for work that is `private`: leave it out, or set `private` to true');
      return;
    }
    if (work.url !== undefined) fault('url', 'not-allowed', 'would make it public: `private` work has no address');
    for (const name of ['name', 'mediaType'] as const)
      if (work[name] === undefined)
        fault(
          name,
          'required',
          name === 'name'
            ? 'is required of work that is `private`: what it is called'
            : 'is required of work that is `private`: such as application/pdf',
        );
    if ((work.digestMultibase === undefined) === (work.content === undefined))
      context.addIssue({
        code: 'custom',
        path: [],
        ...as('exactly-one', PRIVATE_BYTES),
        message: PRIVATE_BYTES,
      });
  })
  .meta({
    id: 'EvidenceInput',
    example: {
      url: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567',
      name: 'Todo API',
      narrative: 'Built for module 4 and assessed against rubric R2.',
    },
  }) as unknown as z.ZodType<AnyEvidenceInput>;

/** Pieces of work: at most 20. */
export const evidenceListSchema: z.ZodType<readonly AnyEvidenceInput[]> = z.array(workInputSchema).max(20);

// A private key that is sent by mistake is refused here, before it goes anywhere.
const SSH_ARMOUR = '-----BEGIN SSH SIGNATURE-----';
const PGP_ARMOUR = '-----BEGIN PGP PUBLIC KEY BLOCK-----';

export const declaredAuthorSchema: z.ZodType<DeclaredAuthor> = z
  .strictObject({
    emails: z.array(text(254)).max(10).optional(),
    sshKeys: z.array(text(1000)).max(10).optional(),
    pgpKeys: z
      .array(
        text(20_000).refine((key) => key.trimStart().startsWith(PGP_ARMOUR), as('malformed-text', `does not begin with ${PGP_ARMOUR}`)),
      )
      .max(5)
      .optional(),
    sshSignatures: z
      .array(text(5000).refine((signature) => signature.startsWith(SSH_ARMOUR), as('malformed-text', `does not begin with ${SSH_ARMOUR}`)))
      .max(5)
      .optional(),
    accounts: z
      .array(
        z.strictObject({
          host: matching(
            /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/,
            253,
            'not-allowed',
            'is not the name of a host in lower case, such as github.com',
          ),
          id: matching(/^\d{1,20}$/, 20, 'not-allowed', 'is not the number of an account, which is 1 to 20 digits'),
        }),
      )
      .max(10)
      .optional(),
  })
  .meta({ id: 'DeclaredAuthor', example: { emails: ['ada@example.org'] } });

/** What is to be kept of the work, beyond its link. */
export interface CaptureRequest {
  /** The issuer keeps a public copy of each file and page: then a page counts as pinned. */
  readonly copy?: boolean | undefined;
  /**
   * Public archives that are asked to save the work: Software Heritage for repositories, the Wayback Machine for everything with a web address.
   * It cannot be undone.
   */
  readonly archive?: readonly ArchiveName[] | undefined;
  /** That the recipient agrees: copies are public. Nothing is kept without it. */
  readonly consent?: boolean | undefined;
}

export const captureRequestSchema: z.ZodType<CaptureRequest> = z
  .strictObject({
    copy: z.boolean().optional(),
    archive: z.array(z.enum(ARCHIVE_NAMES)).max(ARCHIVE_NAMES.length).optional(),
    consent: z.boolean().optional(),
  })
  .refine(
    ({ copy, archive = [] }) => copy === true || archive.length > 0,
    as('at-least-one', 'says nothing to keep: set `copy` or name an archive'),
  )
  .refine(({ archive = [] }) => new Set(archive).size === archive.length, {
    ...as('not-unique', 'names an archive twice: once is enough'),
    path: ['archive'],
  })
  .refine(({ consent }) => consent === true, {
    ...as('required', 'is needed: what is kept is public, so the recipient has to agree; then set it to true'),
    path: ['consent'],
  })
  .meta({ id: 'KeepWork', example: { copy: true, archive: ['software-heritage'], consent: true } });
