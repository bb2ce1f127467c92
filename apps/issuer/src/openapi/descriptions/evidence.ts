import { ACHIEVEMENT_ID, COMMIT, CREDENTIAL_ID, ISSUER_ID, type Members, member, seldom, time, WORK, WORK_ID } from './member.js';

const REPOSITORY = `https://github.com/ada/todo/tree/${COMMIT}`;
const DIGEST = 'uEiCfhtCBiEx9ZZovTDFlolrAEwFbuBSgsJitpV1L-AqCzQ';
const kept = member('The copies that are kept, or were asked for.');
const theirs = member('What ties the work to the recipient, by method. None of them proves that they wrote it.');
const reason = 'as a stable code such as';

export const EVIDENCE: Members = {
  EvidenceInput: {
    url: member('Where the work is: an https address, `doi:…` or `swh:1:…`, at most 2048 characters. Private work has none.', WORK),
    private: member(
      'true for work without a public address; then `name`, `mediaType` and one of `digestMultibase` and `content` are needed.',
      true,
    ),
    name: member('What it is called, at most 300 characters.', 'Todo API'),
    description: member('What it is, at most 2000 characters.', 'One file of JavaScript: four requests over plain Node.'),
    narrative: member('How it came about and was judged, in Markdown, at most 10,000 characters.', 'Built for module 4.'),
    genre: member('What sort of work it is, at most 100 characters.', 'Software'),
    audience: member('For whom it was made, at most 200 characters.', 'Developers'),
    kind: member('What it is, where the link alone does not tell.', 'file'),
    mediaType: member('The media type of private work, in lower case, at most 127 characters.', 'application/pdf'),
    digestMultibase: member(
      'The SHA-256 of private work, as a multihash in multibase base64url: 47 characters that begin with `uEi`.',
      DIGEST,
    ),
    content: member('Private work itself, in base64: at most 512 KiB decoded. It is shown by viewing links only.', 'SGVsbG8h'),
  },
  DeclaredAuthor: {
    emails: member('E-mail addresses under which the recipient commits: at most 10.', ['ada@example.org']),
    sshKeys: member('Public SSH keys as OpenSSH writes them, one line each: at most 10, each at most 1000 characters.', [
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2k9m3XvBc1y7eU0sQz4tWnHfLgRdPpKoVa5jTiYbMx ada',
    ]),
    pgpKeys: member('OpenPGP public keys in ASCII armour: at most 5, each at most 20,000 characters.', [
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n…',
    ]),
    sshSignatures: member(
      'The signature text of a challenge, signed with the recipient’s SSH keys (`ssh-keygen -Y sign -n proofmark`): at most 5, each at most 5000 characters.',
      ['-----BEGIN SSH SIGNATURE-----\n…'],
    ),
    accounts: member('Accounts at hosting services that the recipient linked with you: at most 10.'),
    'accounts[].host': member('The host, as it stands in links.', 'github.com'),
    'accounts[].id': member('The number of the account, as digits; it stays when the name changes.', '583231'),
  },
  KeepWork: {
    copy: member('Whether the issuer keeps a public copy of each file and page. With it, a page counts as pinned.', true),
    archive: member('Public archives that are asked to save the work. That cannot be undone.', ['software-heritage']),
    consent: member('true says that the recipient agrees to public copies. Nothing is kept without it.', true),
  },
  CheckEvidence: {
    credentialId: member('A badge of yours, instead of links: its work is looked at, and what is found is kept. A UUID.', CREDENTIAL_ID),
    achievementId: member('With an achievement, the answer also says whether its policy would be met. A UUID.', ACHIEVEMENT_ID),
    evidence: member('The links to try: 1 to 20.'),
    author: member('Addresses, keys and accounts to look for in the history of repositories.'),
    recipient: member('For whom the work is looked at, to find what ties it to them.'),
    keep: member('Tries whether copies can be made, and stores none.'),
  },
  EvidenceCheck: {
    items: member('What was found about each link, in their order; empty for a badge.'),
    policy: member('Whether the achievement’s policy would be met; null when no achievement was named.'),
    'policy.met': member('Whether a badge would be issued over this work.', false),
    'policy.missing': member('What is missing, each with its place in the request.'),
    'policy.advice': member('What the policy recommends and does not ask for.'),
    work: member('Of a badge: what was found about each piece of its work, newest first; null for links.'),
  },
  PolicyRemark: {
    pointer: member('The place in the request, as a JSON Pointer (RFC 6901).', '/evidence/0/url'),
    code: member('What is wrong or advised, as a stable code.', 'not-pinned'),
    detail: member('The same in words.', 'does not name one immutable version'),
  },
  EvidenceFinding: {
    url: member('The link as it was given; of private work the name that stands for it in the badge.', WORK),
    kind: member('What it is.', 'file'),
    pinned: member('Whether this service has read it, and the badge names this one version of it.', true),
    method: member('How it is pinned: by the digest of its bytes, by what the link itself names, or not at all (`none`).', 'digest'),
    digestMultibase: member('The SHA-256 of its bytes, as a multihash in multibase base64url; null when it was not fetched.', DIGEST),
    mediaType: member('Its media type, as its host says; null when it was not fetched.', 'text/javascript'),
    size: member('How many bytes it has; null when it was not fetched.', 4182),
    reason: seldom(`Why it is not pinned, ${reason} \`live-page\`, \`branch-link\` or \`timeout\`; null when it is.`, 'branch-link'),
    permalink: seldom('The form of the link that names one version, which then stands in the badge; null when there is none.', REPOSITORY),
    swhids: member('Software Hash Identifiers (ISO/IEC 18670) of the files and of the commit; empty for what is no repository.', [
      `swh:1:rev:${COMMIT}`,
    ]),
    changedAt: member(
      'When it was last changed, as its commit or archive says, in ISO 8601; null when that is not known.',
      '2026-11-20T16:04:00Z',
    ),
    problems: member('What a reader should know of it, as stable codes; most often empty.', ['submodules']),
    git: member('What the repository holds at this commit; null when it is no repository, or could not be read.'),
    kept,
    theirs,
  },
  GitFinding: {
    commit: member('The commit, in full: 40 or 64 hexadecimal digits.', COMMIT),
    ref: member('The branch or tag that the link named, by its full name; null when it named a commit.', 'refs/heads/main'),
    reachable: member('Whether a branch or tag leads to the commit; null when that was not found out.', true),
    committedAt: member(
      'When it was committed, as the commit itself says, in ISO 8601; null when that cannot be read.',
      '2026-11-20T16:04:00Z',
    ),
    files: member('How many files it has.', 14),
    bytes: member('How many bytes these have together; null when they were too large to read.', 20480),
    languages: member('Which languages, at most ten, the largest first, by the endings of file names.'),
    'languages[].name': member('The language.', 'TypeScript'),
    'languages[].files': member('How many files.', 12),
    'languages[].bytes': member('How many bytes; null when they were not read.', 18200),
    licence: member(
      'The name of the licence’s file in the root folder; null where there is none, absent in what was found before version 0.2.',
      'LICENSE',
    ),
    history: member('The commits that lead to this one; null when the host gave none within the limits.'),
    'history.commits': member('How many commits were read.', 42),
    'history.complete': member('false when there are more commits than were read.', true),
    'history.first': member('When the first of them was made, in ISO 8601; null when that cannot be read.', '2026-09-02T08:15:00Z'),
    'history.last': member('When the last of them was made, in ISO 8601; null when that cannot be read.', '2026-11-20T16:04:00Z'),
    'history.authored': member('How many are by the recipient, as they say themselves; null when no address or key was given.'),
    'history.authored.byEmail': member('Commits that name one of the addresses as author.', 40),
    'history.authored.byKey': member('Commits that are signed with one of the keys.', 12),
    'history.signatures': member('How the signatures of these commits came out.'),
    'history.signatures.valid': member('Signatures that are right.', 12),
    'history.signatures.invalid': member('Signatures that are wrong.', 0),
    'history.signatures.notChecked': member('Signatures that this service cannot check, such as those of keys that it does not know.', 3),
  },
  KeptCopy: {
    by: member('Who keeps it.', 'issuer'),
    url: member(
      'Where the copy is; null while an archive has only been asked, and for a copy that is not public.',
      `https://badges.example/credentials/${CREDENTIAL_ID}/captures/1`,
    ),
    state: member('`kept`, `requested` or `failed`.', 'kept'),
    at: time('Since when.'),
    digestSRI: member(
      'The digest of the copy’s bytes, as in Subresource Integrity; null when it is not known.',
      'sha256-n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg=',
    ),
  },
  Authorship: {
    method: member(
      '`token`: a text of the issuer’s is there. `did`: their DID is. `signed-commit`: a commit is signed with their proven key. `linked-account`: their account made a commit. `assessor`: somebody vouches.',
      'token',
    ),
    by: member(
      'The account, the fingerprint of the key, the DID, the path of the file or the name of the assessor.',
      '.well-known/proofmark.txt',
    ),
    at: time('When it was found.'),
    share: member('How many commits it covers; null where that is no question.'),
    'share.commits': member('Commits that it covers.', 12),
    'share.of': member('Of how many.', 42),
    domain: member('Of an assessor: the domain of an address that they proved to this service. Absent otherwise.', 'school.example'),
  },
  LoggedWork: {
    id: member('The `id` of the evidence in the badge.', WORK_ID),
    age: member('How old the work is, measured by the validity of the badge; null when its date is not known.', 'current'),
    looks: member('When it was looked at and what was found, newest first.'),
    kept,
    theirs,
  },
  WorkLook: {
    at: time('When it was looked at.'),
    sameBytes: member('Whether the work is still what was pinned.', 'matches'),
    reason: seldom(`Why, ${reason} \`http-status\` or \`timeout\`; null where nothing is to be added.`, 'timeout'),
  },
  CreateChallenge: {
    issuerId: member('The issuer that asks: a UUID. Only an admin key has to say; other keys have an issuer.', ISSUER_ID),
    recipient: member('Who is to show that the work is theirs.'),
    url: member('The work. With it, the answer also says which text to put where.', 'https://github.com/ada/todo'),
  },
  EvidenceChallenge: {
    signature: member('A text to sign with the SSH key that signs the recipient’s commits.'),
    'signature.text': member('The text to sign.', 'proofmark-challenge=0m3ZkQ2n5v8y1bEeHhKkNnQqTtWwZz3366993CcFfIi'),
    'signature.namespace': member('The namespace of the signature, as `ssh-keygen -n` takes it.', 'proofmark'),
    'signature.command': member(
      'A command line that makes the signature.',
      "printf %s 'proofmark-challenge=0m3ZkQ2n5v8y1bEeHhKkNnQqTtWwZz3366993CcFfIi' | ssh-keygen -Y sign -n proofmark -f ~/.ssh/id_ed25519",
    ),
    places: member('Where a text ties the work to the recipient; one place is enough. Empty when no work was named.'),
    'places[].is': member('Whether it is a repository or a web site.', 'repository'),
    'places[].place': member('Which one.', 'https://github.com/ada/todo'),
    'places[].text': member(
      'The text, to stand on a line of its own. It counts for this place alone.',
      'proofmark-challenge=Yy1bEeHhKkNnQqTtWwZz3366993CcFfIiLlOoRrUuXx',
    ),
    'places[].files': member('The files that are looked into; any of them will do.', ['.well-known/proofmark.txt', 'proofmark.txt']),
  },
};
