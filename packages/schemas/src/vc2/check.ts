import { isObject, listOf, member, memberPointer } from '@proofmark/primitives';
import { VC1_CONTEXT } from '../ob3/contexts.js';
import type { Violation } from '../ob3/findings.js';
import { VC2_CONTEXT } from '../ob3/issued-contexts.js';
import { collectFindings, type Findings, isTooDeep } from '../ob3/walk.js';
import { checkContexts } from './context.js';
import { checkEnvelope, isEnvelope } from './envelope.js';
import { checkRules, checkUnique } from './rules.js';
import { type Count, type Form, type NodeName, TABLES, TYPE_OF } from './tables.js';
import { isTypeWord, isUrl, valueFault } from './values.js';

type Node = Readonly<Record<string, unknown>>;

/** Which data model a document follows, by its first context; null when by neither. */
export function dataModelOf(document: unknown): '2.0' | '1.1' | null {
  const first = isObject(document) ? listOf(member(document, '@context'))[0] : undefined;
  return first === VC2_CONTEXT ? '2.0' : first === VC1_CONTEXT ? '1.1' : null;
}

/**
 * Compares any value with what VC Data Model 2.0 demands of a verifiable credential, or 1.1 when its first context says so: every MUST that the
 * document alone can break. Vocabularies and signatures are others' questions. An unsecured credential may lack its `proof`. Never throws.
 */
export function checkCredential(value: unknown): readonly Violation[] {
  return check(value, dataModelOf(value) === '1.1' ? 'credential-v1' : 'credential');
}

/** Likewise for a verifiable presentation, the credentials in it included. */
export function checkPresentation(value: unknown): readonly Violation[] {
  return check(value, dataModelOf(value) === '1.1' ? 'presentation-v1' : 'presentation');
}

function check(value: unknown, name: NodeName): readonly Violation[] {
  const found = collectFindings('issue');
  if (isTooDeep(value)) found.violation('', 'too-deep', 'less nesting');
  else if (!isObject(value)) found.violation('', 'wrong-type', 'object');
  else checkDocument(found, value, name, '');
  return found.violations;
}

function checkDocument(found: Findings, node: Node, name: NodeName, pointer: string): void {
  checkNode(found, node, name, pointer);
  checkUnique(found, node, 'proof');
  for (const [key, item] of Object.entries(node)) {
    if (key !== '@context' && key !== 'proof' && key !== 'verifiableCredential') checkIds(found, item, memberPointer(pointer, key));
  }
}

function checkNode(found: Findings, node: Node, name: NodeName, pointer: string): void {
  for (const [term, count, form] of TABLES[name]) {
    const at = memberPointer(pointer, term);
    if (Object.hasOwn(node, term)) checkMember(found, node[term], count, form, at);
    else if (count === '1' || count === '+') found.violation(pointer, 'missing', term);
  }
  const word = TYPE_OF[name];
  if (word !== undefined && Object.hasOwn(node, 'type') && !listOf(node.type).includes(word)) {
    found.violation(memberPointer(pointer, 'type'), 'wrong-class', word);
  }
  checkRules(found, node, name, pointer);
}

function checkMember(found: Findings, value: unknown, count: Count, form: Form, pointer: string): void {
  if (form === 'contexts') checkContexts(found, value, pointer);
  else if (form === 'types') checkTypes(found, value, pointer);
  else if (!Array.isArray(value)) checkValue(found, value, form, pointer);
  else if (count === '1' || count === '?') found.violation(pointer, 'too-many', 'a single value');
  else if (value.length === 0 && count !== '0') found.violation(pointer, 'empty', 'at least one value');
  else {
    value.forEach((item, index) => {
      checkValue(found, item, form, memberPointer(pointer, index));
    });
  }
}

function checkValue(found: Findings, value: unknown, form: Form, pointer: string): void {
  if (form === 'issuer') {
    if (isObject(value)) checkNode(found, value, 'party', pointer);
    else checkValue(found, value, 'url', pointer);
  } else if (form === 'secured-credential') {
    if (!isObject(value)) found.violation(pointer, 'wrong-type', 'a credential as an object');
    else if (isEnvelope(value)) checkEnvelope(found, value, pointer);
    else checkContained(found, value, pointer);
  } else if (form in TABLES) {
    if (isObject(value)) checkNode(found, value, form as NodeName, pointer);
    else found.violation(pointer, value === null ? 'null-value' : 'wrong-type', 'object');
  } else {
    const fault = valueFault(value, form);
    if (fault !== null) found.violation(pointer, fault.code, fault.expected);
  }
}

/** A credential inside a presentation is a document of its own. */
function checkContained(found: Findings, value: Node, pointer: string): void {
  for (const { pointer: inner, code, expected } of checkCredential(value)) found.violation(`${pointer}${inner}`, code, expected);
}

function checkTypes(found: Findings, value: unknown, pointer: string): void {
  const words = Array.isArray(value) ? value : [value];
  if (words.length === 0 || !words.every(isTypeWord)) found.violation(pointer, 'wrong-type', 'type names or URLs');
}

/** Wherever an object has an id, it is one URL (4.4). */
function checkIds(found: Findings, value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const at = memberPointer(pointer, key);
    const known = found.violations.some((one) => one.pointer === at);
    if (key === 'id' && !Array.isArray(value) && !isUrl(item) && !known) found.violation(at, 'not-a-uri', 'one absolute URL');
    checkIds(found, item, at);
  }
}
