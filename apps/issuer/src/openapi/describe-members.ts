import type { Json } from '@proofmark/primitives';
import type { Member } from './descriptions/index.js';

/** The parts of a JSON Schema that are looked at here. */
export interface Schema {
  $ref?: string;
  description?: string;
  example?: Json;
  /** The value in the example of the whole; it leaves the document before anybody reads it. */
  shown?: Json;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

/** Every member below a schema with its path, such as `links.html` or `errors[].code`; those of another component are its own. */
export function membersOf(schema: Schema, path = ''): readonly (readonly [path: string, member: Schema])[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const place = path === '' ? name : `${path}.${name}`;
    return [[place, member] as const, ...membersOf(member, place)];
  });
  const items = schema.items === undefined ? [] : membersOf(schema.items, `${path}[]`);
  return [...own, ...items, ...(schema.anyOf ?? []).flatMap((one) => membersOf(one, path))];
}

/** Writes descriptions and examples onto the members of a schema. What is said of a member that does not exist is left alone. */
export function describeMembers(schema: Schema, said: Readonly<Record<string, Member>>): void {
  for (const [path, member] of membersOf(schema)) {
    const { description, example, shown } = said[path] ?? {};
    if (description !== undefined) member.description = description;
    if (example !== undefined) member.example = example;
    if (shown !== undefined) member.shown = shown;
  }
}
