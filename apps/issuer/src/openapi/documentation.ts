import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../docs/', import.meta.url));

/** The pages of the repository's documentation, by file name; none where the service runs without its repository. */
export function documentationPages(): readonly string[] {
  return existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.md'))
        .sort()
    : [];
}

/** The text of a page, in Markdown. */
export function documentationPage(name: string): string {
  return readFileSync(`${FOLDER}${name}`, 'utf8');
}
