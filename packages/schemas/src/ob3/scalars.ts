import { isDate, isDateTime, parseDateTimeZ } from '@proofmark/primitives';
import type { SchemaCode } from './findings.js';
import type { PropertyDefinition } from './model.js';
import { addressForm, isCompactJws, isListIndex } from './syntax.js';
import { isInVocabulary } from './vocabularies.js';

/** What is wrong with a scalar. A `slip` is understood by readers; anything else makes the document unreadable. */
export interface Fault {
  readonly code: SchemaCode;
  readonly expected: string;
  readonly slip: boolean;
}

const fault = (code: SchemaCode, expected: string, slip = false): Fault => ({ code, expected, slip });

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function isLanguageMap(value: object): boolean {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, text]) => LANGUAGE.test(key) && typeof text === 'string');
}

function isLanguageValue(value: object): boolean {
  const keys = Object.keys(value);
  return (
    typeof (value as { '@value'?: unknown })['@value'] === 'string' &&
    keys.every((key) => key === '@value' || key === '@language' || key === '@direction')
  );
}

function textFault(text: string, { kind, vocabulary }: PropertyDefinition): Fault | null {
  switch (kind) {
    case 'id': {
      const form = addressForm(text);
      return form === 'uri' ? null : fault('not-a-uri', 'absolute URI', form === 'iri');
    }
    case 'uri':
      return addressForm(text) === 'uri' ? null : fault('not-a-uri', 'absolute URI', true);
    case 'term':
      if (isInVocabulary(vocabulary ?? '', text)) return null;
      return vocabulary === 'identifierType' && text === 'email'
        ? fault('identity-type-email', 'emailAddress', true)
        : fault('not-in-vocabulary', `a word of ${vocabulary ?? ''}`);
    case 'dateTimeZ':
      return parseDateTimeZ(text) === null ? fault('not-a-date-time', 'date and time with a time zone') : null;
    case 'dateTime':
      if (parseDateTimeZ(text) !== null) return null;
      return fault('not-a-date-time', 'date and time with a time zone', isDateTime(text) || isDate(text));
    case 'date':
      return isDate(text) ? null : fault('not-a-date', 'YYYY-MM-DD');
    case 'jws':
      return isCompactJws(text) ? null : fault('not-a-jws', 'compact JWS');
    case 'index':
      return isListIndex(text) ? null : fault('not-an-index', 'base-10 number as text');
    default:
      return null;
  }
}

/** What is wrong with one value of a scalar property, or null. */
export function scalarFault(value: unknown, property: PropertyDefinition): Fault | null {
  const { kind } = property;
  if (kind === 'number') return typeof value === 'number' ? null : fault('wrong-type', 'number');
  if (kind === 'integer') return Number.isSafeInteger(value) && (value as number) >= 0 ? null : fault('wrong-type', 'whole number');
  if (kind === 'boolean') return typeof value === 'boolean' ? null : fault('wrong-type', 'boolean');
  if (typeof value === 'string') return textFault(value, property);
  if (kind === 'index' && Number.isSafeInteger(value) && (value as number) >= 0) return fault('number-for-string', 'number as text', true);
  if (kind === 'text' && typeof value === 'object' && value !== null && (isLanguageMap(value) || isLanguageValue(value))) {
    return fault('language-map', 'text', true);
  }
  return fault('wrong-type', kind === 'id' || kind === 'uri' ? 'absolute URI' : 'text');
}
