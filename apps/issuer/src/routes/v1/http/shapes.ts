import { z } from '@hono/zod-openapi';
import { isUuid } from '@proofmark/schemas';
import { IDEMPOTENCY_HOURS } from '../../../issuing/access/prune-idempotency.js';

/** One of our ids in an address. */
export const uuid: z.ZodType<string> = z.string().refine(isUuid).openapi({ format: 'uuid' });

/** The header by which a request can be sent again safely. */
export const idempotencyHeaders: z.ZodObject<{ 'Idempotency-Key': z.ZodType<string | undefined> }> = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .refine((value) => /^[\x21-\x7e]+$/.test(value))
    .optional()
    .openapi({
      param: {
        description: `Any 1 to 255 visible ASCII characters that stand for this one request: sent again within ${IDEMPOTENCY_HOURS} hours, it gets the same answer. After that the key begins a new request.`,
        example: '7c0d2e2a-award-2041',
      },
    }),
});

interface JsonContent<S extends z.ZodType> {
  content: { 'application/json': { schema: S } };
}

/** A body in JSON. */
export function jsonBody<S extends z.ZodType>(schema: S): JsonContent<S> & { required: true } {
  return { required: true, content: { 'application/json': { schema } } };
}

/** A body in JSON that may be absent, which reads as `{}`. */
export function optionalJsonBody<S extends z.ZodType>(schema: S): JsonContent<S> & { required: false } {
  return { required: false, content: { 'application/json': { schema } } };
}

/** A success with a body in JSON; `headers` says what each of them means. */
export function jsonAnswer<S extends z.ZodType>(
  description: string,
  schema: S,
  headers: Readonly<Record<string, string>> = {},
): JsonContent<S> & { description: string; headers: Record<string, { description: string; schema: { type: 'string' } }> } {
  const described = Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }] as const);
  return { description, content: { 'application/json': { schema } }, headers: Object.fromEntries(described) };
}
