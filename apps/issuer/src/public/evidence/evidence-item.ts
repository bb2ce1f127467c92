import { describeLink } from '@proofmark/evidence';
import type { Evidence } from '@proofmark/schemas';
import { textMember } from '../badge/badge-view.js';
import { webAddress } from '../layout/foreign-link.js';

/** How a piece of work is held fast, or that it is not. */
export type Pin = 'digest' | 'commit' | 'named-version' | 'copy' | 'none';

/** One piece of work as a page shows it. */
export interface WorkItem {
  readonly title: string;
  readonly address: string | null;
  readonly kind: string;
  readonly pin: Pin;
  readonly narrative: string | null;
  readonly description: string | null;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  repository: 'Source code',
  deployment: 'Running work',
  document: 'Document',
  video: 'Video',
  image: 'Image',
  archive: 'Archived copy',
  file: 'File',
  page: 'Web page',
};

/** Reads one evidence object. Nothing is fetched: this is what the badge and its link say of themselves. */
export function workItem(evidence: Evidence): WorkItem {
  const address = textMember(evidence, 'id');
  const link = address === null ? null : describeLink(address, { allowLoopback: true });
  const mediaType = textMember(evidence, 'mediaType');
  const genre = textMember(evidence, 'genre');
  const kind =
    genre === null ? (kindOfMediaType(mediaType) ?? KIND_WORDS[link?.kind ?? ''] ?? 'Work') : (KIND_WORDS[genre.toLowerCase()] ?? genre);
  const pinned = link?.pinned === true;
  return {
    title: textMember(evidence, 'name') ?? titleOf(address),
    address,
    kind,
    pin:
      textMember(evidence, 'digestMultibase') !== null
        ? 'digest'
        : pinned
          ? link.pinnedBy === 'commit'
            ? 'commit'
            : 'named-version'
          : 'none',
    narrative: textMember(evidence, 'narrative'),
    description: textMember(evidence, 'description'),
  };
}

/** What a pin shows, and what it does not. Two sentences for every piece of work, never one tick. */
export const PIN_WORDS: Readonly<Record<Pin, { readonly label: string; readonly shows: string; readonly doesNotShow: string }>> = {
  digest: {
    label: 'Pinned',
    shows: 'The badge holds the fingerprint of this file as it was when the badge was issued, so a later change can be found.',
    doesNotShow: 'It does not show who made the file. Whether the file is still the same is found out by a check, not by this page.',
  },
  commit: {
    label: 'Pinned',
    shows: 'The link names one commit, and a commit cannot change without its name changing.',
    doesNotShow: 'It does not show who wrote the code, nor that the copy behind the link will stay online.',
  },
  'named-version': {
    label: 'Pinned',
    shows: 'The link names one fixed version of the work.',
    doesNotShow: 'It does not show who made it, nor that the copy behind the link will stay online.',
  },
  copy: {
    label: 'Pinned by a copy',
    shows: 'The badge holds the fingerprint of a copy that was taken when it was issued.',
    doesNotShow: 'The link itself leads to what stands there today, which may be something else than the copy.',
  },
  none: {
    label: 'Not pinned',
    shows: 'The link leads to what stands there today.',
    doesNotShow: 'What stands there may have changed since the badge was issued, and nothing in the badge would show it.',
  },
};

function kindOfMediaType(mediaType: string | null): string | null {
  if (mediaType === null) return null;
  const type = mediaType.toLowerCase().split(';')[0]!.trim();
  if (type === 'application/pdf') return 'PDF document';
  if (type.startsWith('image/')) return 'Image';
  if (type.startsWith('video/')) return 'Video';
  return type.startsWith('text/') ? 'Text file' : 'File';
}

function titleOf(address: string | null): string {
  if (address === null) return 'Work described in the badge';
  const url = webAddress(address);
  if (url === null) return address;
  const last = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return last === undefined ? url.host : decode(last);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
