import type { MediaType } from '../http/accept.js';

/** The forms in which a badge can be had. */
export type Form = 'html' | 'json' | 'jwt' | 'pdf' | 'png' | 'svg';

/** The media types of each form, the one to send by default first; a type is sent only when the client named it. */
export const MEDIA_TYPES: Readonly<Record<Form, readonly MediaType[]>> = {
  html: ['text/html'],
  json: ['application/vc', 'application/vc+ld+json', 'application/ld+json', 'application/json'],
  jwt: ['application/vc+jwt', 'application/jwt', 'text/plain'],
  pdf: ['application/pdf'],
  png: ['image/png'],
  svg: ['image/svg+xml'],
};

/** What stands after the dot of an address. */
export const SUFFIXES: Readonly<Record<string, Form>> = {
  html: 'html',
  json: 'json',
  jsonld: 'json',
  jwt: 'jwt',
  pdf: 'pdf',
  png: 'png',
  svg: 'svg',
};

/**
 * What a suffix sends when the client has no wish of its own. `.json` and `.jwt` take the types that the file forms of
 * Open Badges 3.0 (docformat) name, since readers of files know those best.
 */
export const SUFFIX_MEDIA_TYPE: Readonly<Record<string, MediaType>> = {
  html: 'text/html',
  json: 'application/json',
  jsonld: 'application/ld+json',
  jwt: 'text/plain',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** The form that a media type belongs to, or null. */
export function formOf(mediaType: MediaType): Form | null {
  for (const form of Object.keys(MEDIA_TYPES) as Form[]) if (MEDIA_TYPES[form].includes(mediaType)) return form;
  return null;
}
