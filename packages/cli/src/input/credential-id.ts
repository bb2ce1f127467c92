import { isUrl } from '@proofmark/primitives';
import { UsageError } from '../usage-error.js';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The id of a badge from its id or its address (`…/credentials/<id>`, with or without a suffix). */
export function credentialId(text: string): string {
  const path = isUrl(text) ? new URL(text).pathname : text;
  const last = path.split('/').at(-1) ?? '';
  const id = ID.exec(last)?.[0];
  if (id === undefined) throw new UsageError(`${text} is neither the id of a badge nor its address (…/credentials/<id>).`);
  return id.toLowerCase();
}
