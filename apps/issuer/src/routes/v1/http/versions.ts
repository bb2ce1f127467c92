import { z } from '@hono/zod-openapi';

/** The version of a thing as an entity tag (RFC 9110, 8.8.3): when it was changed last, which each change makes later. */
export function entityTag(updatedAt: Date): string {
  return `"${updatedAt.toISOString()}"`;
}

/** What the header `ETag` of an answer means. */
export const ETAG = 'The version of it: `updatedAt` in quotation marks. A change may name it in `If-Match`.';

const MOST = 1000;

/** The header by which a change is made only of the version that the caller has read. */
export const ifMatchHeaders: z.ZodObject<{ 'If-Match': z.ZodType<string | undefined> }> = z.object({
  'If-Match': z
    .string()
    .max(MOST)
    .refine((value) => /^(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:[ \t]*,[ \t]*(?:W\/)?"[\x21\x23-\x7e]*")*)$/.test(value))
    .optional()
    .openapi({
      param: {
        description:
          'The `ETag` of the version that you have read. If somebody has changed it since, the answer is 412 and nothing is changed. Without it, the last change wins.',
        example: '"2026-11-22T09:00:00.000Z"',
      },
    }),
});

/** Whether a version is one of those that `If-Match` names (RFC 9110, 13.1.1). A weak tag matches none. */
export function isNamedBy(ifMatch: string, updatedAt: Date): boolean {
  return ifMatch === '*' || ifMatch.split(',').some((tag) => tag.trim() === entityTag(updatedAt));
}
