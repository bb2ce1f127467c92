import { editDistance } from '@proofmark/schemas/nearest';

/** Hosts of large providers of mailboxes. Of two that are equally near to what was typed, the first is suggested. */
const HOSTS: readonly string[] = `
  gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr hotmail.es hotmail.nl hotmail.co.uk
  yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.co.uk icloud.com protonmail.com proton.me
  gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org
  mail.com ymail.com email.com live.com live.fr live.nl live.de gmx.com aol.com me.com qq.com mail.ru mail.de
  orange.fr wanadoo.fr laposte.net free.fr sfr.fr telefonica.net ziggo.nl kpnmail.nl planet.nl`
  .trim()
  .split(/\s+/);

/**
 * Suggests another address where the host of the one given differs by one edit from that of a large provider, such as `ada@gmial.com`: one letter put in, left
 * out or replaced, or two neighbours swapped. Null where there is nothing to suggest.
 */
export function addressMeant(address: string): string | null {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  if (at < 1 || host.length < 5 || host.length > 20 || HOSTS.includes(host)) return null;
  const meant = HOSTS.find((one) => editDistance(host, one) === 1);
  return meant === undefined ? null : `${address.slice(0, at)}@${meant}`;
}
