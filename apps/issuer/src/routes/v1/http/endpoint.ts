import type { ProblemCode, Scope } from '@proofmark/schemas/api';
import type { z } from 'zod';
import type { Actor } from '../../../issuing/access/actor.js';
import type { IssuingDeps } from '../../../issuing/ports.js';
import type { Result } from '../../../issuing/result.js';

/** A request after everything about its form was checked. */
export interface Call<Body, Query> {
  readonly actor: Actor;
  /** The ids in the path, in order. */
  readonly ids: readonly [string, string];
  readonly body: Body;
  readonly query: Query;
  /** The path and query as they were asked for. */
  readonly url: URL;
  readonly idempotencyKey: string | null;
}

export interface Reply {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Success {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: what the OpenAPI document says of it, and what it does. */
export interface EndpointDefinition<Body, Query> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As OpenAPI writes it; every parameter is one of our ids. */
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  readonly tag: 'Issuers' | 'Achievements' | 'Credentials' | 'Evidence' | 'Events' | 'API keys' | 'Signing keys';
  readonly summary: string;
  readonly description?: string;
  /** The scope that a key needs; null when any valid key will do; `admin` for admin keys alone. */
  readonly scope: Scope | 'admin' | null;
  readonly body?: z.ZodType<Body>;
  /** An absent body reads as `{}`. */
  readonly bodyOptional?: true;
  readonly query?: z.ZodType<Query>;
  readonly takesIdempotencyKey?: true;
  readonly successes: Readonly<Partial<Record<Reply['status'], Success>>>;
  /** Beyond those that every operation has. */
  readonly problems?: readonly ProblemCode[];
  handle(deps: IssuingDeps, call: Call<Body, Query>): Promise<Result<Reply>>;
}

// The types of body and query matter only inside of one definition: `mount` checks values with the definition's own schemas.
export type Endpoint = Omit<EndpointDefinition<unknown, unknown>, 'handle'> & {
  handle(deps: IssuingDeps, call: Call<never, never>): Promise<Result<Reply>>;
};

/** Defines one operation. */
export function endpoint<Body = undefined, Query = undefined>(definition: EndpointDefinition<Body, Query>): Endpoint {
  return definition;
}
