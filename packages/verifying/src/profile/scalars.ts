import { isUrl, type Json, parseInstant } from '@proofmark/primitives';
import { must } from './not-in-profile.js';

const XSD = 'www.w3.org/2001/XMLSchema#';
const SECURITY = 'https://w3id.org/security#';
/** Schemes that no prefix of the contexts could be taken for. */
const SCHEME = /^(?:https?:\/\/|did:|urn:|data:|swh:)./;
const OUTSIDE_URI = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\dA-F]{2})/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const UNUSUAL = /[\u0000-\u0007\u000b\u000e-\u001f\u007f\ud800-\udfff]/u;
const TO_ESCAPE = /["\\\b\t\n\f\r]/;

/** Datatypes by the term, or by the kind of the tables, as N-Quads write them. The contexts decide the datatype, not the value. */
const DATATYPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    awardedDate: 'xsd:dateTime',
    creditsAvailable: `https://${XSD}float`,
    digestSRI: 'https://www.w3.org/2018/credentials#sriString',
    digestMultibase: `${SECURITY}multibase`,
    encodedList: `${SECURITY}multibase`,
    cryptosuite: `${SECURITY}cryptosuiteString`,
    uri: `https://${XSD}anyURI`,
    date: `http://${XSD}dateTime`,
    boolean: `https://${XSD}boolean`,
    number: `http://${XSD}integer`,
  }).map(([name, iri]) => [name, `^^<${iri}>`]),
);

/** The datatype of a property, as N-Quads write it behind the text; empty for plain text. */
export function datatypeOf(term: string, kind: string): string {
  return DATATYPES[term] ?? DATATYPES[kind] ?? '';
}

/** An absolute address (RFC 3986), as N-Quads write it. */
export function address(value: Json | undefined): string {
  must(typeof value === 'string' && SCHEME.test(value) && !OUTSIDE_URI.test(value));
  must(!value.startsWith('http') || isUrl(value));
  return `<${value}>`;
}

/** The instant of a date and time in UTC, in milliseconds, of which the text is the one spelling: in whole seconds. */
export function date(value: Json | undefined): number {
  const time = typeof value === 'string' ? parseInstant(value) : null;
  must(time !== null);
  return time;
}

/** A value as a literal of canonical N-Quads. JSON writes a string in the same way, but for controls that no text of ours holds. */
export function literal(value: string | number | boolean, datatype: string): string {
  if (typeof value !== 'string') return `"${value}"${datatype}`;
  must(!UNUSUAL.test(value));
  return (TO_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`) + datatype;
}
