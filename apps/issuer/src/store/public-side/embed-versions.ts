import { staticFile } from '@proofmark/platform/node';
import type { Kysely } from 'kysely';
import { EMBED_TYPE, type EmbedBundle, type EmbedFile } from '../../public/embed/embed-files.js';
import type { EmbedVersions } from '../../public/embed/kept-bundles.js';
import type { Tables } from '../schema/tables.js';

/** The versions of the badge element, in the database that all processes share. */
export function embedVersions(db: Kysely<Tables>): EmbedVersions {
  return {
    async find(version) {
      const rows = await db.selectFrom('embedFile').selectAll().where('version', '=', version).execute();
      return rows.length === 0 ? null : { version, files: new Map(rows.map((row) => [row.name, toFile(row)])) };
    },
    async has(version) {
      const row = await db.selectFrom('embedFile').select('name').where('version', '=', version).limit(1).executeTakeFirst();
      return row !== undefined;
    },
    async keep({ version, files }: EmbedBundle) {
      const rows = [...files.values()].map(({ name, integrity, file }) => ({
        version,
        name,
        integrity,
        body: Buffer.from(file.body),
        br: bufferOf(file.encoded.get('br')),
        gzip: bufferOf(file.encoded.get('gzip')),
      }));
      // One statement: whole or not at all.
      await db
        .insertInto('embedFile')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

interface Row {
  readonly name: string;
  readonly integrity: string;
  readonly body: Uint8Array;
  readonly br: Uint8Array | null;
  readonly gzip: Uint8Array | null;
}

function toFile({ name, integrity, body, br, gzip }: Row): EmbedFile {
  const file = staticFile(body, EMBED_TYPE, [
    ['br', br],
    ['gzip', gzip],
  ]);
  return { name, integrity, file };
}

function bufferOf(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined ? null : Buffer.from(bytes);
}
