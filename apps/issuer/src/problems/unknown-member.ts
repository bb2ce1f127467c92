import { nearest } from '@proofmark/schemas/api';
import type { z } from 'zod';
import { membersOf, plainly } from './schema-nodes.js';
import { oursFor } from './usual-names.js';

type Members = ReadonlyMap<string, z.ZodType>;

/** What to say of a member that its object cannot have: the one that is probably meant, here or one level below; else all that there are. */
export function unknownMember(name: string, schema: z.ZodType | undefined): string {
  const members = schema === undefined ? new Map<string, z.ZodType>() : membersIn(schema);
  const meant = meantBy(name, members);
  if (meant !== null) return `is not a member that is known here: did you mean ${meant}?`;
  const known = [...members.keys()].map((one) => `\`${one}\``).join(', ');
  return known === '' ? 'is not a member that is known here: leave it out' : `is not a member that is known here. Known are ${known}`;
}

function membersIn(schema: z.ZodType): Members {
  const node = plainly(schema);
  if (node.kind === 'object') return membersOf(node.schema);
  return new Map(node.kind === 'union' ? node.options.flatMap((option) => [...membersIn(option)]) : []);
}

/** The objects of an object are looked into, its lists are not: `email` belongs into `recipient`. */
function meantBy(name: string, members: Members): string | null {
  const usual = oursFor(name);
  const here = (find: Find): string | null => quoted(find(members));
  const inside = (find: Find): string | null => {
    for (const [outer, schema] of members) {
      const inner = find(membersIn(schema));
      if (inner !== undefined) return `${quoted(inner)} inside of ${quoted(outer)}`;
    }
    return null;
  };
  const alike: Find = (all) => nearest(name, [...all.keys()]) ?? undefined;
  const same: Find = (all) => (name !== 'id' && all.has(name) ? name : undefined);
  const called: Find = (all) => usual.find((ours) => all.has(ours));
  return inside(same) ?? here(alike) ?? here(called) ?? inside(alike) ?? inside(called);
}

type Find = (members: Members) => string | undefined;

function quoted(name: string | undefined): string | null {
  return name === undefined ? null : `\`${name}\``;
}
