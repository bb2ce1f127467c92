import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  /** The return path. */
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly mail: Email;
}

/** An SMTP server on loopback. */
export interface MailServer {
  readonly url: string;
  readonly taken: TakenMail[];
  /** What it says of the next recipients, instead of taking their mails: a status and a sentence. Null takes them. */
  refuse: readonly [status: number, sentence: string] | null;
  /** Takes the bytes of a mail and ends the connection before it says so. */
  drops: boolean;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_, __, done) {
      if (running.refuse === null) return done();
      const [responseCode, sentence] = running.refuse;
      done(Object.assign(new Error(sentence), { responseCode }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        taken.push({ from, to: rcptTo[0]?.address ?? '', raw, mail: await PostalMime.parse(raw) });
        if (running.drops) for (const connection of server.connections) connection.close();
        else done(null, 'taken');
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const running: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: null,
    drops: false,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
  return running;
}

/** A report on a mail that could not be delivered, as postfix writes it. */
export function deliveryReport({
  to,
  action = 'failed',
  status = '5.1.1',
  said = '550 5.1.1 <ada@school.example>: no such mailbox',
}: {
  readonly to: string;
  readonly action?: string;
  readonly status?: string;
  readonly said?: string;
}): string {
  return [
    'From: MAILER-DAEMON@mx.school.example',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.school.example',
    '',
    'Final-Recipient: rfc822; ada@school.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said}`,
    '--b1',
    'Content-Type: message/rfc822',
    '',
    'Subject: Ihr Badge',
    `To: bounces+${'0'.repeat(48)}@school.example`,
    '',
    'Hello',
    '--b1--',
    '',
  ].join('\r\n');
}
