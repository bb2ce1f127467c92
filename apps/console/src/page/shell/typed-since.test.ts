import { expect, it } from 'vitest';
import { withTyped } from './typed-since.js';

it('keeps what was typed since a form was sent on top of what came of it', () => {
  const sent = { name: ' Ada ', secret: 'x' };
  const came = { name: 'Ada', secret: '' };
  expect(withTyped(came, sent, sent)).toEqual(came);
  expect(withTyped(came, sent, { ...sent, secret: 'y' })).toEqual({ name: 'Ada', secret: 'y' });
});
