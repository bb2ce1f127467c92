import type { VerifyInput } from '@proofmark/verifying';

/** What somebody put into the page, told by its content and never by its name. */
export type HandedIn =
  | { readonly kind: 'link' | 'json' | 'jwt' | 'png' | 'svg'; readonly input: VerifyInput; readonly found: string }
  | { readonly kind: 'nothing' | 'other'; readonly problem: string };

const OTHER_WAY = 'Ask for the link to the badge’s page, or for the badge file itself (JSON, PNG or SVG).';
const LINK = /https?:\/\/[^\s<>"'`]+/g;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Looks at a file. Text files are looked at as if they had been pasted. */
export function lookAtFile(bytes: Uint8Array): HandedIn {
  if (bytes.length === 0) return { kind: 'nothing', problem: 'This file is empty. Choose the badge file again.' };
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return { kind: 'png', input: { bytes }, found: 'a PNG image' };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    return { kind: 'other', problem: `This is a PDF. A badge cannot be checked from a PDF. ${OTHER_WAY}` };
  }
  if (startsWith(bytes, 0xff, 0xd8) || startsWith(bytes, 0x47, 0x49, 0x46) || startsWith(bytes, 0x52, 0x49, 0x46, 0x46)) {
    return {
      kind: 'other',
      problem: `This picture is of a kind that cannot hold a badge; it may be a photo or a screenshot. ${OTHER_WAY}`,
    };
  }
  if (startsWith(bytes, 0x50, 0x4b))
    return { kind: 'other', problem: 'This is an archive. Unpack it first, then choose the badge file in it.' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000')
      ? { kind: 'other', problem: `This file holds no badge that can be read. ${OTHER_WAY}` }
      : lookAtText(text);
  } catch {
    return { kind: 'other', problem: `This file holds no badge that can be read. ${OTHER_WAY}` };
  }
}

/** Looks at pasted text: the badge itself, its link, or a sentence with one link in it. */
export function lookAtText(text: string): HandedIn {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return { kind: 'nothing', problem: 'Paste a badge or its link, or choose a file; there is nothing to check yet.' };
  if (/^[{[]/.test(trimmed)) return { kind: 'json', input: { text: trimmed }, found: 'the text of a badge (JSON)' };
  if (/^[\w-]{10,}\.[\w-]+\.[\w-]*$/.test(trimmed))
    return { kind: 'jwt', input: { text: trimmed }, found: 'a badge as a signed token (JWT)' };
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(trimmed)) {
    return { kind: 'svg', input: { text: trimmed }, found: 'an SVG image' };
  }
  const links = [...new Set(trimmed.match(LINK) ?? [])].map((link) => link.replace(/[.,;:!?)\]]+$/, ''));
  if (links.length === 1 && links[0] !== undefined) return lookAtLink(links[0]);
  if (links.length > 1) {
    return { kind: 'other', problem: `There are ${links.length} links in this text. Paste the link of one badge.` };
  }
  return { kind: 'other', problem: `No badge and no link was found in this text. ${OTHER_WAY}` };
}

function lookAtLink(link: string): HandedIn {
  if (!URL.canParse(link)) return { kind: 'other', problem: 'This link is not complete. Copy it again, from https:// to its end.' };
  const { hostname, host } = new URL(link);
  if (/(^|\.)linkedin\.com$/.test(hostname)) {
    return {
      kind: 'other',
      problem:
        'This is a page of LinkedIn, which holds no badge. On the profile, follow “Show credential” and paste the link of the page that opens.',
    };
  }
  return { kind: 'link', input: { url: link }, found: `a link to ${host}` };
}
