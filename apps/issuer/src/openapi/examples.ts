import type { Json } from '@proofmark/primitives';
import type { Schema } from './describe-members.js';

/** Makes the example of a schema out of those of its members. Undefined where a member has none. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): Json | undefined {
  if (schema.shown !== undefined) return schema.shown;
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) return exampleOf(schemas[nameOf(schema.$ref)] ?? {}, schemas);
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(([name, member]) => [name, exampleOf(member, schemas)] as const);
    return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }
  const item = schema.items === undefined ? undefined : exampleOf(schema.items, schemas);
  return item === undefined ? undefined : [item];
}

/** The name of the component that a `$ref` leads to. */
function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
