import type { FetchFailure } from '@proofmark/verifying';

const BY_CODE: Readonly<Record<string, FetchFailure>> = {
  ERR_REFUSED_ADDRESS: 'refused-address',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  // Name servers that did not answer in time, and a look-up that was given up for it.
  ETIMEOUT: 'timeout',
  ECANCELLED: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  'too-large': 'too-large',
  'malformed-response': 'malformed-response',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed-response',
};

/** Which outcome an error of a request stands for. Looks through causes and groups of errors; anything unknown is `unreachable`. */
export function failureOf(error: unknown, depth = 0): FetchFailure {
  if (typeof error !== 'object' || error === null || depth > 4) return 'unreachable';
  const { name, code, cause, errors } = error as { name?: unknown; code?: unknown; cause?: unknown; errors?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (name === 'HTTPParserError') return 'malformed-response';
  if (typeof code === 'string') {
    const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known !== undefined) return known;
    // Z_… is zlib, ERR__ERROR_… is brotli.
    if (/^(?:Z_|ERR_BROTLI|ERR__ERROR_)/.test(code)) return 'malformed-response';
  }
  for (const inner of Array.isArray(errors) ? errors : [cause]) {
    const found = failureOf(inner, depth + 1);
    if (found !== 'unreachable') return found;
  }
  return 'unreachable';
}

/** The first code of an error, of its causes, or of a group of errors: `ECONNREFUSED`, `CERT_HAS_EXPIRED` … Empty where there is none. */
export function systemCodeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  const inner = [...(Array.isArray(errors) ? errors : []), cause].map((one) => systemCodeOf(one, depth + 1));
  return inner.find((found) => found !== '') ?? '';
}
