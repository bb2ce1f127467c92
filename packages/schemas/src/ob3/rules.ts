import { isObject, listOf, member, memberPointer, parseDateTimeZ } from '@proofmark/primitives';
import { EXTENSION_TYPES, OB3_EXTENSIONS_CONTEXT } from './contexts.js';
import { checkIds } from './ids.js';
import type { ClassName } from './model.js';
import { isIdentityHash } from './syntax.js';
import { typesOf } from './types-of.js';
import type { Findings } from './walk.js';

type Node = Readonly<Record<string, unknown>>;

/** Rules between the properties of one node, after each property has been looked at alone. */
export function checkNodeRules(found: Findings, node: Node, className: ClassName, pointer: string): void {
  switch (className) {
    case 'AchievementSubject':
    case 'ClrSubject':
      if (member(node, 'id') === undefined && listOf(member(node, 'identifier')).length === 0) {
        found.slip(pointer, 'identifier-missing', 'id or identifier');
      }
      if (className === 'AchievementSubject') checkResults(found, node, pointer);
      break;
    case 'Criteria':
      if (member(node, 'id') === undefined && member(node, 'narrative') === undefined) {
        found.violation(pointer, 'criteria-empty', 'id or narrative');
      }
      break;
    case 'IdentityObject': {
      const hash = member(node, 'identityHash');
      if (member(node, 'hashed') === true && typeof hash === 'string' && !isIdentityHash(hash)) {
        found.slip(memberPointer(pointer, 'identityHash'), 'not-an-identity-hash', 'sha256$ and 64 hexadecimal digits');
      }
      break;
    }
    case 'RelatedResource':
      if (member(node, 'digestSRI') === undefined && member(node, 'digestMultibase') === undefined) {
        found.slip(pointer, 'digest-missing', 'digestSRI or digestMultibase');
      }
      break;
    case 'BitstringStatusListEntry':
      if (member(node, 'id') !== undefined && member(node, 'id') === member(node, 'statusListCredential')) {
        found.slip(memberPointer(pointer, 'id'), 'status-id-is-list', 'another id than the list has');
      }
      break;
    default:
  }
  checkValidity(found, node, pointer);
}

/** VC Data Model 2.0, 4.9: the end of validity does not lie before its beginning. */
function checkValidity(found: Findings, node: Node, pointer: string): void {
  const [from, until] = [member(node, 'validFrom'), member(node, 'validUntil')].map((value) =>
    typeof value === 'string' ? parseDateTimeZ(value) : null,
  );
  if (typeof from === 'number' && typeof until === 'number' && until < from) {
    found.slip(memberPointer(pointer, 'validUntil'), 'validity-reversed', 'a time after validFrom');
  }
}

/** Open Badges 3.0, Result: it links to a description, and to a level, of the same achievement; a status needs its value. */
function checkResults(found: Findings, subject: Node, pointer: string): void {
  const [achievement] = listOf(member(subject, 'achievement'));
  const descriptions = isObject(achievement) ? listOf(member(achievement, 'resultDescription')).filter(isObject) : [];
  const results = listOf(member(subject, 'result'));
  results.forEach((result, index) => {
    if (!isObject(result)) return;
    const at = memberPointer(memberPointer(pointer, 'result'), index);
    const link = member(result, 'resultDescription');
    const level = member(result, 'achievedLevel');
    const linked = descriptions.find((description) => member(description, 'id') === link);
    if (link !== undefined && linked === undefined)
      found.slip(memberPointer(at, 'resultDescription'), 'result-link', 'an id of this achievement');
    const levels = (linked ? [linked] : descriptions).flatMap((description) => listOf(member(description, 'rubricCriterionLevel')));
    if (level !== undefined && !levels.some((known) => isObject(known) && member(known, 'id') === level)) {
      found.slip(memberPointer(at, 'achievedLevel'), 'result-link', 'an id of a rubric level of this achievement');
    }
    if (linked && member(linked, 'resultType') === 'Status' && member(result, 'status') === undefined) {
      found.slip(at, 'result-status-missing', 'status');
    }
  });
}

/** Rules of the whole document. */
export function checkDocumentRules(found: Findings, root: Node): void {
  checkExtensionTypes(found, root);
  checkIds(found, root);
}

/** The 1EdTech type names mean nothing without the context that defines them. */
function checkExtensionTypes(found: Findings, root: Node): void {
  if (listOf(member(root, '@context')).includes(OB3_EXTENSIONS_CONTEXT)) return;
  for (const term of ['credentialStatus', 'refreshService', 'credentialSchema']) {
    const words = listOf(member(root, term)).flatMap((node) => typesOf(node));
    if (words.some((word) => EXTENSION_TYPES.includes(word))) {
      found.slip(memberPointer('', term), 'extensions-context-missing', OB3_EXTENSIONS_CONTEXT);
    }
  }
}
