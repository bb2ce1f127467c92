import { problemResponse } from '../problems/index.js';

/** The largest body of a request that is read, in bytes. */
export const MOST_BODY: number = 1024 * 1024;

/** The answer to a larger one. What is left of it is not read. */
export function bodyTooLarge(baseUrl: string, most: number): Response {
  const detail = `The body is larger than ${most} bytes, the most that is read. Link to work instead of sending it, and issue badges one by one.`;
  return problemResponse(baseUrl, { code: 'payload-too-large', detail }, { connection: 'close' });
}
