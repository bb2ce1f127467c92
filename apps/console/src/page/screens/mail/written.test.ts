import { describe, expect, it } from 'vitest';
import { asText, writtenOf } from './written.js';

describe('a text of a mail', () => {
  it('is typed as it is read, with an empty line between paragraphs', () => {
    const text = { subject: 'Your badge', paragraphs: ['Hello {learner},', 'Well done!\nSee you.'], button: 'View' };
    expect(asText('issued', writtenOf(text))).toEqual(text);
  });

  it('loses spaces around, lines that are empty, and the button where there is none', () => {
    const written = { subject: ' A ', body: '\n\n  One \n \n\n Two\n', button: ' B ' };
    expect(asText('issued', written)).toEqual({ subject: 'A', paragraphs: ['One', 'Two'], button: 'B' });
    expect(asText('erased', written).button).toBeNull();
  });
});
