import { having, signed, unsigned } from '../badges.js';
import { unreadable, type Vector } from '../case.js';
import { DRAWING, PIXEL } from '../pictures.js';

const NO_BADGE = { format: 'not-a-badge' } as const;
const MALFORMED = { format: 'malformed' } as const;

/** What is handed in and is no badge. */
export async function unreadableFiles(): Promise<readonly Vector[]> {
  const text = JSON.stringify(await signed());
  const plain = having(unsigned(), {});
  return [
    unreadable('unreadable/empty.json', 'An empty file.', '', NO_BADGE),
    unreadable('unreadable/cut-off.json', 'JSON that was cut off in the middle.', text.slice(0, 700), NO_BADGE),
    unreadable(
      'unreadable/member-twice.json',
      'JSON with one member twice, which readers understand differently.',
      text.replace('{', '{"name":"Another name",'),
      MALFORMED,
    ),
    unreadable(
      'unreadable/half-a-character.json',
      'JSON with half of a surrogate pair, which is no text.',
      text.replace('Web API design', 'Web \\ud800 design'),
      MALFORMED,
    ),
    unreadable('unreadable/deep.json', 'JSON that is nested without need.', `${'['.repeat(5000)}${']'.repeat(5000)}`, {
      format: 'limit-exceeded',
    }),
    unreadable(
      'unreadable/latin-1.json',
      'Text that is not UTF-8.',
      Uint8Array.from(Buffer.from(text.replace('Ada', 'Zo\u00eb'), 'latin1')),
      NO_BADGE,
    ),
    unreadable('unreadable/page.html', 'A web page.', '<!doctype html><title>My badge</title><p>I earned a badge.</p>\n', NO_BADGE),
    unreadable('unreadable/picture.png', 'A PNG without a badge in it.', PIXEL, NO_BADGE),
    unreadable('unreadable/drawing.svg', 'An SVG without a badge in it.', DRAWING, NO_BADGE),
    unreadable('unreadable/other.json', 'JSON that is something else.', { name: 'Ada', skills: ['api'] }, NO_BADGE),
    unreadable('unreadable/two-parts.jwt', 'A token with two parts.', 'eyJhbGciOiJFUzI1NiJ9.eyJ4IjoxfQ', NO_BADGE),
    unreadable(
      'unreadable/no-achievement.json',
      'A signed badge that says nothing about what was achieved.',
      await signed(
        having(plain, { credentialSubject: { id: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', type: ['AchievementSubject'] } }),
      ),
      { schema: 'schema-violation' },
    ),
  ];
}
