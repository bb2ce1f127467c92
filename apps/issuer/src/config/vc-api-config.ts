import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fieldErrors } from '../problems/index.js';
import { StartupError } from './startup-error.js';

/** One issuer of the VC-API face. It holds a secret. */
export interface InstanceSettings {
  /** In the address of the instance. */
  readonly name: string;
  readonly cryptosuite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-sd-2023';
  /** Of a key that is made at start; a given one has its own. */
  readonly curve?: 'P-256' | 'P-384' | undefined;
  readonly secretKeyMultibase?: string | undefined;
  readonly privateKeyJwk?: Readonly<Record<string, string>> | undefined;
  readonly attachStatus: boolean;
  /** What a holder may not withhold, where the suite lets him choose. */
  readonly mandatoryPointers: readonly string[];
  /** When there is one, callers have to send it as a bearer token. */
  readonly token?: string | undefined;
}

const instance: z.ZodType<InstanceSettings> = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
    cryptosuite: z.enum(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-sd-2023']),
    curve: z.enum(['P-256', 'P-384']).optional(),
    secretKeyMultibase: z.string().max(200).optional(),
    privateKeyJwk: z.record(z.string(), z.string()).optional(),
    attachStatus: z.boolean().default(false),
    mandatoryPointers: z
      .array(z.string().regex(/^(\/([^~/]|~[01])*)*$/))
      .max(100)
      .default(['/issuer']),
    token: z.string().min(16).max(200).optional(),
  })
  .refine(({ secretKeyMultibase, privateKeyJwk }) => secretKeyMultibase === undefined || privateKeyJwk === undefined, {
    message: 'has two keys',
    path: ['privateKeyJwk'],
  });

const file: z.ZodType<Omit<VcApiConfiguration, 'path'>> = z.strictObject({
  issuers: z.array(instance).min(1).max(50),
  documents: z.record(z.string(), z.string()).default({}),
});

/** What the file of VC_API_CONFIG says. */
export interface VcApiConfiguration {
  readonly issuers: readonly InstanceSettings[];
  /** Addresses (or did:web DIDs) to files, used instead of the network. */
  readonly documents: Readonly<Record<string, string>>;
  /** The file itself, absolute; relative names in it start from its folder. */
  readonly path: string;
}

/** Reads the file of VC_API_CONFIG, once. Throws a StartupError that names the place and repeats no value. */
export function readVcApiConfig(path: string): VcApiConfiguration {
  const json = parse(path);
  const reading = file.safeParse(json);
  if (!reading.success) {
    const [first] = fieldErrors(reading.error.issues, json);
    throw invalid(path, `${first?.pointer || 'its content'} ${first?.detail ?? 'is not valid'}`);
  }
  const names = reading.data.issuers.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw invalid(path, `two issuers are named ${twice}`);
  return { ...reading.data, path };
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw invalid(path, `it cannot be read (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file, which may hold keys.
    throw invalid(path, 'it is not JSON');
  }
}

export function invalid(path: string, fault: string, cause?: unknown): StartupError {
  return new StartupError('setting-invalid', `The file ${path} of VC_API_CONFIG is not usable: ${fault}; see docs/vc-api.md.`, { cause });
}
