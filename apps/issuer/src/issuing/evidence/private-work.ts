import { digestMultibase, digestSRI, type PinnedItem, pinPrivate } from '@proofmark/evidence';
import { formatInstant } from '@proofmark/primitives';
import type { AnyEvidenceInput, PrivateEvidenceInput } from '@proofmark/schemas/api';
import { crypto } from '../crypto.js';
import { randomUuid } from '../identifiers.js';
import type { IdSource } from '../ports.js';
import { capturableFile } from './capturable-file.js';

/** What the service keeps of private work, and shows by viewing links alone. */
export interface PrivateContent {
  /** That under which it is shown: never one that runs. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface TakenWork {
  readonly item: PinnedItem;
  /** Null when only a digest was given. */
  readonly content: PrivateContent | null;
}

export const isPrivate = (work: AnyEvidenceInput): work is PrivateEvidenceInput => 'private' in work && work.private;

/** Why a picture is refused: its metadata about places and people would be stored with it. */
export type RefusedWork = { readonly refused: 'picture' };

/**
 * Takes private work: its digest, and its content where that was sent. Of photographs the metadata are taken out first, so the digest is
 * that of what is kept.
 */
export function takePrivateWork({ clock, random }: IdSource, work: PrivateEvidenceInput): TakenWork | RefusedWork {
  const id = `urn:uuid:${randomUuid(random)}`;
  if (work.digestMultibase !== undefined) {
    return { item: pinPrivate(work, { id, digestMultibase: work.digestMultibase, size: null, kept: null }), content: null };
  }
  const copy = capturableFile(new Uint8Array(Buffer.from(work.content ?? '', 'base64')), work.mediaType);
  if (copy === null) return { refused: 'picture' };
  const { bytes, mediaType } = copy;
  const [sha256, sha384] = [crypto.digest('SHA-256', bytes), crypto.digest('SHA-384', bytes)];
  const at = formatInstant(clock.now().getTime());
  const kept = { by: 'issuer', url: null, state: 'kept', at, digestSRI: digestSRI(sha384) } as const;
  const item = pinPrivate(work, { id, digestMultibase: digestMultibase(sha256), size: bytes.length, kept });
  return { item, content: { mediaType, bytes } };
}
