import { encodeBase64url, type JsonObject } from '@proofmark/schemas';
import type { Canonicalisation } from '../data-integrity/canonicalise.js';
import { utf8 } from '../encoding/bytes.js';
import type { CryptoPort } from '../ports.js';
import { canonicaliseQuads } from '../rdf/canonicalise.js';
import { toQuads } from '../rdf/to-quads.js';
import { hmacSha256 } from './hmac.js';
import { type MarkedDocument, markedDocument } from './marked-document.js';
import { unmark } from './marking.js';
import { nameBlankNodes } from './naming.js';
import { relabel } from './relabel.js';
import { select } from './selection.js';

type CanonicalFault = Extract<Canonicalisation, { readonly ok: false }>['code'];

/** Why a document cannot be signed, or disclosed, in parts. */
export type SdFault =
  /** A statement would be lost, or the document is none: `checkSafe` says which word. */
  | { readonly ok: false; readonly code: 'unsafe-document'; readonly reason: CanonicalFault }
  /** Nothing stands there; or it is an item of an ordered list, which can only be disclosed whole. */
  | { readonly ok: false; readonly code: 'unknown-pointer'; readonly pointer: string | null }
  /** Two nodes without an id cannot be told apart by where they stand: a `_:` name in two places, several lists of one member … */
  | { readonly ok: false; readonly code: 'indistinct-nodes' };

/** What some pointers select of a document. */
export interface Disclosure {
  readonly ok: true;
  /** Positions of the statements among all, in order. */
  readonly positions: readonly number[];
  /** Null when nothing is selected. */
  readonly document: JsonObject | null;
  /** The HMAC in the label that is signed, by the number of the canonical label that a reader of this part finds. */
  readonly labels: ReadonlyMap<number, Uint8Array>;
}

/** A document as statements, with labels of blank nodes that say nothing of what else is there. */
export interface Statements {
  readonly ok: true;
  /** N-Quads, sorted, each with its line end. */
  readonly all: readonly string[];
  readonly disclose: (pointers: readonly string[]) => Promise<Disclosure | SdFault>;
}

export interface StatementsQuestion {
  /** Without its proofs. */
  readonly document: JsonObject;
  /** 32 bytes. */
  readonly hmacKey: Uint8Array;
  readonly crypto: CryptoPort;
  /** Contexts that the caller answers for, beside the pinned ones. */
  readonly contexts?: ReadonlyMap<string, object> | undefined;
}

const INDISTINCT: SdFault = { ok: false, code: 'indistinct-nodes' };

/** Canonicalises a document and labels its blank nodes anew (VC-DI-ECDSA 3.4.13 and 3.4.3), so that parts of it can be told. */
export async function statementsOf({ document, hmacKey, crypto, contexts }: StatementsQuestion): Promise<Statements | SdFault> {
  const quads = await toQuads(document, undefined, contexts);
  if (!quads.ok) return unsafe(quads.code);
  const canonical = await canonicaliseQuads(quads.quads, 'SHA-256');
  if (!canonical.ok) return unsafe(canonical.code);
  // As in checking: it would be signed as U+FFFD.
  if (/\p{Surrogate}/u.test(canonical.nquads)) return unsafe('malformed-document');
  const marked = await markedDocument(document, canonical.nquads, contexts);
  if (marked === null) return INDISTINCT;
  const whole = await labelled(marked, marked.document, contexts);
  if (!whole.ok) return whole;
  if (whole.nquads !== canonical.nquads) return INDISTINCT;

  const hmacs = new Map<string, Uint8Array>();
  for (const label of whole.labels.values()) hmacs.set(label, await hmacSha256(crypto, hmacKey, utf8(label)));
  const all = relabel(whole.nquads, textsOf(hmacs));
  if (!all.ok) return unsafe('malformed-document');
  const positionOf = new Map(all.statements.map((statement, i) => [statement, i]));

  const disclose = async (pointers: readonly string[]): Promise<Disclosure | SdFault> => {
    const selection = select(marked.document, pointers);
    if (!selection.ok) return { ok: false, code: 'unknown-pointer', pointer: selection.pointer };
    if (selection.document === null) return { ok: true, positions: [], document: null, labels: new Map() };
    const part = await labelled(marked, selection.document, contexts);
    if (!part.ok) return part;
    const shown = new Map<string, Uint8Array>();
    for (const [name, label] of part.labels) {
      const hmac = hmacs.get(whole.labels.get(name) ?? '');
      if (hmac !== undefined) shown.set(label, hmac);
    }
    const statements = relabel(part.nquads, textsOf(shown));
    const positions = statements.ok ? statements.statements.map((statement) => positionOf.get(statement)) : [undefined];
    // A part of a list is another list: it has statements that the whole has not.
    if (!positions.every((position) => position !== undefined)) return { ok: false, code: 'unknown-pointer', pointer: null };
    const labels = new Map([...shown].map(([label, hmac]) => [Number(label.slice('c14n'.length)), hmac]));
    return { ok: true, positions, document: unmark(selection.document, marked.prefix) as JsonObject, labels };
  };
  return { ok: true, all: all.statements, disclose };
}

type Labelled = { readonly ok: true; readonly nquads: string; readonly labels: ReadonlyMap<string, string> };

/** Canonical N-Quads of a marked document or of a part of it, and the canonical label of each name. */
async function labelled(
  { prefix }: MarkedDocument,
  document: JsonObject,
  contexts: ReadonlyMap<string, object> | undefined,
): Promise<Labelled | SdFault> {
  const quads = await toQuads(document, undefined, contexts);
  if (!quads.ok) return unsafe(quads.code);
  const named = nameBlankNodes(quads.quads, prefix);
  if (named === null) return INDISTINCT;
  const labels = new Map<string, string>();
  const answer = await canonicaliseQuads(named, 'SHA-256', labels);
  return answer.ok ? { ok: true, nquads: answer.nquads, labels } : unsafe(answer.code);
}

/** The labels as they stand in a statement. */
function textsOf(hmacs: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map([...hmacs].map(([label, hmac]) => [label, `u${encodeBase64url(hmac)}`]));
}

function unsafe(reason: CanonicalFault): SdFault {
  return { ok: false, code: 'unsafe-document', reason };
}
