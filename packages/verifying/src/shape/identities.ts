import { canonicalJson } from '@proofmark/proofs';
import { type ClassName, classNames, classOf, type JsonObject, TEST_TYPE, typesOf } from '@proofmark/schemas';
import type { GateFindings } from './findings.js';
import { type Place, pointerOf } from './place.js';

const GUARDED: ReadonlySet<ClassName> = new Set(
  classNames().filter((name) =>
    /Credential(?:V1)?$|^(?:Evidence|BitstringStatusListEntry|StatusList2021Entry|RevocationList|CredentialStatus)$/.test(name),
  ),
);

let words: ReadonlySet<string> | undefined;

/** Type names that only a credential, a status entry or a piece of evidence bears; that of a test would be hidden anywhere else. */
function guardedWords(): ReadonlySet<string> {
  words ??= new Set([...[...GUARDED].flatMap((name) => classOf(name).types.flat()), TEST_TYPE]);
  return words;
}

/** The ids of the nodes of one document, to find statements about a guarded node in other places. */
export interface Identities {
  add(node: JsonObject, className: ClassName, place: Place): void;
  /** To be called once, after every node was added. */
  check(found: GateFindings): void;
}

/**
 * The ids of credentials, status entries and evidence are unique among the nodes that say anything. Elsewhere a node with such an id
 * carries its `id`, the `type` of its own class, and (an endorsement's subject) a comment: nothing that a reader would look for at home.
 */
export function identities(): Identities {
  const guarded = new Map<string, Seen>();
  const elsewhere: { readonly node: JsonObject; readonly id: string; readonly place: Place }[] = [];
  return {
    add(node, className, place) {
      const { id } = node;
      if (typeof id !== 'string') return;
      if (!GUARDED.has(className)) {
        elsewhere.push({ node, id, place });
        return;
      }
      const seen = guarded.get(id) ?? { sayers: 0, all: 0, work: [] };
      seen.sayers += saysMore(node, ['id', 'type', '@context']) === null ? 0 : 1;
      seen.all += 1;
      if (className === 'Evidence') seen.work.push({ node, place });
      guarded.set(id, seen);
    },
    check(found) {
      // A second node that says nothing would be counted as a second piece of work, or as an entry without a purpose.
      for (const [id, seen] of guarded) {
        const { sayers, all, work } = seen;
        if (all > 1 && (sayers > 0 || work.length > 0) && !isSharedWork(seen)) found.restructured('id', id);
      }
      for (const { node, id, place } of elsewhere) {
        if (!guarded.has(id)) continue;
        const more = saysMore(node, ['id', 'type', 'endorsementComment']) ?? typesOf(node).find((word) => guardedWords().has(word));
        if (more !== undefined && more !== null) found.restructured(more, place);
      }
    },
  };
}

interface Seen {
  /** Nodes that say anything, and all nodes. */
  sayers: number;
  all: number;
  readonly work: { readonly node: JsonObject; readonly place: Place }[];
}

/**
 * One piece of work may stand behind several credentials of a record. Each then says the whole of it, in the same words: no statement can
 * be moved from the one to the other, and no credential names it twice.
 */
function isSharedWork({ all, work }: Seen): boolean {
  const owners = new Set(work.map(({ place }) => pointerOf(place).replace(/\/evidence(?:\/\d+)?$/, '')));
  const words = new Set(work.map(({ node }) => canonicalJson(node)));
  return work.length === all && owners.size === all && words.size === 1;
}

function saysMore(node: JsonObject, allowed: readonly string[]): string | null {
  return Object.keys(node).find((key) => !allowed.includes(key) && node[key] !== null) ?? null;
}
