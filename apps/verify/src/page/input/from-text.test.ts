import { describe, expect, it } from 'vitest';
import { inputOfText } from './from-text.js';

const inputs = (text: string) => inputOfText(text).candidates.map(({ input }) => input);
const TOKEN = `eyJ${'h'.repeat(20)}.eyJ${'p'.repeat(20)}.${'s'.repeat(20)}`;

it.each([
  '{"evidence":["https://a.example/1","https://b.example/2"]}',
  TOKEN,
  '<svg xmlns="http://www.w3.org/2000/svg"> <a href="https://a.example"/></svg>',
  'I have a badge in web design',
  'not json { but braces }',
])('passes %j to the verifier unchanged', (text) => {
  expect(inputs(`  ${text}\n`)).toEqual([{ text }]);
});

describe('inputOfText of text with links', () => {
  it.each([
    'Have a look: https://badges.example/c/1.',
    '(see https://badges.example/c/1)',
    'My badge [here](https://badges.example/c/1), really!',
    '**https://badges.example/c/1**',
    'a https://badges.example/c/1 b https://badges.example/c/1',
    'https://badges.example/c/1',
  ])('takes the link out of %j', (text) => {
    expect(inputs(text)).toEqual([{ url: 'https://badges.example/c/1' }]);
    expect(inputOfText(text).candidates[0]?.meant).toBe(true);
  });

  it('keeps a bracket that belongs to the address', () => {
    expect(inputs('See https://a.example/wiki/Badge_(award) please')).toEqual([{ url: 'https://a.example/wiki/Badge_(award)' }]);
  });

  it('takes all of several links; in a text about something else they need not be badges', () => {
    const { candidates } = inputOfText('I am Ada. https://ada.example is my page, and https://badges.example/c/1 my badge.', 'cv.txt');
    expect(candidates).toEqual([
      { from: 'cv.txt', input: { url: 'https://ada.example' }, meant: false },
      { from: 'cv.txt', input: { url: 'https://badges.example/c/1' }, meant: false },
    ]);
  });

  it('takes a list of links for a list of badges', () => {
    const { candidates } = inputOfText('- https://a.example/1\n2. https://b.example/2\n\n<https://c.example/3>');
    expect(candidates.map(({ meant, input }) => [meant, input])).toEqual([
      [true, { url: 'https://a.example/1' }],
      [true, { url: 'https://b.example/2' }],
      [true, { url: 'https://c.example/3' }],
    ]);
  });

  it('skips sites that serve no badges, and names them', () => {
    const found = inputOfText(
      'https://www.linkedin.com/in/ada https://github.com/ada/x https://badges.example/c/1 https://gist.github.com/1',
    );
    expect(found.candidates.map(({ input }) => input)).toEqual([{ url: 'https://badges.example/c/1' }]);
    expect(found.passedOver).toEqual(['linkedin.com', 'github.com', 'gist.github.com']);
  });

  it('passes a single link of such a site to the verifier', () => {
    expect(inputs('https://www.linkedin.com/in/ada')).toEqual([{ url: 'https://www.linkedin.com/in/ada' }]);
  });

  it.each(['https://proofmark.example/verify/#url=', 'https://proofmark.example/verify?url='])('unwraps %s…', (page) => {
    const link = `${page}${encodeURIComponent('https://badges.example/c/1')}`;
    expect(inputs(link)).toEqual([{ url: 'https://badges.example/c/1' }]);
    expect(inputs(`Check it: ${link} or https://badges.example/c/1`)).toEqual([{ url: 'https://badges.example/c/1' }]);
  });

  it('unwraps nothing that is no web address', () => {
    const link = `https://proofmark.example/verify/#url=${encodeURIComponent('javascript:alert(1)')}`;
    expect(inputs(link)).toEqual([{ url: link }]);
  });
});

describe('inputOfText of several badges', () => {
  it('takes each line of JSON lines exactly as it is written', () => {
    expect(inputs('{"a": 1, "a": 2}\n{ "b":1 }\n')).toEqual([{ text: '{"a": 1, "a": 2}' }, { text: '{ "b":1 }' }]);
  });

  it('takes each item of an array exactly as it is written, tokens too', () => {
    expect(inputs(`[ {"a":"],[\\"", "a" : [1,{"b":[]}]} , "${TOKEN}" ,["x"]]`)).toEqual([
      { text: '{"a":"],[\\"", "a" : [1,{"b":[]}]}' },
      { text: TOKEN },
      { text: '["x"]' },
    ]);
  });

  it.each(['[{"a":1}]', '[1,2]', '[]', '[{"a":1},', '{"a":1}\nand so on'])('passes %j on whole', (text) => {
    expect(inputs(text)).toEqual([{ text }]);
  });

  it('takes a badge and a token out of a mail', () => {
    const badge = '{\n "@context": ["https://www.w3.org/ns/credentials/v2"],\n "id": "https://a.example/1" }';
    expect(inputs(`Hello,\nhere it is:\n${badge}\nand ${TOKEN}.\nAda`)).toEqual([{ text: badge }, { text: TOKEN }]);
  });
});

it('reads hostile texts quickly', () => {
  const started = performance.now();
  for (const text of [
    '[{"'.repeat(60_000),
    'https://a.example/((((( '.repeat(20_000),
    `x ${'eyJ.'.repeat(100_000)}`,
    `x ${')'.repeat(300_000)}`,
  ])
    inputOfText(text);
  inputOfText(`https://a.example/${')'.repeat(20_000)} x`);
  expect(performance.now() - started).toBeLessThan(3000);
});
