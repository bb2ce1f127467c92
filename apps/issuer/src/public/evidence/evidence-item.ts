import { describeLink } from '@proofmark/evidence';
import type { PublicLanguage } from '@proofmark/messages/public';
import type { Evidence } from '@proofmark/schemas';
import { textMember } from '../badge/badge-view.js';
import { webAddress } from '../layout/foreign.js';

/** How a piece of work is pinned, or that it is not: `unseen` names a version that the issuer has not read. */
export type Pin = 'digest' | 'commit' | 'named-version' | 'copy' | 'unseen' | 'none';

/** Whether the issuer signed what it had read. */
export const isPinned = (pin: Pin): boolean => pin !== 'none' && pin !== 'unseen';

/** One piece of work as a page shows it. */
export interface WorkItem {
  readonly title: string;
  readonly address: string | null;
  readonly kind: string;
  readonly pin: Pin;
  readonly narrative: string | null;
  readonly description: string | null;
}

type Texts = PublicLanguage['texts'];

/** Reads one evidence object. Nothing is fetched: this is what the badge and its link say of themselves. */
export function workItem(evidence: Evidence, texts: Texts): WorkItem {
  const address = textMember(evidence, 'id');
  const link = address === null ? null : describeLink(address, { allowLoopback: true });
  const mediaType = textMember(evidence, 'mediaType');
  const genre = textMember(evidence, 'genre');
  const kind =
    genre === null
      ? (kindOfMediaType(mediaType, texts) ?? kindWord(link?.kind ?? '', texts) ?? texts.work)
      : (kindWord(genre.toLowerCase(), texts) ?? genre);
  return {
    title: textMember(evidence, 'name') ?? titleOf(address, texts),
    address,
    kind,
    pin:
      textMember(evidence, 'digestMultibase') !== null
        ? 'digest'
        : link?.names === undefined
          ? 'none'
          : link.names === 'commit'
            ? 'commit'
            : 'named-version',
    narrative: textMember(evidence, 'narrative'),
    description: textMember(evidence, 'description'),
  };
}

/** The word for a kind of work; null for a kind that we do not know, which may be any text. */
function kindWord(kind: string, { kinds }: Texts): string | null {
  const words: Readonly<Record<string, string>> = kinds;
  return Object.hasOwn(words, kind) ? (words[kind] ?? null) : null;
}

function kindOfMediaType(mediaType: string | null, { media }: Texts): string | null {
  if (mediaType === null) return null;
  const type = mediaType.toLowerCase().split(';')[0]!.trim();
  if (type === 'application/pdf') return media.pdf;
  if (type.startsWith('image/')) return media.image;
  if (type.startsWith('video/')) return media.video;
  return type.startsWith('text/') ? media.text : media.other;
}

function titleOf(address: string | null, { untitled }: Texts): string {
  if (address === null) return untitled;
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
