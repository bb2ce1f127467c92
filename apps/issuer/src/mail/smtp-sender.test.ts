import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpSender } from './smtp-sender.js';

const content = {
  kind: 'sign-in',
  to: 'ada@school.example',
  language: 'fr',
  link: 'https://badges.example/console/#pm_signin_x',
  names: {},
} as const;

let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

/** A sender, and the mails that its server took. */
async function started(options: SMTPServerOptions = {}) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const sender = smtpSender({
    ...{ url: `smtp://127.0.0.1:${port}`, from: 'Badges <badges@school.example>', host: 'badges.example' },
    returnPath: null,
  });
  end = async () => {
    sender.close();
    await new Promise<void>((resolve) => server.close(resolve));
  };
  return { sender, mails, port };
}

describe('a mail that an SMTP server takes', () => {
  it('comes from the sender that is set, with an id of its own, in two forms', async () => {
    const { sender, mails } = await started();
    expect(await sender.send('0198ab00-0000-7000-8000-000000000001', content)).toMatchObject({ sent: true });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^From: Badges <badges@school\.example>\r$/m);
    expect(mails[0]).toMatch(/^To: ada@school\.example\r$/m);
    expect(mails[0]).toMatch(/^Message-ID: <0198ab00-0000-7000-8000-000000000001@badges\.example>\r$/m);
    expect(mails[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mails[0]).toMatch(/^Content-Type: multipart\/alternative/m);
  });
});

describe('a mail that is not taken', () => {
  it.each([
    [550, true],
    [451, false],
  ])('is given up or tried again, by the answer %i of the server', async (responseCode, refused) => {
    const answer = Object.assign(new Error('no such mailbox ada@school.example'), { responseCode });
    const { sender, mails } = await started({ onRcptTo: (_, __, done) => done(answer) });
    expect(await sender.send('x', content)).toMatchObject({ sent: false, refused, reason: `the server answered ${responseCode}` });
    expect(mails).toEqual([]);
  });

  it('is tried again where no server answers', async () => {
    const { port } = await started();
    await end();
    end = async () => undefined;
    const sender = smtpSender({ url: `smtp://127.0.0.1:${port}`, from: 'a@b.example', host: 'b.example', returnPath: null });
    expect(await sender.send('x', content)).toMatchObject({
      sent: false,
      refused: false,
      reason: expect.stringContaining('no connection'),
    });
    sender.close();
  });
});
