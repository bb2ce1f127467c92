import type { VerifyInput } from '@proofmark/verifying';
import { RECEIPT_TYPE } from '../receipt/receipt.js';
import type { Candidate, Input } from './candidate.js';
import { jsonInside, jsonItems } from './json-items.js';
import { leadsToNoBadge, linksIn, unwrapped } from './links.js';

const TOKEN = /(?<![\w.-])eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*(?![\w-]|\.[\w-])/g;

/**
 * Finds what may be a badge in a text: a badge or its link, a list of either, or a text that has some in it, such as a CV.
 * A text without any is passed on unchanged: the verifier explains what it is, and which input would work.
 */
export function inputOfText(text: string, from = ''): Input {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (/^[[{]/.test(trimmed)) {
    const items = jsonItems(trimmed) ?? [trimmed];
    const badges = items.filter((item) => !looksLikeReceipt(item));
    const receipts = items.filter(looksLikeReceipt);
    return { candidates: badges.map((item) => ({ from, input: { text: item }, meant: true })), passedOver: [], receipts };
  }
  const isLink = /^https?:\S+$/i.test(trimmed);
  const whole: VerifyInput = isLink ? { url: unwrapped(trimmed) } : { text: trimmed };
  const asItIs: Input = { candidates: [{ from, input: whole, meant: true }], passedOver: [] };
  // Inside an image, links belong to the badge.
  if (isLink || trimmed.startsWith('<') || !/\s|https?:/i.test(trimmed)) return asItIs;
  const found = inputAmongText(trimmed, from);
  return found.candidates.length > 0 ? found : { ...asItIs, passedOver: found.passedOver };
}

/** The badges, tokens and links in a text among other content. `document`: it is a CV or the like, so its links need not be badges. */
export function inputAmongText(text: string, from: string, document = false): Input {
  const json = jsonInside(text);
  // Links inside a badge belong to it.
  const rest = json === null ? text : text.replace(json, ' ');
  const links = linksIn(rest);
  // A list of links, or a sentence around a single one, is about badges; a text with links here and there need not be.
  const meant = !document && (links.length === 1 || isList(rest));
  const candidates: Candidate[] = [
    ...(json === null ? [] : [json]).map((badge) => ({ from, input: { text: badge }, meant: true })),
    ...[...new Set(rest.match(TOKEN) ?? [])].map((token) => ({ from, input: { text: token }, meant: true })),
    ...links.filter((link) => !leadsToNoBadge(link)).map((url) => ({ from, input: { url }, meant })),
  ];
  const hosts = links.filter(leadsToNoBadge).map((link) => new URL(link).hostname.replace(/^www\./, ''));
  return { candidates, passedOver: [...new Set(hosts)] };
}

const looksLikeReceipt = (text: string): boolean => new RegExp(`^\\{[^{]*"type"\\s*:\\s*"${RECEIPT_TYPE}"`).test(text);

const isList = (text: string): boolean =>
  text.split('\n').every((line) => line.trim() === '' || /^(?:[-*•]|\d+[.)])?\s*<?https?:\/\/\S+$/i.test(line.trim()));
