import { isLoopbackHost } from '@proofmark/primitives';
import { createTransport } from 'nodemailer';
import type { MailOutcome, MailSender } from '../issuing/people/mails/mail.js';
import { renderMail } from './render-mail.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the start. */
  readonly url: string;
  /** The sender: an address, with a name or without. */
  readonly from: string;
  /** The host of the service, for the ids of mails. */
  readonly host: string;
}

/** Milliseconds for a connection, a greeting, and each answer. */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands mails to an SMTP server. Elsewhere than on this machine, it has to speak TLS. */
export function smtpSender({ url, from, host }: SmtpOptions): MailSender & { close(): void } {
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
  return {
    async send(id, content) {
      const { subject, text, html, lang } = renderMail(content);
      const headers = { 'auto-submitted': 'auto-generated', 'content-language': lang };
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: content.to },
          messageId: `<${id}@${host}>`,
          subject,
          text,
          html,
          headers,
        });
        return { sent: true };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A reply of 5yz says that the same mail is refused again (RFC 5321, 4.2.1); but a log-in that failed may be mended. No reply names an address here. */
function outcomeOf(error: unknown): MailOutcome {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  const refused = typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
  const reason = typeof responseCode === 'number' ? `the server answered ${responseCode}` : `no connection (${String(code ?? 'unknown')})`;
  return { sent: false, refused, reason };
}
