import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.js';

describe('a line of CSV', () => {
  it('puts what would be read otherwise in quotes', () => {
    expect(csvLine(['Ada', 'a,b', 'a;b', 'she said "yes"', 'two\nlines', null, ''])).toBe(
      'Ada,"a,b","a;b","she said ""yes""","two\nlines",,\r\n',
    );
  });

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])('makes no formula of %j', (cell) => {
    expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
  });
});
