import type { Json } from '@proofmark/schemas';
import { must } from './must.js';

const XSD = 'www.w3.org/2001/XMLSchema#';
const SCHEME = /^(?:https?:\/\/|did:|urn:|data:|swh:)./;
const OUTSIDE_URI = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\dA-F]{2})/i;
/** Written as it stands wherever the contexts have it, whichever kind it is of. */
const DATATYPES: Readonly<Record<string, string>> = {
  awardedDate: 'xsd:dateTime',
  creditsAvailable: `https://${XSD}float`,
  digestSRI: 'https://www.w3.org/2018/credentials#sriString',
  digestMultibase: 'https://w3id.org/security#multibase',
  encodedList: 'https://w3id.org/security#multibase',
  uri: `https://${XSD}anyURI`,
  date: `http://${XSD}dateTime`,
  boolean: `https://${XSD}boolean`,
  number: `http://${XSD}integer`,
};

/** An absolute address (RFC 3986) of a scheme that no prefix of the contexts could be taken for, as N-Quads write it. */
export function address(value: Json | undefined): string {
  must(typeof value === 'string' && SCHEME.test(value) && !OUTSIDE_URI.test(value));
  must(!value.startsWith('http') || URL.canParse(value));
  return `<${value}>`;
}

/** The instant of a date and time in UTC, in milliseconds, of which the text is the one spelling: in whole seconds, as we write all of them. */
export function date(value: Json | undefined): number {
  must(typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value));
  const time = Date.parse(value);
  must(new Date(time).toISOString().startsWith(value.slice(0, 19)));
  return time;
}

/** A value as a literal of canonical N-Quads. A JSON string is written in the same way, but for controls that no text of ours holds. */
export function literal(value: Json | undefined, term: string, kind: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  must(!/[\u0000-\u0007\u000b\u000e-\u001f\u007f]/.test(String(value)));
  const datatype = DATATYPES[term] ?? DATATYPES[kind];
  return (typeof value === 'string' ? JSON.stringify(value) : `"${value}"`) + (datatype === undefined ? '' : `^^<${datatype}>`);
}
