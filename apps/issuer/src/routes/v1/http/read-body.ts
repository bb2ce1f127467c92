import {
  decodeUtf8Document,
  findJsonFaults,
  type Json,
  type JsonFaultPlace,
  type JsonRules,
  jsonErrorPlace,
  readJson,
} from '@proofmark/primitives';
import type { FieldError } from '@proofmark/schemas/api';
import type { Refusal } from '../../../issuing/result.js';

/** `undefined` and no text for an empty body. */
export type BodyReading =
  | { readonly ok: true; readonly value: Json | undefined; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal };

const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  patch: ['application/json', 'application/merge-patch+json'],
};
/** The server limits the size of bodies. */
const RULES: JsonRules = { maxLength: Number.POSITIVE_INFINITY, maxDepth: 32, refuseNul: true, refuseProto: true };

/** Reads the body of a request as strict JSON in UTF-8. `method` is in lower case. */
export function readBody(bytes: ArrayBufferLike, contentType: string, method: string): BodyReading {
  if (bytes.byteLength === 0) return { ok: true, value: undefined, text: '' };
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (!(JSON_TYPES[method] ?? ['application/json']).includes(type) || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset))) {
    return {
      ok: false,
      refusal: {
        code: 'unsupported-media-type',
        detail: 'The body has to be JSON in UTF-8: send it with the header `Content-Type: application/json`.',
      },
    };
  }
  const text = decodeUtf8Document(new Uint8Array(bytes));
  if (text === null) return malformed('The body is not UTF-8: encode it so.');
  const reading = readJson(text, RULES);
  if (reading.ok) return { ok: true, value: reading.json, text };
  const errors = findJsonFaults(text, RULES).map(errorOf);
  if (errors.length === 0) return malformed(`The body is not JSON: see ${jsonErrorPlace(text)}.`);
  return malformed('The body is JSON that could be read in two ways, or in none: `errors` says where.', errors);
}

function malformed(detail: string, errors?: Refusal['errors']): BodyReading {
  return { ok: false, refusal: { code: 'malformed-request', detail, ...(errors === undefined ? {} : { errors }) } };
}

function errorOf({ pointer, fault, inName }: JsonFaultPlace): FieldError {
  const error = (code: FieldError['code'], detail: string): FieldError => ({ pointer, code, detail });
  switch (fault) {
    case 'lone-surrogate':
    case 'nul-character': {
      const what = 'NUL or half of a surrogate pair';
      return error('malformed-text', `${inName ? `has a member whose name holds ${what}` : `holds ${what}`}: leave that character out`);
    }
    case 'proto-member':
      return error('unknown-field', 'is not a member that is known here: leave it out');
    case 'duplicate-key':
      return error('duplicate-key', 'stands here twice: give each member once');
    case 'no-number':
      return error(
        'out-of-range',
        'is a number that cannot be read exactly: send one between -1.7976931348623157e308 and 1.7976931348623157e308, or text',
      );
    default:
      return error('too-deep', `is nested deeper than ${RULES.maxDepth} levels, the most that are read`);
  }
}
