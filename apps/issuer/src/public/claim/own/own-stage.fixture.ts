import { smtpSender } from '../../../mail/smtp-sender.js';
import { type MailServer, startMailServer, type TakenMail } from '../../../mail/smtp-server.fixture.js';
import { ClaimStage } from '../claim.fixture.js';

/** What learners see, with a mail server that takes what they are sent. */
export class OwnStage extends ClaimStage {
  server!: MailServer;
  #sender!: ReturnType<typeof smtpSender>;

  override async open(): Promise<void> {
    this.server = await startMailServer();
    this.#sender = smtpSender({ url: this.server.url, from: 'badges@school.example', host: 'badges.example', returnPath: null });
    await super.open({ mail: { sender: this.#sender } });
  }
  override close = async (): Promise<void> => {
    this.#sender.close();
    await this.server.close();
    await this.api.close();
  };

  /** Asks for something on a learner's page. */
  ask = (page: string, fields: Record<string, string>): Promise<Response> => this.send(page, fields);
  /** Sends what waits in the outbox; answers what the server took since the last time. */
  async mails(): Promise<readonly TakenMail[]> {
    const { rows } = await this.api.database.pool.query("SELECT id FROM mail WHERE state = 'waiting' ORDER BY created_at, id");
    for (const { id } of rows) await this.useCases.sendMail({ mailId: id });
    return this.server.taken.splice(0);
  }
  /** The link of the one mail that was sent. */
  async mailed(): Promise<string> {
    const [mail, ...others] = await this.mails();
    if (mail === undefined || others.length > 0) throw new Error(`${others.length + (mail ? 1 : 0)} mails were sent`);
    return /http\S+\/claim\/pm_(?:data|address)_[\w-]{27}/.exec(mail.mail.text ?? '')?.[0] ?? '';
  }
  /** The page of what is kept of whoever has a badge. */
  dataLink = async (id: string): Promise<string> => {
    await this.ask(await this.claim(id), { do: 'data' });
    return this.mailed();
  };
}
