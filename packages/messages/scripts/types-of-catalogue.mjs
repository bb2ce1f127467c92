import { argumentsOf, typeName } from './catalogue.mjs';

/** Details of outcomes that a sentence may mention (`Detail` of schemas), as arguments of messages. A slip of the pen in a message does not compile. */
const DETAILS =
  'at bad beside by changed claim commits controller count date domain entry expected fault gone good host matching messages method name newer of others pinned platform pointer private purpose reason record registries registry related revoked standard status suite term type unproven unread until'.split(
    ' ',
  );
const PRESENCE = DETAILS.map((name) => `has${name[0].toUpperCase()}${name.slice(1)}`);

/** Areas whose messages are chosen by a code at run time: they take any details, since nothing else is known of the code. */
const BY_CODE = ['card-reasons', 'checks', 'check-cases'];

/**
 * The types of all catalogues: keys and arguments as the English ones have them.
 *
 * @param {Map<string, object>} catalogues by area
 */
export function typesOf(catalogues) {
  const union = [...DETAILS, ...PRESENCE].map((name) => `'${name}'`).join(' | ');
  return `// Made from the catalogues by scripts/compile.mjs: change those.

/** Details of an outcome as arguments: '' for what is absent, and \`hasHost\` is \`yes\` where \`host\` is there. Made by \`details()\`. */
export type Details = Readonly<Record<${union}, string>>;

/** A message that is chosen by a code. */
export type Message = string | ((d: Details) => string);

${[...catalogues].map(([area, catalogue]) => `export interface ${typeName(area)} ${membersOf(catalogue, area)}\n`).join('\n')}`;
}

function membersOf(catalogue, area) {
  const members = Object.entries(catalogue).map(([key, value]) => {
    const type = typeof value === 'string' ? typeOf(value, `${area}.json: “${key}”`, BY_CODE.includes(area)) : membersOf(value, area);
    return `readonly '${key}': ${type};`;
  });
  return `{\n${members.join('\n')}\n}`;
}

function typeOf(message, place, byCode) {
  const found = [...argumentsOf(message)];
  if (found.length === 0) return byCode ? 'Message' : 'string';
  const optional = found.some(([name]) => PRESENCE.includes(name));
  if (optional || byCode) {
    for (const [name] of found) if (![...DETAILS, ...PRESENCE].includes(name)) throw new Error(`${place}: no detail is called ${name}`);
    return byCode ? 'Message' : '(d: Details) => string';
  }
  const members = found.map(
    ([name, use]) => `readonly ${name}: ${use === 'text' ? 'string | number' : use === 'number' ? 'number' : choices(use)}`,
  );
  return `(d: { ${members.join('; ')} }) => string`;
}

const choices = (keys) => (keys.includes('other') ? 'string' : keys.map((key) => `'${key}'`).join(' | '));
