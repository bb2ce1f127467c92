import type { Refusal } from '../../../issuing/result.js';
import { inspectJson } from './inspect-json.js';
import { jsonErrorPlace } from './json-error-place.js';

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal };

const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  patch: ['application/json', 'application/merge-patch+json'],
};

/** Reads the body of a request as strict JSON in UTF-8. An empty body is undefined. The size is limited by the server. */
export function readJson(bytes: ArrayBuffer, contentType: string, method: string): JsonReading {
  if (bytes.byteLength === 0) return { ok: true, value: undefined };
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (!(JSON_TYPES[method] ?? ['application/json']).includes(type) || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset))) {
    return { ok: false, refusal: { code: 'unsupported-media-type', detail: 'The body has to be application/json in UTF-8.' } };
  }
  const text = decode(bytes);
  if (text === null) return malformed('The body is not UTF-8.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed(`The body is not JSON: see ${jsonErrorPlace(text)}.`);
  }
  const errors = inspectJson(text);
  if (errors.length > 0) return malformed('The body is JSON that cannot be taken at its word.', errors);
  return { ok: true, value };
}

function malformed(detail: string, errors?: Refusal['errors']): JsonReading {
  return { ok: false, refusal: { code: 'malformed-request', detail, ...(errors === undefined ? {} : { errors }) } };
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
