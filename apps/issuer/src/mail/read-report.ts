import { decodeUtf8Lossy } from '@proofmark/primitives';
import PostalMime from 'postal-mime';
import type { DeliveryReport } from '../issuing/badge-mails/note-bounce.js';
import { withoutAddresses } from './smtp-sender.js';

/** Headers in which the servers on the way write to whom a message goes. */
const ADDRESSED = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];
/** Letters of the machine-readable part that are read, and lines of it. */
const MOST = 20_000;
const MOST_LINES = 200;

/**
 * Reads a message that came back (RFC 3464): its part `message/delivery-status` says what became of the mail. Null where there is no such part. The
 * original, which may be a part as well, is not looked into.
 */
export async function readReport(message: Uint8Array): Promise<DeliveryReport | null> {
  const parsed = await PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: 10, maxHeadersSize: 65_536 }).catch(
    () => null,
  );
  const part = parsed?.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (parsed === null || part === undefined) return null;
  const { content } = part;
  const text = typeof content === 'string' ? content : decodeUtf8Lossy(new Uint8Array(content));
  const fields = fieldsOf(text.slice(0, MOST));
  const action = fields.get('action')?.toLowerCase() ?? '';
  const status = fields.get('status') ?? '';
  const said = fields.get('diagnostic-code')?.replace(/^\s*[\w-]{1,20}\s*;/, '') ?? '';
  return {
    to: parsed.headers.filter(({ key }) => ADDRESSED.includes(key)).map(({ value }) => value),
    action: action === 'failed' || (action === '' && status.startsWith('5')) ? 'failed' : action === 'delayed' ? 'delayed' : 'other',
    diagnostic: withoutAddresses(`${status} ${said}`) || null,
  };
}

/** The fields of the part, by their names in lower case; of those that stand several times, the last one, which is of a recipient. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of text.split(/\r?\n/, MOST_LINES)) {
    const [, key, value = ''] = /^([A-Za-z-]{1,60}):(.*)$/.exec(line) ?? [];
    if (key !== undefined) {
      name = key.toLowerCase();
      fields.set(name, value.trim());
    } else if (/^[ \t]/.test(line) && name !== '') fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
  }
  return fields;
}
