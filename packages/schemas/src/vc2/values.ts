import { isDateTime, isObject, parseDateTimeZ } from '@proofmark/primitives';
import type { SchemaCode } from '../ob3/findings.js';
import { addressForm } from '../ob3/syntax.js';
import type { Form } from './tables.js';

export interface Fault {
  readonly code: SchemaCode;
  readonly expected: string;
}

const PROSE_KEYS = ['@value', '@language', '@direction'];
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** What keeps one value from being of a form that is no object; null when it fits. */
export function valueFault(value: unknown, form: Form): Fault | null {
  if (value === null) return { code: 'null-value', expected: 'a value' };
  switch (form) {
    case 'url':
      return isUrl(value) ? null : { code: typeof value === 'string' ? 'not-a-uri' : 'wrong-type', expected: 'one absolute URL' };
    case 'type':
      return isTypeWord(value) ? null : { code: 'wrong-type', expected: 'one type name or URL' };
    case 'prose':
      return isProse(value) ? null : { code: 'wrong-type', expected: 'text, or an object of @value, @language and @direction' };
    case 'date-time-stamp':
      return isInstant(value) ? null : { code: 'not-a-date-time', expected: 'a dateTimeStamp with a time zone' };
    case 'date-time':
      return typeof value === 'string' && isDateTime(value) ? null : { code: 'not-a-date-time', expected: 'a dateTime' };
    default:
      return typeof value === 'string' ? null : { code: 'wrong-type', expected: 'text' };
  }
}

/** An absolute URL as text (VC Data Model 2.0, 4.4): a DID and a URN are some too, a relative one is none. */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && addressForm(value) !== 'none';
}

/** A term, or an absolute URL (VC Data Model 2.0, 4.5). Whether a term is defined, only its contexts can tell. */
export function isTypeWord(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || /\s/.test(value) || value.startsWith('@')) return false;
  return !value.includes(':') || isUrl(value);
}

/** Text, or a language value object (VC Data Model 2.0, 4.6 and 11.1). */
function isProse(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (!isObject(value) || !Object.keys(value).every((key) => PROSE_KEYS.includes(key))) return false;
  const { '@value': text, '@language': language, '@direction': direction } = value;
  return (
    typeof text === 'string' &&
    (language === undefined || (typeof language === 'string' && LANGUAGE_TAG.test(language))) &&
    (direction === undefined || direction === null || direction === 'ltr' || direction === 'rtl')
  );
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && parseDateTimeZ(value) !== null;
}
