import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, row, workbook } from '../../tables/workbook.fixture.js';
import { type Issuing, makeTenant, startIssuing } from '../issuing.fixture.js';
import { jobsOf } from './jobs.fixture.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

describe('a row of a table', () => {
  it('that has a value only in columns that are left out is passed over', async () => {
    const jobs = jobsOf(issuing, await makeTenant(issuing, 'notes'));
    const sheet =
      row(1, cell('A1', 'Note'), cell('B1', 'email'), cell('C1', 'name')) +
      row(2, cell('A2', 'first'), cell('B2', 'ada@x.example'), cell('C2', 'Ada')) +
      row(3, cell('A3', 'a page ends here')) +
      row(4, '<c r="A4" t="e"><v>#N/A</v></c>') +
      row(5, cell('C5', 'Nobody')) +
      row(6, cell('D6', 'a cell without a column'));
    const columns = { Note: null };
    const { id, job, progress } = await jobs.whole(workbook({ sheet }), { format: 'xlsx', columns });
    expect([job.state, job.readRows, progress.done, progress.refused]).toEqual(['ended', 3, 1, 2]);
    expect((await jobs.rows(id)).map(({ line }) => line)).toEqual([2, 5, 6]);
    const ofText = await jobs.whole('Note,email,name\n,bob@x.example,Bob\na page ends here,,\nbroken off\n', { columns });
    expect((await jobs.rows(ofText.id)).map(({ line, state }) => [line, state])).toEqual([
      [2, 'done'],
      [4, 'refused'],
    ]);
    const none = await jobs.whole('Note,email,name\nnobody,,\n', { columns });
    expect([none.job.state, none.job.found.problem?.code]).toEqual(['failed', 'empty']);
  });

  it('whose external id is made another by the spreadsheet program is refused, and told which cell it is', async () => {
    const jobs = jobsOf(issuing, await makeTenant(issuing, 'ids'));
    const sheet =
      row(1, cell('A1', 'Student No'), cell('B1', 'result:Points')) +
      row(2, '<c r="A2"><v>4711</v></c>', '<c r="B2"><v>0.5</v></c>') +
      row(3, '<c r="A3"><v>4711.5</v></c>', '<c r="B3"><v>0.5</v></c>');
    const upload = { format: 'xlsx', columns: { 'Student No': 'external_id', 'result:Points': null } } as const;
    const { id, progress } = await jobs.whole(workbook({ sheet }), upload);
    expect([progress.done, progress.refused]).toEqual([1, 1]);
    const [, refused] = await jobs.rows(id);
    const errors = [{ column: 'Student No', detail: expect.stringMatching(/^the cell A3 holds TRUE, FALSE, a date, a fraction or/) }];
    expect(refused).toMatchObject({ line: 3, result: { problem: { errors } } });
  });
});
