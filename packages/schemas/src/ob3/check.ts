import { isObject, isWellFormed, memberPointer } from '@proofmark/primitives';
import { chooseClass, classOf, isA, propertyOf } from './classes.js';
import { checkContext } from './context-check.js';
import type { SchemaFindings, SchemaMode } from './findings.js';
import type { ClassDefinition, ClassName, PropertyDefinition } from './model.js';
import { checkDocumentRules, checkNodeRules } from './rules.js';
import { scalarFault } from './scalars.js';
import { LATE_TERMS } from './tables.js';
import { typesOf } from './types-of.js';
import { collectFindings, type Findings, isTooDeep } from './walk.js';

/**
 * Compares a JSON value with a class of Open Badges 3.0, CLR 2.0 or VC 2.0 (or its VC 1.1 form).
 * In: any value (never throws for what it contains), the class, and whether we issue or read.
 * Out: violations, and for `read` the notes about slips that readers understand. No violation means that the value conforms.
 * Terms that no class knows are left alone when reading (the classes are open); when issuing they are refused, since they would not be signed.
 */
export function checkSchema(value: unknown, className: ClassName, mode: SchemaMode = 'read'): SchemaFindings {
  const found = collectFindings(mode);
  if (isTooDeep(value)) found.violation('', 'too-deep', 'less nesting');
  else if (!isObject(value)) found.violation('', 'wrong-type', 'object');
  else {
    checkText(found, value, '');
    checkNode(found, value, className, '');
    checkDocumentRules(found, value);
  }
  return { violations: found.violations, notes: found.notes };
}

function checkText(found: Findings, value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (!isWellFormed(value)) found.violation(pointer, 'malformed-text', 'well-formed Unicode without NUL');
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkText(found, item, memberPointer(pointer, index));
    });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!isWellFormed(key)) found.violation(pointer, 'malformed-text', 'well-formed member names');
      checkText(found, item, memberPointer(pointer, key));
    }
  }
}

function checkType(found: Findings, node: Readonly<Record<string, unknown>>, definition: ClassDefinition, pointer: string): void {
  const { types, typeRule, name, properties } = definition;
  const at = memberPointer(pointer, 'type');
  // Not `member`, which reads null as absent: a type that is null is a wrong one.
  const value = Object.hasOwn(node, 'type') ? node.type : undefined;
  if (value === undefined) {
    if (typeRule !== 'optional') found.violation(pointer, 'missing', 'type');
    return;
  }
  const words = typesOf(node);
  const all = Array.isArray(value) ? value : [value];
  if (all.length === 0 || words.length !== all.length || words.includes('')) {
    found.violation(at, 'wrong-type', 'type names');
  } else if (!isA(name, words) || (typeRule === 'exact' && words.length > 1)) {
    found.violation(at, 'wrong-class', types.map((group) => group.join(' or ')).join(' and '));
  } else if (Array.isArray(value) && properties.get('type')?.many === false) {
    found.slip(at, 'array-for-single', words.join());
  }
}

function checkNode(found: Findings, node: Readonly<Record<string, unknown>>, className: ClassName, pointer: string): void {
  const definition = classOf(className);
  checkType(found, node, definition, pointer);
  for (const property of definition.properties.values()) {
    if (property.required && property.kind !== 'type' && !Object.hasOwn(node, property.name)) {
      found.violation(pointer, 'missing', property.name);
    }
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type') continue;
    const at = memberPointer(pointer, key);
    const property = propertyOf(className, key);
    if (found.mode === 'issue' && LATE_TERMS.includes(key)) found.violation(at, 'late-term', 'a term of every published context');
    if (value === null) found.violation(at, 'null-value', 'nothing, when there is no value');
    else if (property !== undefined) checkProperty(found, value, property, className, at);
    else if (definition.closed || found.mode === 'issue') found.violation(at, 'unknown-property', `a property of ${className}`);
  }
  checkNodeRules(found, node, className, pointer);
}

function checkProperty(found: Findings, value: unknown, property: PropertyDefinition, owner: ClassName, pointer: string): void {
  if (property.kind === 'context') {
    checkContext(found, value, owner, pointer);
  } else if (!Array.isArray(value)) {
    if (property.many && !property.singleOk) found.slip(pointer, 'single-for-array', 'array');
    checkValue(found, value, property, pointer);
  } else if (!property.many && !property.arrayOk && !mayStandInArray(value, property)) {
    found.violation(pointer, 'too-many', 'a single value');
  } else {
    if (value.length === 0 && property.required) found.violation(pointer, 'empty', 'at least one value');
    else if (value.length === 0) found.slip(pointer, 'empty', 'nothing, when there is no value');
    if (!property.many && value.length > 0) found.slip(pointer, 'array-for-single', 'a single value');
    value.forEach((item, index) => {
      checkValue(found, item, property, memberPointer(pointer, index));
    });
  }
}

/** One value in an array says what the value alone says. An id is none of a node when it stands in an array. */
function mayStandInArray(items: readonly unknown[], { kind, name }: PropertyDefinition): boolean {
  return items.length <= 1 && !(kind === 'id' && name === 'id');
}

function checkValue(found: Findings, value: unknown, property: PropertyDefinition, pointer: string): void {
  if (value === null) {
    found.violation(pointer, 'null-value', 'a value');
  } else if (property.kind !== 'object') {
    const fault = scalarFault(value, property);
    if (fault?.slip) found.slip(pointer, fault.code, fault.expected);
    else if (fault) found.violation(pointer, fault.code, fault.expected);
  } else if (isObject(value)) {
    checkNode(found, value, chooseClass(property.classes, value), pointer);
  } else if (typeof value === 'string' && (property.idOk || property.classes[0] === 'Image')) {
    // The published schema takes a bare issuer, older badges have bare images; the official validator wants objects.
    const fault = scalarFault(value, { ...property, kind: 'id' });
    if (fault && !fault.slip) found.violation(pointer, fault.code, fault.expected);
    else if (!(property.classes[0] === 'Issuer')) found.slip(pointer, 'string-for-object', 'object');
  } else {
    found.violation(pointer, 'wrong-type', property.classes.join(' or '));
  }
}
