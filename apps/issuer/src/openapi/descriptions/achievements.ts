import { ACHIEVEMENT_ID, BASE, ISSUER_ID, type Member, type Members, member, seldom, seldomTime, time } from './member.js';

const name = member('What is earned, in a few words: 1 to 300 characters.', 'Web API design');
const description = member('What its holder can do, 1 to 4000 characters.', 'Designs, documents and tests an HTTP API.');
const criteria = member('What one has to do for it: a text, a page, or both.');
const criteriaId = member(
  'The address of a page that says so: https, at most 2048 characters.',
  'https://riverside.example/courses/web-api',
);
const narrative = member(
  'The criteria as text, in Markdown, at most 10,000 characters.',
  'Built an API of at least five resources, reviewed.',
);
const evidencePolicy = member('What work a badge has to bring; one piece, pinned if possible, when absent.');
const validFor = member(
  'How long a badge is valid when its request does not say: an ISO 8601 duration in years, months, weeks or days, at most 100 years. Without end when absent.',
  'P2Y',
);

const onDuplicate = member(
  'What is done when a person has a badge of it already that stands, and the request does not say: `refuse` a second one, `return` the one there is, `supersede` it, or `allow` both. When absent, a job refuses, and a single request allows.',
  'refuse',
);

const assessment = member(
  '`wanted`: its badges wait for an assessor to endorse them, from when they are issued, and are valid meanwhile. `none` when absent.',
  'wanted',
);

/** What a definition may say beside name, description and criteria. */
const OPTIONAL: Readonly<Record<string, Member>> = {
  achievementType: member(
    'What kind of achievement it is: a word of the Open Badges 3.0 vocabulary, or one that begins with `ext:`.',
    'MicroCredential',
  ),
  alignment: member('Skills and standards that it corresponds to, 1 to 50.'),
  tag: member('Words to find it by: 1 to 50, each at most 100 characters.', ['HTTP', 'OpenAPI']),
  resultDescription: member('Results that its badges may state, such as a grade: 1 to 50.'),
  related: member('Other editions of the same achievement, in another language or version: 1 to 50.'),
  inLanguage: member('The language of the texts, as a tag of BCP 47.', 'en'),
  version: member('The version of the definition, at most 100 characters.', '1'),
  humanCode: member('The code by which people know the course, at most 100 characters.', 'WEB-204'),
  fieldOfStudy: member('The subject, at most 300 characters.', 'Software engineering'),
  specialization: member('The specialisation within the subject, at most 300 characters.', 'Web services'),
  creditsAvailable: member('How many credits it is worth, 0 to 100,000.', 5),
  image: member(
    'The picture of the badge: a `data:` URI with a PNG or SVG in base64, at most 512 KiB decoded. One is drawn when absent.',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  imageCaption: member('What the picture shows, for those who cannot see it: at most 300 characters.', 'A hexagon with two arrows'),
  validFor,
  onDuplicate,
};

export const ACHIEVEMENTS: Members = {
  CreateAchievement: {
    issuerId: member('Whose achievement it is: an issuer’s UUID. Only an admin key has to say; other keys have an issuer.', ISSUER_ID),
    name,
    description,
    criteria,
    'criteria.id': criteriaId,
    'criteria.narrative': narrative,
    ...OPTIONAL,
    evidencePolicy,
    assessment,
  },
  UpdateAchievement: {
    name,
    description,
    criteria,
    'criteria.id': criteriaId,
    'criteria.narrative': narrative,
    ...OPTIONAL,
    evidencePolicy: member('What work a badge has to bring from now on.'),
    assessment: member('Whether badges that are issued from now on wait for an assessor: `wanted` or `none`.', 'wanted'),
    archived: member('true ends issuing, false begins it again.', true),
  },
  Achievement: {
    id: member('The id of the achievement in this API: a UUID.', ACHIEVEMENT_ID),
    issuerId: member('The issuer whose achievement it is.', ISSUER_ID),
    url: member('Where everybody can read it; also its `id` inside badges.', `${BASE}/achievements/${ACHIEVEMENT_ID}`),
    achievement: member('The Open Badges 3.0 Achievement, as the next badge will carry it.', {
      id: `${BASE}/achievements/${ACHIEVEMENT_ID}`,
      type: ['Achievement'],
      name: 'Web API design',
      description: 'Designs, documents and tests an HTTP API.',
      criteria: { narrative: 'Built an API of at least five resources, reviewed.' },
    }),
    evidencePolicy: member('What work a badge has to bring.'),
    validFor: member('How long a badge is valid when its request does not say, as an ISO 8601 duration; null for no end.', 'P2Y'),
    onDuplicate: seldom(
      'What is done when a person has a badge of it already and the request does not say; null where jobs refuse and single requests allow.',
      'refuse',
    ),
    assessment: member('Whether its badges wait for an assessor to endorse them: `wanted` or `none`.', 'none'),
    archivedAt: seldomTime('Since when no badge of it is issued any more; null while it is open.'),
    createdAt: time('When it was defined.'),
    updatedAt: time('When it was last changed.'),
  },
  EvidencePolicy: {
    min: member('How many fitting pieces of work there have to be, 1 to 20.', 1),
    kinds: member('Which kinds of work count; all when absent.', ['repository', 'document']),
    pinned: member(
      '`required`: each piece must name one version that this service has read. `preferred` (when absent): whether it does is shown to readers. `any`: it does not matter.',
      'required',
    ),
    authorship: member(
      '`required`: something must tie each piece to the recipient. `recommended`: the answer says when nothing does. `any` (when absent): it does not matter.',
      'recommended',
    ),
    maxAge: member('How old the work may be when the badge is issued, by the date of its commit or capture: an ISO 8601 duration.', 'P18M'),
  },
  Alignment: {
    targetName: member('The name of the skill or standard, at most 300 characters.', 'Design REST APIs'),
    targetUrl: member('Its address: https, at most 2048 characters.', 'https://skills.example/rest'),
    targetCode: member('Its code in the framework, at most 300 characters.', 'S2.4'),
    targetDescription: member('What it is, at most 2000 characters.', 'Can design a REST API that others understand.'),
    targetFramework: member('The framework that it belongs to, at most 300 characters.', 'Example Skills'),
    targetType: member('What kind of target it is: a word of the Open Badges 3.0 vocabulary.', 'CFItem'),
  },
  ResultDescription: {
    name: member('What is measured, at most 200 characters. Results name it by this.', 'Grade'),
    resultType: member('How it is measured: a word of the Open Badges 3.0 vocabulary.', 'LetterGrade'),
    allowedValue: member('The values that it can have, from the lowest to the highest: 1 to 50, each at most 200 characters.', [
      'C',
      'B',
      'A',
    ]),
    requiredValue: member('The lowest value that passes, at most 200 characters.', 'B'),
    requiredLevel: member('The name of the rubric level that passes, at most 200 characters.', 'Proficient'),
    valueMin: member('The lowest number that it can have, as text.', '0'),
    valueMax: member('The highest number that it can have, as text.', '100'),
    rubricCriterionLevel: member('The levels of a rubric: 1 to 30.'),
    alignment: member('Skills and standards that this result corresponds to: 1 to 20.'),
  },
  RubricLevel: {
    name: member('The name of the level, at most 200 characters. Results name it by this.', 'Proficient'),
    level: member('Its rank, at most 200 characters.', '3'),
    description: member(
      'What one can do at this level, at most 2000 characters.',
      'Errors are answered with the right status and a reason.',
    ),
    points: member('How many points it gives, as text of at most 50 characters.', '30'),
  },
  RelatedAchievement: {
    id: member(
      'The address or other URI of the other edition, at most 2048 characters.',
      'https://riverside.example/achievements/web-api-de',
    ),
    inLanguage: member('Its language, as a tag of BCP 47.', 'de'),
    version: member('Its version, at most 100 characters.', '2'),
  },
};
