import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';
import { holdAnswer } from '../support/hold-answer.js';
import { sheetRow, textCell, workbook } from '../support/workbook.js';

// What is handed in to issue many badges in the console of the running product: keyboard, files that cannot be read, workbooks, drafts.
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsole();
  await achievement('Web API design');
});
afterAll(() => stage.end());

async function achievement(name: string): Promise<string> {
  const { id } = await stage.client.achievements.create({
    ...{ issuerId: stage.issuerId, name, description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
    evidencePolicy: 'none',
  });
  return id;
}

async function badgesOf(id: string): Promise<number> {
  let count = 0;
  for await (const _ of stage.client.credentials.list({ achievement: id })) count += 1;
  return count;
}

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const begin = async ({ page }: Opened, name: string, file: Parameters<typeof page.setInputFiles>[1]) => {
  await page.getByLabel('What they earned').selectOption({ label: name });
  await page.getByLabel('File of a spreadsheet').setInputFiles(file);
};

describe('the form of a list', () => {
  it('works with the keyboard on a phone, in another language, with rows that were pasted', async () => {
    const id = await achievement('Tastatur');
    const opened = await stage.open('issue-many', { locale: 'de', viewport: { width: 390, height: 800 } });
    const { page } = opened;
    await heading(opened, 'Viele ausstellen');
    await page.getByLabel('Was sie geschafft haben').focus();
    await page.keyboard.type('Tastatur');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste');
    await page.keyboard.insertText('Name\tVorname\tE-Mail\nLovelace\tAda\tada@school.example\nHopper\tGrace\tgrace@\n');
    await page.getByLabel('Was „Vorname“ ist').waitFor();
    expect(await page.getByLabel('Was „Name“ ist').inputValue()).toBe('family_name');
    await stage.isSound(opened);
    await page.getByRole('button', { name: 'Alle Zeilen prüfen' }).focus();
    await page.keyboard.press('Enter');
    await heading(opened, 'Was die Prüfung ergab');
    await page.getByText('Das ist keine E-Mail-Adresse.').waitFor();
    await stage.isSound(opened);
    // What was pasted is kept with the tab.
    await page.reload();
    await heading(opened, 'Was die Prüfung ergab');
    await page.getByRole('button', { name: '1 Badge ausstellen, 1 Zeile weglassen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '1 Badge ausstellen?' }).waitFor();
    await page.locator('pm-dialog').getByRole('button', { name: 'Ausstellen', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading(opened, 'Die Liste ist fertig');
    expect(await badgesOf(id)).toBe(1);
    const [badge] = (await stage.client.credentials.page({ achievement: id })).data;
    expect(badge?.recipient?.name).toBe('Ada Lovelace');
    await stage.isSound(opened);
  });

  it('checks nothing but what stands in the form', async () => {
    const opened = await stage.open('issue-many');
    const { page } = opened;
    const check = page.getByRole('button', { name: 'Check all rows' });
    const paste = page.getByLabel('Or rows that you copied from a spreadsheet');
    await page.getByLabel('What they earned').selectOption({ label: 'Web API design' });
    await paste.fill('email\nold@school.example\n');
    await page.getByLabel('What “email” is').waitFor();
    expect(await check.isEnabled()).toBe(true);
    const isOff = await paste.evaluate(async (field: HTMLTextAreaElement) => {
      field.value = 'email\nnew@\n';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      return field.closest('form')?.querySelector<HTMLButtonElement>('[aria-describedby="check-hint"]')?.disabled;
    });
    expect(isOff).toBe(true);
    await check.click();
    await heading(opened, 'What the check found');
    await page.getByRole('row').filter({ hasText: 'new@' }).waitFor();
  });

  it('leads nobody away who has left it, and says what came of it', async () => {
    const opened = await stage.open('issue-many');
    const { page } = opened;
    await begin(opened, 'Web API design', csv('left.csv', `email\nada@left.example\n${'nobody\n'.repeat(60)}`));
    const leave = async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
      await heading(opened, 'Overview');
    };
    const said = (text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
    const checking = await holdAnswer(page, 'POST', /\/issuance-jobs$/);
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await checking.asked();
    await leave();
    await checking.letGo();
    await said('The list is sent, and its rows are checked.');
    await heading(opened, 'Overview');
    await page.getByRole('button', { name: 'Show the list' }).click();
    await heading(opened, 'What the check found');

    let answered = 0;
    page.on('requestfinished', (request) => {
      if (/cursor=/.test(request.url())) answered += 1;
    });
    const more = await holdAnswer(page, 'GET', /cursor=/);
    await page.getByRole('button', { name: 'Show more' }).dblclick();
    await more.letGo();
    await expect.poll(() => answered).toBe(2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.getByRole('row').count()).toBe(61);

    const issuing = await holdAnswer(page, 'POST', /\/issuance-jobs$/);
    await page.getByRole('button', { name: 'Issue 1 badge, leave out 60 rows' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await issuing.asked();
    await leave();
    await issuing.letGo();
    await said('The list is sent, and its badges are issued.');
    await heading(opened, 'Overview');
    await page.getByRole('button', { name: 'Show the list' }).last().click();
    await heading(opened, 'The list is done');
  });

  it('says what is wrong with a file before anything is sent to be checked', async () => {
    const opened = await stage.open('issue-many');
    const { page } = opened;
    const says = async (name: string, buffer: Buffer | string, text: string | RegExp) => {
      await begin(opened, 'Web API design', { name, mimeType: '', buffer: Buffer.from(buffer) });
      await page.getByRole('alert').filter({ hasText: text }).waitFor();
      expect(await page.getByRole('button', { name: 'Check all rows' }).isDisabled()).toBe(true);
    };
    await says('photo.png', 'x', 'This is no table that we read.');
    await says('old.xls', 'x', 'This is no table that we read.');
    await says('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'The file is no text in UTF-8');
    await says('empty.csv', '', 'The file is empty');
    await says('open.csv', '"email\nada@x.example\n', 'The cells cannot be told apart.');
    await says('no-book.xlsx', 'email\n', 'This is no Excel workbook that can be read.');
    await stage.isSound(opened);
    await begin(opened, 'Web API design', csv('groups.csv', 'Klasse;Fach\n3b;Mathe\n'));
    await page.getByText('No column says who it is.').waitFor();
    expect(await page.getByRole('button', { name: 'Check all rows' }).isDisabled()).toBe(true);
    await begin(opened, 'Web API design', csv('twice.csv', 'Mail;Mail\na@x.example;b@x.example\n'));
    await page.getByText('Two columns are called “Mail”.').waitFor();
    await stage.isSound(opened);
  });

  it('does not freeze on 10 MB of one column, of which it sends the beginning', async () => {
    const opened = await stage.open('issue-many');
    const { page } = opened;
    await page.getByLabel('What they earned').waitFor();
    const bodies: number[] = [];
    page.on('request', (request) => request.url().endsWith('/columns') && bodies.push(request.postDataBuffer()?.length ?? 0));
    await page.getByLabel('What they earned').selectOption({ label: 'Web API design' });
    // Of the processor, not of the clock, so that other work of the machine does not count.
    const work = await page.context().newCDPSession(page);
    await work.send('Performance.enable', { timeDomain: 'threadTicks' });
    const seconds = async () =>
      (await work.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const before = await seconds();
    await page.getByLabel('File of a spreadsheet').evaluate((field) => {
      const files = new DataTransfer();
      files.items.add(new File([`email\n${'a'.repeat(10_000_000)}\n`], 'one.csv'));
      (field as HTMLInputElement).files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.getByLabel('What “email” is').waitFor();
    expect(bodies).not.toEqual([]);
    expect(bodies.every((size) => size <= 100_000)).toBe(true);
    expect((await seconds()) - before).toBeLessThan(1);
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'The file cannot be read');
    await page.getByText('A row is too long to be read.').waitFor();
    await stage.isSound(opened);
  });

  it('tells of the cells of a workbook that have no value of their own', async () => {
    const id = await achievement('Workbook');
    const opened = await stage.open('issue-many');
    const { page } = opened;
    const rows = [
      sheetRow(1, textCell('A1', 'Courriel'), textCell('B1', 'Prénom'), textCell('C1', 'Expire le'), textCell('D1', 'Matricule')),
      sheetRow(2, textCell('A2', 'a@x.example'), '<c r="B2"><f>A9</f></c>', '<c r="C2" s="1"><v>47149</v></c>', textCell('D2', 'S1')),
      sheetRow(3, textCell('A3', 'b@x.example'), '<c r="B3" t="e"><v>#REF!</v></c>', textCell('C3', '2029-01-31'), textCell('D3', 'S2')),
      sheetRow(
        4,
        textCell('A4', 'c@x.example'),
        textCell('B4', 'C'),
        '<c r="C4" s="1"><v>47149</v></c>',
        '<c r="D4"><v>12345678901234567</v></c>',
      ),
      sheetRow(5, textCell('A5', 'd@x.example'), textCell('B5', 'D'), '<c r="C5" s="1"><v>47149</v></c>', textCell('D5', 'S4')),
      sheetRow(6, textCell('B6', 'E'), textCell('D6', 'S5')),
    ].join('');
    const buffer = workbook(rows, '<mergeCell ref="A5:A6"/>');
    await begin(opened, 'Workbook', { name: 'élèves.xlsx', mimeType: '', buffer });
    await page.getByText('2029-01-31').first().waitFor();
    expect(await page.getByLabel('What “Matricule” is').inputValue()).toBe('external_id');
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'What the check found');
    for (const text of [
      'The cell has a formula without its value.',
      'The cell shows an error',
      'digits may be lost',
      'The cell is merged with others',
    ])
      await page.getByText(text).waitFor();
    await page.getByRole('button', { name: 'Issue 1 badge, leave out 4 rows' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The list is done');
    expect(await badgesOf(id)).toBe(1);
    await stage.isSound(opened);
  });

  it('loses nothing but the file when the page is loaded anew or the session ends, and says so', async () => {
    await achievement('Session');
    const opened = await stage.open('issue-many');
    const { page } = opened;
    const file = csv('cohort.csv', 'who;mail\nAda;ada@s.example\n');
    await begin(opened, 'Session', file);
    await page.getByLabel('What “who” is').selectOption('name');
    await page.getByLabel('Who has this badge already').selectOption('allow');
    await page.reload();
    await page.getByText('Choose cohort.csv once more').waitFor();
    await page.getByLabel('File of a spreadsheet').setInputFiles(file);
    await page.getByLabel('What “who” is').waitFor();
    expect(await page.getByLabel('What “who” is').inputValue()).toBe('name');
    expect(await page.getByLabel('Who has this badge already').inputValue()).toBe('allow');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await page.context().addCookies(cookies);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'What the check found');
    await page.reload();
    await page.getByLabel('Choose the checked file once more').setInputFiles(csv('cohort.csv', 'who;mail\nEve;eve@s.example!\n'));
    await page.getByText('This is another file than the one that was checked.').waitFor();
    await page.getByLabel('Choose the checked file once more').setInputFiles(file);
    await page.getByRole('button', { name: 'Issue 1 badge', exact: true }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The list is done');
  });
});
