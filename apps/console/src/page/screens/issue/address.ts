/** What is wrong with what was typed as the address of work, before anybody is asked. `incomplete`: it may become one. */
export type AddressFault = 'ssh' | 'no-address' | 'incomplete';

const MOST = 2048;

/** Whether an address can be read: https, a persistent name, or plain http on this machine. Null: it can. */
export function addressFault(typed: string): AddressFault | null {
  const text = typed.trim();
  if (text.length > MOST) return 'no-address';
  if (/^(?:ssh|git):|^[\w.-]{1,64}@[\w.-]{1,253}:/i.test(text)) return 'ssh';
  if (/^(?:swh|doi):\S+$/i.test(text)) return null;
  if (
    (/^https:\/\/[^\s/?#]/i.test(text) && !/\s/.test(text)) ||
    /^http:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:[:/]\S*)?$/i.test(text)
  )
    return null;
  const begins = ['https://', 'http://localhost', 'http://127.', 'swh:', 'doi:'].some((start) => start.startsWith(text.toLowerCase()));
  return begins ? 'incomplete' : 'no-address';
}
