import type { ProblemCode } from '@proofmark/schemas/api';
import type { ErrorHandler, Hono, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { KeyUnusable } from '../issuing/issuers/signers.js';
import { PROBLEMS, problemResponse } from '../problems/index.js';
import { type Trouble, troubleOf } from '../store/database/trouble.js';
import { StaleKeyring } from '../store/sealed-keys.js';
import { describeError, type Logger, loggedPath } from './logger.js';
import { requestId } from './request-id.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** 404, or 405 with `Allow` when the address exists with another method (RFC 9110, 15.5.6). */
export function nothingHere(app: Hono, baseUrl: string): NotFoundHandler {
  return (c) => {
    const allowed = METHODS.filter((method) => answers(app, method, c.req.path));
    if (allowed.length === 0 || allowed.includes(c.req.method)) {
      return problemResponse(baseUrl, {
        code: 'not-found',
        detail: `There is nothing at this address. ${baseUrl}/docs lists what there is.`,
      });
    }
    if (allowed.includes('GET')) allowed.push('HEAD');
    const detail = `This address takes ${allowed.join(', ')}.`;
    return problemResponse(baseUrl, { code: 'method-not-allowed', detail }, { allow: allowed.join(', ') });
  };
}

/** Middleware is registered for ALL methods; a route of its own names one. */
function answers(app: Hono, method: string, path: string): boolean {
  return app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
}

/** An unexpected error: one line in the log, and an answer without internals. */
export function unforeseen(baseUrl: string, logger: Logger): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      const code = (Object.keys(PROBLEMS) as ProblemCode[]).find((known) => PROBLEMS[known].status === error.status) ?? 'malformed-request';
      return problemResponse(baseUrl, { code, detail: `${PROBLEMS[code].explanation} ${PROBLEMS[code].next}` });
    }
    if (brokeOff(error))
      return problemResponse(baseUrl, { code: 'malformed-request', detail: 'The body broke off before its end: send it again.' });
    if (error instanceof KeyUnusable || error instanceof StaleKeyring) {
      logger.error(
        { id: requestId(c), method: c.req.method, path: loggedPath(c.req.path), ...describeError(error) },
        'a signing key cannot be used',
      );
      const detail = `The signing keys of this issuer cannot be used at the moment, so nothing was signed. Send the request again when whoever runs the service has mended it; its request id is ${requestId(c)}.`;
      return problemResponse(baseUrl, { code: 'unavailable', detail }, { 'retry-after': '60' });
    }
    const id = requestId(c);
    const trouble = troubleOf(error);
    if (trouble !== null) {
      logger.warn({ id, method: c.req.method, path: loggedPath(c.req.path), ...describeError(error) }, LOGGED[trouble]);
      const { code, detail, retryAfter } = TROUBLES[trouble];
      return problemResponse(baseUrl, { code, detail }, { 'retry-after': String(retryAfter) });
    }
    logger.error({ id, method: c.req.method, path: loggedPath(c.req.path), ...describeError(error) }, 'request failed');
    return problemResponse(baseUrl, {
      code: 'internal-error',
      detail: `The service failed. Send the request again; if it fails again, tell whoever runs the service the request id ${id}, under which its log knows more.`,
    });
  };
}

const LOGGED: Readonly<Record<Trouble, string>> = {
  unavailable: 'the database did not answer a request',
  busy: 'a request waited in the database for too long',
  full: 'a disk is full or cannot be written',
};

interface TroubleAnswer {
  readonly code: ProblemCode;
  readonly detail: string;
  /** In seconds. */
  readonly retryAfter: number;
}

/** What is said of trouble with the database. A service that is well otherwise lets clients, caches and balancers try again. */
const TROUBLES: Readonly<Record<Trouble, TroubleAnswer>> = {
  unavailable: {
    code: 'database-unavailable',
    detail:
      'The database of the service does not answer. Send the request again after the seconds in Retry-After, with the same Idempotency-Key where it had one.',
    retryAfter: 5,
  },
  busy: {
    code: 'database-unavailable',
    detail:
      'Too many requests wait for the same thing in the database. Nothing was written: send the request again after the seconds in Retry-After.',
    retryAfter: 2,
  },
  full: {
    code: 'storage-full',
    detail:
      'A disk of the service or of its database is full. Nothing was written: send the request again later, and tell whoever runs the service.',
    retryAfter: 60,
  },
};

/** The error of Node when a client goes away in the middle of its body. The answer is not read, and it is no failure of the service. */
function brokeOff(error: Error & { code?: unknown }): boolean {
  return error.code === 'ECONNRESET' && error.message === 'aborted';
}
