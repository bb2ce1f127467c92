import { z } from 'zod';
import { matching } from './fields.js';

/** One page of a list. `next` is the cursor of the following page; null on the last one. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next: string | null;
}

/** What every list takes: a page size (1 to 100, default 20) and the cursor that the page before named. */
export interface PageQuery {
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The schema of a query string: strict, and every parameter is text or absent. */
export type QuerySchema<Query> = z.ZodObject<{ [Name in keyof Query]-?: z.ZodType<Query[Name]> }, z.core.$strict>;

export const pageQueryFields: { limit: z.ZodType<string | undefined>; cursor: z.ZodType<string | undefined> } = {
  limit: matching(/^([1-9]\d?|100)$/, 3, 'out-of-range', 'is not a number from 1 to 100')
    .optional()
    .meta({ description: 'How many items a page has, 1 to 100; 20 when absent.', example: '20' }),
  cursor: matching(
    /^[A-Za-z0-9_-]+$/,
    200,
    'no-such-value',
    'is not a cursor of this list: take `next` of the page before, or leave it out',
  )
    .optional()
    .meta({ description: 'Opaque: the `next` of the page before. The `Link` header names the whole address.' }),
};

/** The same of a search, whose parameters stand in a body. */
export const searchPageFields: { limit: z.ZodType<number | undefined>; cursor: z.ZodType<string | undefined> } = {
  limit: z.int().min(1).max(100).optional(),
  cursor: pageQueryFields.cursor,
};

/** The shape of a page of `item`. */
export function pageOf<T>(name: string, item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({ data: z.array(item), next: z.string().nullable() }).meta({ id: name }) as unknown as z.ZodType<Page<T>>;
}
