// Writes the types of the API into the client: `npm run api-types`, after a build.
import { writeFileSync } from 'node:fs';
import { openapi } from '../../apps/issuer/dist/openapi/document.js';
import { apiTypes } from './api-types.mjs';

const file = new URL('../../packages/client/src/openapi.ts', import.meta.url);
writeFileSync(file, await apiTypes(openapi('https://badges.example')));
console.log(`wrote ${file.pathname}`);
