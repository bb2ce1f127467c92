import type { z } from 'zod';
import { membersOf, plainly, type SchemaNode } from './schema-nodes.js';

/** What stands in a request where the schema is, in a few words: `an object such as {"email":"ada@example.org"}`. */
export function wantedAt(schema: z.ZodType | undefined): string | null {
  if (schema === undefined) return null;
  const node = plainly(schema);
  switch (node.kind) {
    case 'object':
      return `an object such as ${exampleText(node)}`;
    case 'list':
      return `a list ${countOf(node.schema)}, such as ${exampleText(node)}`;
    case 'union':
      return node.options.map(wantedAt).join(' or ');
    case 'words':
      return node.words.length === 1 ? JSON.stringify(node.words[0]) : `one of ${node.words.map(String).join(', ')}`;
    case 'number':
      return `a ${isWhole(node.schema) ? 'whole number' : 'number'}${rangeOf(node.schema)}`;
    case 'truth':
      return 'true or false';
    case 'text':
      return `text${exampleIn(schema)}`;
    default:
      return null;
  }
}

/** The range of a number or of a count: `from 1 to 20`. */
function rangeOf({ minValue, maxValue }: z.ZodNumber): string {
  if (minValue !== null && maxValue !== null) return ` from ${minValue} to ${maxValue}`;
  return '';
}

/** Zod makes a range of safe integers of a whole number without one. */
function isWhole({ format }: z.ZodNumber): boolean {
  return format === 'safeint';
}

function countOf(schema: z.ZodArray): string {
  const bounds = (schema.def.checks ?? []).map(({ _zod }) => _zod.def as { readonly minimum?: number; readonly maximum?: number });
  const minimum = bounds.find((bound) => bound.minimum !== undefined)?.minimum ?? 0;
  const maximum = bounds.find((bound) => bound.maximum !== undefined)?.maximum;
  if (maximum === undefined) return 'of items';
  return minimum === 0 ? `of at most ${maximum} items` : `of ${minimum} to ${maximum} items`;
}

function exampleIn(schema: z.ZodType): string {
  const example = metaExample(schema);
  return example === undefined ? '' : ` such as ${String(example)}`;
}

const LONGEST = 200;

/** The example of a schema on one line; a made-up one where it is long. */
function exampleText(node: SchemaNode): string {
  const stated = JSON.stringify(exampleOf(node.schema));
  return stated.length <= LONGEST ? stated : JSON.stringify(shortExample(node));
}

/** A value that the schema might take: the example that it states, else one of its parts. */
function exampleOf(schema: z.ZodType): unknown {
  return metaExample(schema) ?? shortExample(plainly(schema));
}

function shortExample(node: SchemaNode): unknown {
  switch (node.kind) {
    case 'object': {
      const members = [...membersOf(node.schema)];
      const required = members.filter(([, member]) => !member.isOptional());
      const shown = required.length > 0 ? required : members.slice(0, 1);
      return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member)]));
    }
    case 'list':
      return [exampleOf(node.item)];
    case 'union':
      return exampleOf(node.options[0] ?? node.schema);
    case 'words':
      return node.words[0];
    case 'number':
      return node.schema.minValue ?? 1;
    case 'truth':
      return true;
    default:
      return '…';
  }
}

/** Of a union the schema that is wrapped may state it too. */
function metaExample(schema: z.ZodType): unknown {
  return schema.meta()?.example ?? plainly(schema).schema.meta()?.example;
}
