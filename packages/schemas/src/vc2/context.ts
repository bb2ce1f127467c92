import { isObject, memberPointer } from '@proofmark/primitives';
import { VC1_CONTEXT } from '../ob3/contexts.js';
import { VC2_CONTEXT } from '../ob3/issued-contexts.js';
import type { Findings } from '../ob3/walk.js';
import { isUrl } from './values.js';

/** An ordered set whose first item is the data model's context, then URLs and context objects (VC Data Model 2.0, 4.3). */
export function checkContexts(found: Findings, value: unknown, pointer: string): void {
  if (!Array.isArray(value)) {
    found.violation(pointer, 'context', 'an array');
    return;
  }
  const [first, ...others] = value as readonly unknown[];
  if (first !== VC2_CONTEXT && first !== VC1_CONTEXT) found.violation(memberPointer(pointer, 0), 'context', VC2_CONTEXT);
  others.forEach((item, index) => {
    if (!isUrl(item) && !isObject(item)) found.violation(memberPointer(pointer, index + 1), 'context', 'a URL or a context object');
  });
}

/** Whether a value brings in the context of VC Data Model 2.0: for an enveloped document, a lone URL will do. */
export function bringsVc2(value: unknown): boolean {
  return value === VC2_CONTEXT || (Array.isArray(value) && value.includes(VC2_CONTEXT));
}
