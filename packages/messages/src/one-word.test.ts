import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../catalogues/de');
const lines = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => `${file}: ${line.trim()}`),
);

it('in German a badge and a key are "widerrufen", and only an invitation is "zurückgezogen"', () => {
  expect(lines.filter((line) => /zurück(zu)?(zieh|gezog)|zieh\S* .*zurück/i.test(line) && !/Einladung/.test(line))).toEqual([
    'console-team.json: "withdraw": "Zurückziehen",',
  ]);
});

it('in German it is "der Badge" everywhere', () => {
  expect(lines.filter((line) => /\b(das|dieses|jedes|neues|anderes) Badge\b/i.test(line))).toEqual([]);
});
