import { isLoopbackHost } from '@proofmark/primitives';
import { createTransport } from 'nodemailer';
import type { MailOutcome, MailSender } from '../issuing/people/mails/mail.js';
import { renderBadgeMail } from './render-badge-mail.js';
import { type RenderedMail, renderMail } from './render-mail.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the start. */
  readonly url: string;
  /** The sender: an address, with a name or without. */
  readonly from: string;
  /** The host of the service, for the ids of mails. */
  readonly host: string;
  /** Where mails to learners come back that cannot be delivered: with a token behind its local part. Null for the sender. */
  readonly returnPath: string | null;
}

/** Milliseconds for a connection, a greeting, and each answer. */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands mails to an SMTP server. Elsewhere than on this machine, it has to speak TLS. */
export function smtpSender({ url, from, host, returnPath }: SmtpOptions): MailSender & { close(): void } {
  const server = new URL(url);
  const local = isLoopbackHost(server.hostname);
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    secure: server.protocol === 'smtps:',
    requireTLS: !local && server.protocol !== 'smtps:',
    // What it says of itself on this machine is not signed by anybody.
    ...(local ? { tls: { rejectUnauthorized: false } } : {}),
    ...(server.port === '' ? {} : { port: Number(server.port) }),
    ...(server.username === '' ? {} : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMES,
  });
  const hand = async (id: string, to: string, { subject, text, html, lang }: RenderedMail, more: Extras = {}): Promise<MailOutcome> => {
    const { replyTo, bounceTo } = more;
    // Programs that answer by themselves, such as out-of-office notices, know by these that nobody reads what they answer.
    const headers = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', 'content-language': lang };
    try {
      const { response } = await transport.sendMail({
        from,
        to: { name: '', address: to },
        messageId: `<${id}@${host}>`,
        ...{ subject, text, html, headers },
        ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
        ...(bounceTo === undefined ? {} : { envelope: { from: bounceTo, to } }),
      });
      return { sent: true, answer: withoutAddresses(response) };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    send: (id, content) => hand(id, content.to, renderMail(content)),
    sendBadgeMail(mail) {
      const { replyTo, bounceToken } = mail;
      const bounce = returnPath === null || bounceToken === null ? {} : { bounceTo: returnPath.replace('@', () => `+${bounceToken}@`) };
      return hand(mail.id, mail.to, renderBadgeMail(mail), { ...(replyTo === null ? {} : { replyTo }), ...bounce });
    },
    close: () => transport.close(),
  };
}

interface Extras {
  readonly replyTo?: string;
  readonly bounceTo?: string;
}

/** A reply of 5yz says that the same mail is refused again (RFC 5321, 4.2.1); but a log-in that failed may be mended. No reply names an address here. */
function outcomeOf(error: unknown): MailOutcome {
  const { responseCode, response, code } = error as Readonly<Record<'responseCode' | 'response' | 'code', unknown>>;
  const answered = typeof responseCode === 'number' && code !== 'EAUTH';
  const refused = answered && responseCode >= 500;
  const reason = typeof responseCode === 'number' ? `the server answered ${responseCode}` : `no connection (${String(code ?? 'unknown')})`;
  return { sent: false, refused, reason, answer: typeof response === 'string' ? withoutAddresses(response) : null, unreachable: !answered };
}

/** Characters of a sentence of a server that are kept. */
const MOST = 300;

/** A sentence of a server in one line; the addresses in it are of people, or of machines. */
export function withoutAddresses(text: string): string {
  return text
    .slice(0, 1000)
    .split(/[\p{Cc}\s]/u)
    .filter((word) => word !== '')
    .map((word) => (word.includes('@') ? '…' : word))
    .join(' ')
    .slice(0, MOST);
}
