import { isObject, memberPointer } from '@proofmark/primitives';
import { CLR_CONTEXT_PATTERN, OB3_CONTEXT_ALIASES, OB3_CONTEXT_PATTERN, VC1_CONTEXT } from './contexts.js';
import { OB3_CONTEXT, VC2_CONTEXT } from './issued-contexts.js';
import type { ClassName } from './model.js';
import type { Findings } from './walk.js';

const isOb3 = (url: unknown): boolean => typeof url === 'string' && (OB3_CONTEXT_PATTERN.test(url) || OB3_CONTEXT_ALIASES.includes(url));
const isClr = (url: unknown): boolean => typeof url === 'string' && CLR_CONTEXT_PATTERN.test(url);

/** What must stand at the second, third … place of a class's contexts. */
function followers(owner: ClassName): readonly ((url: unknown) => boolean)[] {
  if (owner.startsWith('AchievementCredential') || owner.startsWith('EndorsementCredential')) return [isOb3];
  return owner.startsWith('ClrCredential') ? [isClr, isOb3] : [];
}

/** The contexts of a credential, which are ordered (Open Badges 3.0, `@context`; VC Data Model 2.0, 4.3). */
export function checkContext(found: Findings, value: unknown, owner: ClassName, pointer: string): void {
  const contexts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const first = owner.endsWith('V1') || owner === 'StatusList2021Credential' ? VC1_CONTEXT : VC2_CONTEXT;
  const flexible = [
    'VerifiablePresentation',
    'VerifiableCredential',
    'StatusList2021Credential',
    'BitstringStatusListCredential',
    'Proof',
  ].includes(owner);
  if (contexts[0] !== first && !(flexible && (contexts[0] === VC1_CONTEXT || contexts[0] === VC2_CONTEXT || owner === 'Proof'))) {
    found.violation(memberPointer(pointer, 0), 'context', first);
  }
  followers(owner).forEach((fits, index) => {
    const url = contexts[index + 1];
    const at = memberPointer(pointer, index + 1);
    if (!fits(url)) found.violation(at, 'context', 'the context of the specification');
    else if (fits === isOb3 && url !== OB3_CONTEXT) found.slip(at, 'context-alias', OB3_CONTEXT);
  });
  contexts.forEach((context, index) => {
    if (typeof context !== 'string' && !isObject(context)) found.violation(memberPointer(pointer, index), 'wrong-type', 'URL');
    else if (found.mode === 'issue' && typeof context !== 'string') found.violation(memberPointer(pointer, index), 'context', 'URL');
  });
}
