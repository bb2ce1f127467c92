import { expect, it } from 'vitest';
import { handedInText } from './handed-in.js';

it.each([
  '{"evidence":["https://a.example/1","https://b.example/2"]}',
  'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln',
  '<svg xmlns="http://www.w3.org/2000/svg"> <a href="https://a.example"/></svg>',
  'https://badges.example/credentials/1',
  'I have a badge in web design',
])('%j goes to the verifier as it is', (text) => {
  expect(handedInText(`  ${text}\n`)).toEqual({ input: { text } });
});

it.each([
  'Have a look: https://badges.example/c/1.',
  '(see https://badges.example/c/1)',
  'a https://badges.example/c/1 b https://badges.example/c/1',
])('takes the link out of %j', (text) => {
  expect(handedInText(text)).toEqual({ input: { url: 'https://badges.example/c/1' } });
});

it('does not choose between several links', () => {
  expect(handedInText('https://a.example/1 and https://b.example/2')).toEqual({ problem: expect.stringContaining('2 links') });
});

it('says that there is nothing', () => {
  expect(handedInText(' \n')).toEqual({ problem: expect.stringContaining('nothing to check') });
});
