// Loaded before the service (`node --import`): changes one of its files as it is loaded. `fault` in the address of this module says which.
import { register } from 'node:module';

register(new URL('patch-loader.mjs', import.meta.url), { data: new URL(import.meta.url).searchParams.get('fault') });
