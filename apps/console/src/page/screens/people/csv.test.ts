import type { CredentialSummary } from '@proofmark/schemas/api';
import { expect, it } from 'vitest';
import { csvOf } from './csv.js';

const badge = (name: string) =>
  ({
    id: '1',
    url: 'https://b.example/1',
    achievementName: 'Web, API',
    state: 'current',
    recipient: { id: '2', name, externalId: null },
  }) as CredentialSummary;

it('writes names as they are, quoted where that is needed, and never as a formula', () => {
  const [, ...lines] = csvOf([badge('עדה לאבלייס'), badge('Ada "the" King'), badge('=HYPERLINK("x")')])
    .trimEnd()
    .split('\r\n');
  expect(lines.map((line) => line.slice(0, line.indexOf(',,')))).toEqual([
    '1,עדה לאבלייס',
    '1,"Ada ""the"" King"',
    '1,"\'=HYPERLINK(""x"")"',
  ]);
});
