import { digestOf, having, signed, unsigned } from '../badges.js';
import { genuine, type Vector } from '../case.js';
import { CHANGED_FILE, REPORT_FILE, REPORT_TEXT } from '../documents.js';

/** Badges with work behind them. What is found about the work never changes the verdict on the badge. */
export async function evidence(): Promise<readonly Vector[]> {
  const file = (id: string, digestMultibase: string): Promise<object> =>
    signed(unsigned({ evidence: [{ id, name: 'Report', mediaType: 'text/plain', digestMultibase }] }));
  return [
    genuine('evidence/unchanged.json', 'The file has the digest that the badge states.', await file(REPORT_FILE, digestOf(REPORT_TEXT)), {
      also: { evidence: 'passed' },
    }),
    genuine(
      'evidence/changed.json',
      'The file at the address is another one than was judged.',
      await file(CHANGED_FILE, digestOf(REPORT_TEXT)),
      {
        also: { evidence: 'evidence-changed' },
      },
    ),
    genuine(
      'evidence/not-reached.json',
      'The file cannot be had, so whether it changed is not known.',
      await file('https://work.example/gone.txt', digestOf(REPORT_TEXT)),
      {
        also: { evidence: 'evidence-not-checked' },
      },
    ),
    genuine(
      'evidence/narrative.json',
      'Work that is told and not linked.',
      await signed(unsigned({ evidence: [{ name: 'Talk', narrative: 'A talk about the API.' }] })),
      {
        also: { evidence: 'evidence-not-checked' },
      },
    ),
    genuine('evidence/none.json', 'A badge without work behind it.', await signed(having(unsigned(), { evidence: undefined })), {
      also: { evidence: 'not-present' },
    }),
  ];
}
