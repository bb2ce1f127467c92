import { describe, expect, it } from 'vitest';
import { safeImage, safeLink } from './safe-url.js';

describe('a link named by a badge', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'https://user:secret@bank.example/',
    'https://trusted.example@evil.example/',
    '//evil.example/relative',
    'not a link',
    '',
  ])('is refused: %j', (text) => {
    expect(safeLink(text)).toBeNull();
  });

  it('is shown with the host that the browser would open', () => {
    expect(safeLink('https://аpple.example/work')?.host).toBe('xn--pple-43d.example');
    expect(safeLink('https://git.example:8443/a')?.host).toBe('git.example:8443');
  });
});

describe('an image named by a badge', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'data:image/svg+xmlx,', 'http://images.example/a.png', 'ftp://a.example/a.png'])(
    'is not loaded: %j',
    (text) => {
      expect(safeImage(text, 'localhost')).toBeNull();
    },
  );

  it('does not reach the reader’s own machine from a public page', () => {
    expect(safeImage('http://localhost:9000/a.png', 'portfolio.example')).toBeNull();
    expect(safeImage('https://127.0.0.1:9000/a.png', 'portfolio.example')).toBeNull();
    expect(safeImage('http://localhost:9000/a.png', '127.0.0.1')).toBe('http://localhost:9000/a.png');
  });

  it('may be an https address or a data image of bounded size', () => {
    expect(safeImage('https://images.example/a.png', 'portfolio.example')).toBe('https://images.example/a.png');
    expect(safeImage('data:image/png;base64,AAAA', 'portfolio.example')).toBe('data:image/png;base64,AAAA');
    expect(safeImage(`data:image/png;base64,${'A'.repeat(2_000_001)}`, 'portfolio.example')).toBeNull();
  });
});
