import { FRAMEWORK_ID, ISSUER_ID, type Members, member, seldom, time } from './member.js';

export const SKILLS: Members = {
  CasePackage: {
    CFDocument: member('The framework itself.'),
    'CFDocument.title': member('What it is called, at most 300 characters.', 'Example Skills'),
    'CFDocument.uri': member('Where it is published.', 'https://skills.example/frameworks/1'),
    CFItems: member('Its skills, 1 to 100,000.'),
  },
  CaseItem: {
    uri: member('The address of the skill; http is written as https.', 'https://skills.example/items/sql'),
    fullStatement: member(
      'The skill in words, at most 10,000 characters. The first 300 are the name of an alignment, where there is no abbreviated statement.',
      'Use SQL databases',
    ),
    abbreviatedStatement: seldom('The same in short; null when there is none.', 'SQL'),
    humanCodingScheme: member('The code by which people know it, at most 300 characters; null when there is none.', 'D.3'),
  },
  SkillFramework: {
    id: member('The id of the framework in this API: a UUID.', FRAMEWORK_ID),
    issuerId: member('The issuer that imported it.', ISSUER_ID),
    name: member('What it is called; badges show it beside each skill.', 'Example Skills'),
    url: member('Where it is published; null when nobody said.', 'https://skills.example/frameworks/1'),
    format: member('`case`, `esco`, or `csv` for any other table.', 'case'),
    skills: member('How many skills it has.', 1),
    skipped: member('How many rows of the file are no skills, or are obsolete.', 0),
    createdAt: time('When it was imported first.'),
    updatedAt: time('When it was imported last.'),
  },
  Skill: {
    frameworkId: member('The framework that it belongs to.', FRAMEWORK_ID),
    alignment: member('What an achievement takes as an item of `alignment`.'),
  },
  FoundSkills: { data: member('The skills, the best first.') },
};
