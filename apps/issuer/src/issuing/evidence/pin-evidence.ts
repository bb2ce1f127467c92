import { type ExpectedAuthorship, type FetchedEvidence, type PinnedItem, type PinPorts, pinLink } from '@proofmark/evidence';
import { mapLimited } from '@proofmark/primitives';
import type { AnyEvidenceInput, DeclaredAuthor, FieldError } from '@proofmark/schemas/api';
import { crypto } from '../crypto.js';
import { done, type Result, refused } from '../result.js';
import type { EvidenceGathering, EvidenceSources } from './evidence-sources.js';
import { isPrivate, type PrivateContent, takePrivateWork } from './private-work.js';

/** How much of a file is fetched. */
export const WORK_BYTES: number = 20 * 1024 * 1024;
const AT_ONCE = 4;

/** A piece of work that was pinned. */
export interface PinnedEvidence {
  readonly item: PinnedItem;
  /** The bytes whose digest pins it; null for evidence of other kinds, and when they were not asked for. */
  readonly body: Uint8Array | null;
  /** Of private work, what the service keeps of it. */
  readonly content: PrivateContent | null;
}

export interface PinEvidenceOptions {
  /** Whose commits to count in repositories. */
  readonly author: DeclaredAuthor | undefined;
  /** SSH keys that the recipient proved to have. */
  readonly provenKeys: readonly string[];
  /** What would show authorship of the recipient; null without a recipient. */
  readonly authorship: ExpectedAuthorship | null;
  /** Hands out the bytes of files. */
  readonly bodies: boolean;
}

/** Pins each piece of work, in their order. Nothing is stored. Refuses private pictures from which metadata cannot be taken. */
export async function pinEvidence(
  deps: Omit<EvidenceGathering, 'recipients'>,
  links: readonly AnyEvidenceInput[],
  { author, provenKeys, authorship, bodies }: PinEvidenceOptions,
): Promise<Result<readonly PinnedEvidence[]>> {
  const options = { allowLoopback: deps.local, now: deps.clock.now().getTime(), author, provenKeys, authorship: authorship ?? undefined };
  const readAuthorshipFile = oncePerAddress(deps.sources.readAuthorshipFile);
  const errors: FieldError[] = [];
  const pin = async (link: AnyEvidenceInput, at: number): Promise<PinnedEvidence | null> => {
    if (isPrivate(link)) {
      const taken = takePrivateWork(deps, link);
      if (!('refused' in taken)) return { ...taken, body: null };
      errors.push({ pointer: `/evidence/${at}/mediaType`, code: 'not-allowed', detail: PICTURE });
      return null;
    }
    let last: Uint8Array | null = null;
    const fetch = async (url: string): Promise<FetchedEvidence> => {
      const fetched = await fetchWork(deps.sources, url);
      last = fetched.ok ? fetched.body : null;
      return fetched;
    };
    const { git, askDoi } = deps.sources;
    const ports: PinPorts = { git, fetch, readAuthorshipFile, ...(askDoi === undefined ? {} : { askDoi }) };
    const item = await pinLink(ports, link, options);
    return { item, content: null, body: bodies && item.finding.digestMultibase !== null ? last : null };
  };
  const items = (await mapLimited(AT_ONCE, links, pin)).filter((item) => item !== null);
  return errors.length === 0 ? done(items) : refused('invalid-request', 'A piece of private work cannot be kept.', errors);
}

const PICTURE = 'is that of a picture from which metadata cannot be taken: send PNG, JPEG, WebP or GIF, or only its digest';

/** Several pieces of work may be on one site. */
function oncePerAddress(read: EvidenceSources['readAuthorshipFile']): EvidenceSources['readAuthorshipFile'] {
  const known = new Map<string, Promise<string | null>>();
  return (url) => {
    const found = known.get(url) ?? read(url);
    known.set(url, found);
    return found;
  };
}

async function fetchWork({ documents }: Pick<EvidenceSources, 'documents'>, url: string): Promise<FetchedEvidence> {
  const fetched = await documents.fetch({ url, accept: '*/*', maxBytes: WORK_BYTES, for: 'evidence' });
  if (!fetched.ok) return { ok: false, code: fetched.code, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
  const { body, mediaType } = fetched;
  return { ok: true, finalUrl: fetched.finalUrl ?? fetched.url, mediaType, body, sha256: crypto.digest('SHA-256', body) };
}
