import { z } from 'zod';

/** A schema of a request without what makes it optional, by what it takes. */
export type SchemaNode =
  | { readonly kind: 'object'; readonly schema: z.ZodObject }
  | { readonly kind: 'list'; readonly schema: z.ZodArray; readonly item: z.ZodType }
  | { readonly kind: 'union'; readonly schema: z.ZodUnion; readonly options: readonly z.ZodType[] }
  | { readonly kind: 'words'; readonly schema: z.ZodType; readonly words: readonly unknown[] }
  | { readonly kind: 'number'; readonly schema: z.ZodNumber }
  | { readonly kind: 'truth' | 'text' | 'anything'; readonly schema: z.ZodType };

export function plainly(schema: z.ZodType): SchemaNode {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return plainly(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) return { kind: 'object', schema };
  if (schema instanceof z.ZodArray) return { kind: 'list', schema, item: schema.element as z.ZodType };
  if (schema instanceof z.ZodUnion) return { kind: 'union', schema, options: schema.options as readonly z.ZodType[] };
  if (schema instanceof z.ZodEnum) return { kind: 'words', schema, words: schema.options };
  if (schema instanceof z.ZodLiteral) return { kind: 'words', schema, words: [...schema.values] };
  if (schema instanceof z.ZodNumber) return { kind: 'number', schema };
  return { kind: schema instanceof z.ZodBoolean ? 'truth' : schema instanceof z.ZodString ? 'text' : 'anything', schema };
}

/** The members of an object, by name, in their order. */
export function membersOf(schema: z.ZodObject): ReadonlyMap<string, z.ZodType> {
  return new Map(Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>));
}

/** The schema of a place in a request; undefined where the request can have none. */
export function schemaAt(schema: z.ZodType | undefined, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [step, ...rest] = path;
  if (schema === undefined || step === undefined) return schema;
  const node = plainly(schema);
  if (node.kind === 'union') return node.options.map((option) => schemaAt(option, path)).find((found) => found !== undefined);
  if (node.kind === 'list') return schemaAt(node.item, rest);
  return node.kind === 'object' ? schemaAt(membersOf(node.schema).get(String(step)), rest) : undefined;
}
