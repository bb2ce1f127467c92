import { ACHIEVEMENT_WORDS, isWordIn, type Json, type JsonObject, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { isObject, listOf } from '../json.js';
import { must, text } from './must.js';
import { checkRules } from './rules.js';
import { address, date, literal } from './scalars.js';
import { classOf, iriOf, type PlainProperty } from './words.js';

/** A term of a statement: as N-Quads write it, or the number of a blank node. */
export type Term = string | number;
export type Statement = readonly [subject: Term, predicate: string, object: Term];

/** What a document says. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly blankNodes: number;
}

const RDF = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** More than any badge of ours has; telling them apart takes time. */
const MAX_BLANK_NODES = 300;
/** No one else may speak about these, nor they be one another. */
const GUARDED = /Credential$|Entry$|^Evidence$|^Related/;

/** The class of a badge. */
export const BADGE = 'OpenBadgeCredential';

/**
 * Walks a document without its proofs once. It must be exactly as we write such a document: every word known and in its place, every value of its kind, the
 * rules kept. The shape gate and the schema then have nothing to say, and its statements are those that a JSON-LD processor would find.
 */
export function walk(root: JsonObject, className: string): Statements {
  const statements: Statement[] = [];
  const ids: Json[] = [];
  const guarded: Json[] = [];
  let blankNodes = 0;
  const say = (subject: Term, predicate: string, object: Term): void => void statements.push([subject, predicate, object]);

  const node = (value: Json | undefined, name: string): Term => {
    const plain = classOf(name);
    must(plain !== undefined && isObject(value) && Object.keys(value).length > 0);
    const { id, type, ...rest } = value;
    const subject = id === undefined ? blankNodes++ : address(id);
    if (id !== undefined) {
      must(plain.properties.has('id'));
      ids.push(id);
      if (GUARDED.test(name)) guarded.push(id);
    }
    for (const word of typesOf(type, plain.words)) say(subject, `${RDF}type>`, iriOf(word));
    for (const [key, { required }] of plain.properties) must(!required || value[key] !== undefined);
    for (const [key, item] of Object.entries(rest)) {
      const property = plain.properties.get(key);
      must(property !== undefined && key !== 'id');
      if (property.many) must(Array.isArray(item) && item.length > 0);
      if (key === 'allowedValue') say(subject, iriOf(key), list(item as readonly Json[]));
      else for (const one of property.many ? listOf(item) : [item]) say(subject, iriOf(key), term(key, one, property));
    }
    checkRules(name, value);
    return subject;
  };

  const term = (key: string, value: Json | undefined, { kind }: PlainProperty): Term => {
    if (/^[A-Z]/.test(kind)) return node(value, kind);
    if (kind === 'id') return address(value);
    if (kind === 'uri') address(value);
    if (kind === 'date') date(value);
    if (kind === 'index') must(/^(0|[1-9]\d{0,14})$/.test(text(value)));
    if (kind.startsWith('@')) must(isWordIn(ACHIEVEMENT_WORDS, kind.slice(1), text(value)));
    if (kind === 'identity') must(value === 'emailAddress' || value === 'name');
    must(
      kind === 'number' ? Number.isSafeInteger(value) && (value as number) >= 0 : typeof value === (kind === 'boolean' ? kind : 'string'),
    );
    return literal(value, key, kind);
  };

  /** An ordered list, as RDF links one (JSON-LD 1.1 API, list to RDF). */
  const list = (items: readonly Json[]): Term =>
    items.reduceRight((rest: Term, item): Term => {
      const cell = blankNodes++;
      say(cell, `${RDF}first>`, term('', item, { kind: '', required: true, many: false }));
      say(cell, `${RDF}rest>`, rest);
      return cell;
    }, `${RDF}nil>`);

  const { '@context': contexts, ...bare } = root;
  must(JSON.stringify(contexts) === JSON.stringify(className === BADGE ? [VC2_CONTEXT, OB3_CONTEXT] : [VC2_CONTEXT]));
  node(bare, className);
  must(blankNodes < MAX_BLANK_NODES);
  for (const id of guarded) must(ids.filter((other) => other === id).length === 1);
  return { statements, blankNodes };
}

/** The words of a `type` that is written as the tables say. */
function typesOf(type: Json | undefined, words: string): readonly string[] {
  if (words === '-') {
    must(type === undefined);
    return [];
  }
  const [, alone, wanted = ''] = /^(=?)(.*)/.exec(words) ?? [];
  const classes = wanted.split(',');
  // A text with a comma in it is one word, and none of ours.
  must((classes.length === 1 && type === wanted) || (!alone && JSON.stringify(type) === JSON.stringify(classes)));
  return classes;
}
