import type { VerifyInput } from '@proofmark/verifying';

/** What somebody put into the page. What it is, is for the verifier to find out, by content. */
export type HandedIn = { readonly input: VerifyInput } | { readonly problem: string };

const LINK = /https?:\/\/[^\s<>"'`]+/g;

/** Pasted text: a badge, its link, or a sentence with one link in it. */
export function handedInText(text: string): HandedIn {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'There is nothing to check yet. Paste a badge or its link, or choose a file.' };
  // Inside JSON, a token or an image, links belong to the badge.
  if (/^[{["<]/.test(trimmed) || !/\s/.test(trimmed)) return { input: { text: trimmed } };
  const links = new Set((trimmed.match(LINK) ?? []).map((link) => link.replace(/[.,;:!?)\]]+$/, '')));
  const [first] = links;
  if (first === undefined) return { input: { text: trimmed } };
  if (links.size > 1) return { problem: `There are ${links.size} links in this text. Paste the link of one badge.` };
  return { input: { url: first } };
}
