import type { JsonObject } from '@proofmark/schemas';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { alterations, alterationsOfJson, alterToken, withSignatureOf } from './alter.js';
import { type Answer, type Answers, askJudge } from './ask-judge.js';
import { type Issued, type IssuedBadges, issueBadges } from './issued-badges.js';

/** What a judge does by its own design, beside accepting what is in order and refusing everything else. */
interface Judge {
  readonly name: string;
  readonly form: 'json' | 'jwt';
  /** It cannot read any status list that we publish, and refuses each badge that names one, with these words, after it accepted the signature. */
  readonly unreadableStatus?: RegExp;
  /** It knows no status lists, and accepts what was revoked. */
  readonly asksNoStatus?: true;
  /** Addresses off loopback that it asks for. */
  readonly asks?: readonly string[];
}

const SCHEMAS = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_';

const judges: readonly Judge[] = [
  { name: 'digitalbazaar-vc', form: 'json' },
  // It fetches the published schemas, which no package has; its answer about them is left out, and `schema.mjs` compares with them elsewhere.
  { name: 'verifier-core', form: 'json', asks: ['achievement', 'endorsement'].map((what) => `${SCHEMAS}${what}credential_schema.json`) },
  // Of status lists it knows StatusList2021 alone, which VC Data Model 2.0 replaced.
  { name: 'cert-verifier', form: 'json', unreadableStatus: /^checkRevokedStatus: .*BitstringStatusListCredential/ },
  // Tokens in general: `credentialStatus` is a claim among others to them.
  { name: 'jose', form: 'jwt', asksNoStatus: true },
  { name: 'did-jwt', form: 'jwt', asksNoStatus: true },
];

const ALTERED = [
  'plain, with letters of many scripts and with markup',
  'with results, a rubric and alignments',
  'with a public and a private piece of work',
];

const asJson = ({ json }: Issued): string => JSON.stringify(json);
const asToken = ({ jwt }: Issued): string => jwt;

function alteredJson(): [string, string][] {
  return ALTERED.flatMap((which) => {
    const badge = badges.genuine.get(which) as Issued;
    return alterationsOfJson.map(({ what, change }): [string, string] => [`${what}, of one ${which}`, JSON.stringify(change(badge.json))]);
  });
}

function alteredTokens(): [string, string][] {
  return ALTERED.flatMap((which) => {
    const { jwt } = badges.genuine.get(which) as Issued;
    const changed = alterations.map(({ what, change }): [string, string] => [`${what}, of one ${which}`, alterToken(jwt, change)]);
    return [...changed, [`the signature, of one ${which}`, withSignatureOf(jwt, badges.revoked.jwt)]];
  });
}

/** What each judge is asked, and what it said. */
interface Trial {
  readonly altered: readonly string[];
  readonly said: ReadonlyMap<string, Answer>;
  readonly refused: Answers['refused'];
  /** About the revoked badge, where the status list was altered on its way. */
  readonly withForgedList: Answer | undefined;
}

const readsStatus = ({ asksNoStatus, unreadableStatus }: Judge): boolean => asksNoStatus !== true && unreadableStatus === undefined;

async function hear(judge: Judge): Promise<Trial> {
  const { name, form } = judge;
  const text = form === 'json' ? asJson : asToken;
  const altered = form === 'json' ? alteredJson() : alteredTokens();
  const { genuine, endorsement, ...others } = badges;
  const single = Object.entries({ ...others, ...(form === 'json' ? { endorsement } : {}) });
  const asked = [...[...genuine, ...single].map(([what, badge]): [string, string] => [what, text(badge)]), ...altered];
  const [plainly, forged] = await Promise.all([
    askJudge(name, { origin, texts: asked.map(([, content]) => content) }),
    readsStatus(judge) ? askJudge(name, { origin, texts: [text(badges.revoked)], forgedLists: true }) : undefined,
  ]);
  const said = new Map(asked.map(([what], index) => [what, plainly.answers[index] as Answer]));
  return { altered: altered.map(([what]) => what), said, refused: plainly.refused, withForgedList: forged?.answers[0] };
}

let origin: string;
let badges: IssuedBadges;
const trials = new Map<string, Trial>();

beforeAll(async () => {
  const stage = await startStage();
  origin = stage.service.baseUrl;
  badges = await issueBadges(stage);
  await Promise.all(judges.map(async (judge) => trials.set(judge.name, await hear(judge))));
}, 120_000);

describe.each(judges)('$name, which shares no code with us', (judge) => {
  const { name, form, unreadableStatus, asksNoStatus, asks = [] } = judge;
  const trial = (): Trial => trials.get(name) as Trial;
  const answer = (what: string): Answer => trial().said.get(what) as Answer;

  it(unreadableStatus ? 'accepts the signature of every badge, and cannot read its status list' : 'accepts every badge', () => {
    expect(badges.genuine.size).toBe(9);
    for (const what of badges.genuine.keys()) {
      const { accepted, because, passed } = answer(what);
      if (unreadableStatus === undefined) expect([what, accepted, because]).toEqual([what, true, []]);
      else {
        expect([what, accepted, because]).toEqual([what, false, [expect.stringMatching(unreadableStatus)]]);
        expect(passed).toEqual(expect.arrayContaining(['checkDocumentSignature', 'controlVerificationMethod']));
      }
    }
  });

  if (form === 'json') {
    it('accepts the endorsement', () => {
      expect(answer('endorsement')).toMatchObject({ accepted: true, because: [] });
    });
  }

  it(`refuses each of ${form === 'json' ? 27 : 24} alterations, for its signature`, () => {
    expect(trial().altered).toHaveLength(form === 'json' ? 27 : 24);
    for (const what of trial().altered) {
      const { accepted, because } = answer(what);
      expect([what, accepted, because]).toEqual([what, false, [expect.any(String), ...because.slice(1)]]);
      expect(because.join()).toMatch(/signature|safe mode|ValidationError/i);
    }
  });

  it(asksNoStatus ? 'asks no status list, and accepts what was revoked' : 'refuses what was revoked', () => {
    const { accepted, because } = answer('revoked');
    expect(accepted).toBe(asksNoStatus === true);
    expect(because.join()).toMatch(asksNoStatus ? /^$/ : (unreadableStatus ?? /revocation/));
  });

  it(`refuses what is expired or not yet valid${unreadableStatus ? ', before it comes to the dates' : ''}`, () => {
    expect(answer('expired').accepted).toBe(false);
    expect(answer('expired').because.join()).toMatch(unreadableStatus ?? /validUntil|expiration|exp/);
    expect(answer('notYetValid').accepted).toBe(false);
    expect(answer('notYetValid').because.join()).toMatch(unreadableStatus ?? /validFrom|nbf/);
  });

  it('refuses what a revoked key signed, since no document names that key for its use any more', () => {
    const { accepted, because } = answer('byRevokedKey');
    expect(accepted).toBe(false);
    expect(because.join()).toMatch(/verification method|invalid_signature|has been revoked|no applicable key|no matching public key/i);
  });

  it(asks.length === 0 ? 'asks nobody but the service' : 'asks the service, and elsewhere only for what is named here', () => {
    expect(trial().refused.toSorted()).toEqual(asks);
  });

  if (readsStatus(judge)) {
    it('refuses a status list that was altered on its way', () => {
      const { accepted, because } = trial().withForgedList as Answer;
      expect(accepted).toBe(false);
      expect(because.join()).toMatch(/not verified|signature on the status list is invalid/i);
    });
  }
});

describe('the two forms of one badge', () => {
  it('say the same: the claims of the token are those of the credential, and the members beside it agree with them', () => {
    for (const { json, jwt } of badges.genuine.values()) {
      const { proof: _, ...unsigned } = json;
      const { validUntil, credentialSubject, validFrom, id } = unsigned;
      const seconds = (date: unknown): number => Date.parse(String(date)) / 1000;
      expect(decodeJwt(jwt)).toEqual({
        ...unsigned,
        iss: (json.issuer as JsonObject).id,
        jti: id,
        sub: (credentialSubject as JsonObject).id,
        nbf: seconds(validFrom),
        ...(validUntil === undefined ? {} : { exp: seconds(validUntil) }),
      });
      expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'ES256', typ: 'JWT' });
    }
  });
});
