import type { ForgeApi } from './forge-api.js';
import type { ForgePlace } from './forge-place.js';
import { forgejo } from './forgejo.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

/** The public APIs that tell any origin about commits. Bitbucket's hands out the bytes of files alone. */
export const FORGE_APIS: Readonly<Record<ForgePlace['kind'], ForgeApi>> = { github, gitlab, forgejo };
