import { LIMITS } from '../../limits.js';
import type { FetchRequest } from '../../ports.js';

/** Asks the issuer's record of what it issued. */
export function recordRequest(url: string, accept = 'application/jwt, */*;q=0.1'): FetchRequest {
  return { url, accept, maxBytes: LIMITS.documentBytes, for: 'record' };
}
