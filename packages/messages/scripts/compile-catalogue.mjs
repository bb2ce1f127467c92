import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { argumentsOf, keysOf, memberName, typeName } from './catalogue.mjs';

/**
 * One catalogue as a module: text without arguments stays a string, any other message becomes a function of its arguments.
 *
 * @param {object} catalogue nested objects of messages
 * @param {string} language BCP 47
 * @param {string} area the name of its file
 * @param {readonly string[]} along areas that are loaded along with this one
 */
export function compile(catalogue, language, area, along = []) {
  for (const [key, message] of keysOf(catalogue)) {
    try {
      argumentsOf(message);
    } catch (error) {
      throw new Error(`${language}/${area}.json: “${key}”: ${error.message}`);
    }
  }
  const compiled = compileModule(new MessageFormat(language), catalogue);
  const used = /import \{ ([^}]+) \} from "@messageformat\/runtime"/.exec(compiled)?.[1];
  const body = compiled
    .replace(/^import .*\n/gm, '')
    .replace(/\(\) => ("(?:[^"\\]|\\.)*")(?=,?$)/gm, '$1')
    // An empty branch is what `select` answers where nothing fits.
    .replaceAll(', other: "" }', ' }')
    .replace('export default', `export const messages: ${typeName(area)} =`);
  const needsRule = new RegExp(`plural\\([^,]+, \\d+, ${language},`).test(body);
  return [
    `// Made from catalogues/${language}/${area}.json by scripts/compile.mjs: change that file.`,
    used === undefined ? '' : `import { ${used} } from '../../runtime.js';`,
    `import type { ${typeName(area)} } from '../types.js';`,
    ...along.map((other) => `export { messages as ${memberName(other)} } from '../${other}/${language}.js';`),
    needsRule ? `\nconst ${language} = '${language}';` : '',
    `\n${body.trim()};\n`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The translations of an area, each behind an `import()` of its own. The English one is not among them: who needs it at once imports it.
 *
 * @param {string} area
 * @param {readonly string[]} languages
 * @param {readonly string[]} along areas that are loaded along with this one
 */
export function loaders(area, languages, along) {
  const members = [['messages', area], ...along.map((other) => [memberName(other), other])];
  const type = `{ ${members.map(([name, other]) => `readonly ${name}: ${typeName(other)}`).join('; ')} }`;
  return `// Made from the folders of catalogues by scripts/compile.mjs.
import type { ${members.map(([, other]) => typeName(other)).join(', ')} } from '../types.js';

/** The translations by language; English is not among them. */
export const translations: Readonly<Record<string, () => Promise<${type}>>> = {
${languages.map((language) => `  '${language}': () => import('./${language}.js'),\n`).join('')}};
`;
}
