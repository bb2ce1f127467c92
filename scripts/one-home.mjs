// Refuses a second home of what packages/primitives owns (decoding text, judging loopback hosts, base encodings, pools), and clocks and chance in
// the core. Prints each place, and fails when there is one. Tests, fixtures and the testkit are free. An argument names another folder to look at.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const CORE = /^packages\/(?:primitives|schemas|messages|credentials|proofs|git-reader|evidence|verifying)\/src\//;
// The last is to be deleted with what replaces it.
const FREE = ['packages/primitives/src/', 'packages/proofs/src/encoding/'];
const outsidePrimitives = (path) => !FREE.some((folder) => path.startsWith(folder));

const RULES = [
  {
    name: 'text',
    pattern: /\bnew Text(?:De|En)coder\b/,
    instead: 'encodeUtf8, decodeUtf8, decodeUtf8Document or decodeUtf8Lossy of @proofmark/primitives',
    applies: outsidePrimitives,
    // Pages in the encoding that they declare, and files in the one that they have.
    except: [
      'apps/issuer/src/capturing/decode-text.ts',
      'apps/issuer/src/tables/decode-text.ts',
      'apps/issuer/src/tables/xlsx/xml-events.ts',
    ],
  },
  {
    name: 'loopback',
    // A literal that is compared, or a regular expression; an address in a sentence or a default is no judgement.
    pattern:
      /(?:===? |!==? |\b(?:endsWith|startsWith|includes|has)\()(['"`])(?:\.?localhost|127\.[\d.]*|\[?::1\]?)\1|[[(,]\s*(['"`])(?:localhost|127\.0\.0\.1|\[?::1\]?)\2\s*,|\/[^/'"`\s]*(?:localhost|127\\\.|::1)[^'"`\n]*\/\.(?:test|exec)\(/,
    instead: 'isLoopbackHost, hostKind or LOOPBACK_ADDRESSES of @proofmark/primitives',
    applies: outsidePrimitives,
    except: [],
  },
  {
    name: 'base-n',
    pattern:
      /ABCDEFGHIJKLMNOPQRSTUVWXYZabc|123456789ABCDEFGHJKLMNPQRSTUV|ABCDEFGHIJKLMNOPQRSTUVWXYZ234567|0123456789abcdef|\b(?:atob|btoa)\(|\.toString\(16\)\.padStart\(2\b/,
    instead: 'the base encodings of @proofmark/primitives',
    applies: outsidePrimitives,
    except: [],
  },
  {
    name: 'pool',
    pattern: /Promise\.all\(\s*Array\.from\(/,
    instead: 'mapLimited, createLimit or createBoundedLimit of @proofmark/primitives',
    applies: outsidePrimitives,
    except: [],
  },
  {
    // Node 20 answers wrongly: see packages/primitives/src/urls.
    name: 'url',
    pattern: /\bURL\.canParse\b/,
    instead: 'isUrl or parseUrl of @proofmark/primitives',
    applies: outsidePrimitives,
    except: [],
  },
  {
    name: 'clock-or-chance',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/,
    instead: 'a value that the caller passes in',
    applies: (path) => CORE.test(path),
    except: [],
  },
];

/** The lines of a source without its comments; a line keeps its number. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!/^(?:node_modules|dist|testkit)$/.test(entry.name)) yield* sourcesIn(path);
    } else if (/\.(?:ts|mjs)$/.test(entry.name) && !/\.(?:test|fixture)\.ts$|\.d\.ts$/.test(entry.name)) {
      yield path;
    }
  }
}

let found = 0;
for (const folder of ['packages', 'apps']) {
  for (const file of sourcesIn(join(root, folder))) {
    const path = relative(root, file).split(sep).join('/');
    if (!/^(?:packages|apps)\/[^/]+\/src\//.test(path)) continue;
    const text = withoutComments(readFileSync(file, 'utf8'));
    for (const { name, pattern, instead, applies, except } of RULES) {
      if (!applies(path) || except.some((prefix) => path.startsWith(prefix))) continue;
      for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
        found += 1;
        const line = text.slice(0, match.index).split('\n').length;
        console.error(`${path}:${line} ${name}: ${match[0].trim()}; use ${instead}.`);
      }
    }
  }
}
if (found > 0) {
  console.error(`\n${found} ${found === 1 ? 'place' : 'places'} against docs/decisions/primitives.md.`);
  process.exitCode = 1;
}
