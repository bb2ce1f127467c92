import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { messages } from '../../../packages/messages/src/compiled/page/en.js';
import { pageStyle } from '../../../packages/ui/build/page-style.js';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Text of a script inside HTML: nothing in it may look like the end of the script, or like the beginning of a comment. */
const inScript = (script: string): string => script.replace(/<(?=\/script|script|!--)/gi, '\\x3c');

/**
 * Writes the page as one HTML file with its style and its script inside: a classic script, since browsers load no modules from a disk.
 * Its content security policy names both by their hashes.
 *
 * @param page - the HTML of the served page
 * @param style - its style sheet
 * @param built - the folder of the built script, which is removed
 * @param file - where to write
 * @param version - of the page, to be said in the copy
 */
export function oneFile(page: string, style: string, built: string, file: string, version: string): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    closeBundle() {
      const script = inScript(readFileSync(join(built, 'checker.js'), 'utf8'));
      const css = pageStyle(style, false);
      const source = readFileSync(page, 'utf8').replace(/\n\s+/g, '\n');
      const footer = source.slice(source.indexOf('<footer class="site">'), source.indexOf('</footer>'));
      const html = replaced(source, [
        // Nobody finds a file on a disk by a search.
        [/<meta name="description".*\n/.exec(source)?.[0] ?? 'description', ''],
        [footer, `<footer class="site"><p data-text="copy">${messages.frame.copy({ version })}</p>`],
        ["script-src 'self'", `script-src ${sha256(script)}`],
        ["worker-src 'self' blob:", 'worker-src blob:'],
        ["style-src 'self'; font-src 'self'", `style-src ${sha256(css)}`],
        ['<link rel="stylesheet" href="./src/page/page.css" />', `<style>${css}</style>`],
        ['<script type="module" src="./src/page/main.ts"></script>', `<script>${script}</script>`],
      ]);
      writeFileSync(file, html);
      rmSync(built, { recursive: true });
    },
  };
}

/** Replaces each text, which must be there once; `replace` itself would read signs like `$&` in what is put in. */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((current, [from, to]) => {
    const parts = current.split(from);
    if (parts.length !== 2) throw new Error(`index.html has “${from}” ${parts.length - 1} times: look at what the copy for a disk needs`);
    return parts.join(to);
  }, text);
}
