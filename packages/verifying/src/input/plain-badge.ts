import { decodeUtf8Document, isObject } from '@proofmark/primitives';
import { isBadgeDocument, type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';
import { inspect, parseJson } from './parse-json.js';
import type { InputContent } from './verify-input.js';

/** The badge of an input that is JSON with embedded proofs and nothing around it. Null for every other input. */
export function plainBadgeOf(content: InputContent): JsonObject | null {
  const json = 'json' in content ? inspected(content.json) : parsed(textOf(content));
  if (!isObject(json) || !isBadgeDocument(json)) return null;
  return typesOf(json).some((type) => CONTAINERS.includes(type)) ? null : json;
}

const CONTAINERS = ['EnvelopedVerifiableCredential', 'VerifiablePresentation'];

function inspected(json: Json): Json | undefined {
  return inspect(json) === null ? json : undefined;
}

function textOf(content: Exclude<InputContent, { json: Json }>): string {
  if ('text' in content) return content.text;
  return (content.bytes.length <= LIMITS.textBytes ? decodeUtf8Document(content.bytes) : null) ?? '';
}

function parsed(text: string): Json | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart();
  const reading = start.startsWith('{') ? parseJson(start) : null;
  return reading?.ok ? reading.json : undefined;
}
