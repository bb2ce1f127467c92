import type { FieldError } from '@proofmark/schemas/api';
import { pointerOf } from '../../../problems/index.js';

// The members of request bodies that are web addresses. Links to work are judged by what they lead to.
const ADDRESSES = new Set(['id', 'url', 'image', 'targetUrl', 'origin']);

/** The addresses of a checked body that are plain http. They name this machine, which means something only to a local service. */
export function insecureUrls(value: unknown, path: readonly string[] = []): readonly FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, key];
    if (typeof member !== 'string') return insecureUrls(member, at);
    if (!ADDRESSES.has(key) || !member.toLowerCase().startsWith('http:') || path[0] === 'evidence') return [];
    return [
      { pointer: pointerOf(at), code: 'insecure-url' as const, detail: 'is a plain http address: give the one that begins with https://' },
    ];
  });
}
