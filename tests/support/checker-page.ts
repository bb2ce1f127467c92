import { text } from 'node:stream/consumers';
import type { BrowserContextOptions, Download, Locator } from 'playwright';
import type { Opened } from './browsing.js';
import type { Stage } from './stage.js';

/** A file as a browser's file input takes it. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const testFile = (name: string, content: string | Uint8Array, mimeType = 'application/octet-stream'): TestFile => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** The verification page, opened; what a reader does there. */
export class CheckerPage {
  readonly opened: Opened;

  private constructor(opened: Opened) {
    this.opened = opened;
  }

  static open(stage: Stage, rest = '', options: BrowserContextOptions = {}): Promise<CheckerPage> {
    return CheckerPage.at(stage, `${stage.issuer.origin}/verify/${rest}`, options);
  }

  /** The page at another address, such as a copy of it on a disk. */
  static async at(stage: Stage, address: string, options: BrowserContextOptions = {}): Promise<CheckerPage> {
    return new CheckerPage(await stage.open(address, options));
  }

  get page(): Opened['page'] {
    return this.opened.page;
  }

  async paste(text: string): Promise<void> {
    await this.unfold();
    await this.page.getByLabel('Paste a badge or its link').fill(text);
    await this.page.getByRole('button', { name: 'Check', exact: true }).click();
  }

  async choose(...files: readonly TestFile[]): Promise<void> {
    await this.page.getByLabel('Choose files').setInputFiles([...files]);
  }

  /** Shows the form again, which is one line where there is a result. */
  async unfold(): Promise<void> {
    const another = this.page.getByRole('button', { name: 'Check another' });
    if (await another.isVisible()) await another.click();
  }

  /** The answer to whether the badge is genuine. */
  genuine(): Locator {
    return this.page.locator('.tile[aria-labelledby=genuine]');
  }

  /** Drops files onto the page, as from the desktop. */
  async drop(name: string, content: string): Promise<void> {
    const data = await this.page.evaluateHandle(
      ([fileName, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text ?? ''], fileName ?? ''));
        return transfer;
      },
      [name, content],
    );
    await this.page.locator('proofmark-checker form.input-form').dispatchEvent('drop', { dataTransfer: data });
  }

  /** The verdict of the one badge that is shown in full, as soon as there is one. */
  async verdict(): Promise<string | null> {
    const verdict = this.page.locator('proofmark-checker .result[data-verdict]').first();
    await verdict.waitFor();
    return verdict.getAttribute('data-verdict');
  }

  /** Waits until nothing is being checked any more. */
  async settled(): Promise<void> {
    await this.page.locator('proofmark-checker [role=status]', { hasText: /^(?!Checking|Reading)\s*\S/ }).waitFor();
  }

  /** What was asked for since, beside the parts of the page and what GitHub says of the work, which the page asks by itself. */
  askedSince(before: number): readonly string[] {
    return this.opened.requested.slice(before).filter((url) => !/\/verify\/assets\/|^https:\/\/api\.github\.com\/repos\//.test(url));
  }

  rows(): Locator {
    return this.page.locator('proofmark-checker tbody tr');
  }

  /** The verdicts of the table, from the top. */
  verdicts(): Promise<(string | null)[]> {
    return this.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-verdict')));
  }

  /** Presses a button that saves a file; answers its name and its text. */
  async save(button: string | RegExp): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: button }).click()]);
    return { name: (download as Download).suggestedFilename(), text: await text(await (download as Download).createReadStream()) };
  }
}
