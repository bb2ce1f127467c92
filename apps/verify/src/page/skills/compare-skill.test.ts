import { describe, expect, it } from 'vitest';
import { compareSkill } from './compare-skill.js';
import { skillsIn } from './role-skills.js';
import { SKILL_GROUPS } from './skill-groups.js';

/** What a role asks for, what a badge names, and why that counts; null where it must not. */
const PAIRS: readonly (readonly [skill: string, badge: string, reason: 'words' | 'same' | 'narrower' | null])[] = [
  ['REST APIs', 'Web API design', 'same'],
  ['RESTful services', 'Building RESTful services', 'words'],
  ['REST APIs', 'OpenAPI', 'narrower'],
  ['API design', 'Designing APIs', 'words'],
  ['JavaScript', 'React.js', 'narrower'],
  ['JavaScript', 'TypeScript basics', 'narrower'],
  ['JS', 'JavaScript programming', 'same'],
  ['React', 'ReactJS', 'same'],
  ['Front-end development', 'HTML and CSS', 'narrower'],
  ['Web development', 'Full-stack web development', 'words'],
  ['Web development', 'Laravel', 'narrower'],
  ['Python', 'Python for beginners', 'words'],
  ['Python programming', 'pandas', 'narrower'],
  ['Go', 'Golang', 'same'],
  ['Go', 'Go', 'words'],
  ['C#', '.NET Core', 'narrower'],
  ['Databases', 'PostgreSQL', 'narrower'],
  ['SQL', 'Postgres', 'narrower'],
  ['Data modelling', 'Database design', 'same'],
  ['Data visualization', 'Visualising data', 'words'],
  ['Data analysis', 'Data analytics', 'words'],
  ['Machine learning', 'Deep learning with PyTorch', 'narrower'],
  ['Artificial intelligence', 'Machine learning', 'narrower'],
  ['Statistics', 'Regression analysis', 'narrower'],
  ['Testing software', 'Software tester', 'words'],
  ['Quality assurance', 'Unit tests', 'narrower'],
  ['CI/CD', 'Continuous integration', 'same'],
  ['DevOps', 'Docker containers', 'narrower'],
  ['Cloud', 'AWS Lambda', 'narrower'],
  ['IT security', 'Penetration testing', 'narrower'],
  ['Ethical hacking', 'Pentesting', 'same'],
  ['Project management', 'Managing projects', 'words'],
  ['Agile', 'Scrum', 'narrower'],
  ['Team work', 'Collaboration', 'same'],
  ['Presentation skills', 'Public speaking', 'same'],
  ['Excel', 'Microsoft Excel', 'same'],
  ['UX', 'Usability testing', 'narrower'],
  ['SEO', 'Search engine optimization', 'same'],
  ['Strong knowledge of accounting', 'Accounting', 'words'],
  ['Customer service', 'Customer support', 'same'],
  // None of these may match.
  ['Java', 'JavaScript', null],
  ['JavaScript', 'Java', null],
  ['C', 'C++', null],
  ['C', 'C#', null],
  ['Go', 'Go-to-market strategy', null],
  ['R', 'R&D management', null],
  ['React', 'How to react to complaints', null],
  ['Swift', 'Swift payments', null],
  ['Rust', 'Rust protection of steel', null],
  ['Accounting', 'Account management', null],
  ['Marketing', 'Farmers market', null],
  ['React.js', 'JavaScript', null],
  ['PostgreSQL', 'Databases', null],
  ['Deep learning', 'Machine learning', null],
  ['Scrum', 'Agile methods', null],
  ['Engineering', 'Search engine optimisation', null],
  ['Data science', 'Data entry', null],
  ['Network security', 'Social network marketing', null],
  ['English', 'French', null],
  ['Excel', 'Excel at customer service', null],
];

describe('a skill of a role', () => {
  it('is tried with sixty pairs, of which twenty must not match', () => {
    expect([PAIRS.length, PAIRS.filter(([, , reason]) => reason === null).length]).toEqual([60, 20]);
  });

  it.each(PAIRS)('%j beside a badge for %j: %s', (skill, badge, reason) => {
    expect(compareSkill(badge, skill, 'title')?.kind ?? null).toBe(reason);
  });

  it('that is also another word is not found in prose', () => {
    expect(compareSkill('We go to market and react to it in a swift way.', 'Go', 'prose')).toBeNull();
    expect(compareSkill('Builds services in Golang every day.', 'Go', 'prose')).toEqual({ kind: 'same', name: 'Golang' });
  });
});

describe('the groups of skills', () => {
  it('are some three hundred, and each name belongs to one group', () => {
    expect(SKILL_GROUPS.length).toBeGreaterThan(300);
    const names = SKILL_GROUPS.flatMap((group) => group.names.map(({ name }) => name.toLowerCase()));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const name of names) expect(name).toMatch(/^\S(?:.*\S)?$/);
  });
});

describe('the skills of a role', () => {
  it('are read from an advert: of a list its items, of a sentence the skills that are known', () => {
    const advert = `We need someone who knows: REST APIs, SQL
- Docker
You have worked for several years with Python and Kubernetes in a team that likes Scrum.
Requirements:`;
    expect(skillsIn(advert)).toEqual(['REST APIs', 'SQL', 'Docker', 'Python', 'Kubernetes', 'Scrum']);
  });

  it('are bounded, whatever is pasted', () => {
    expect(skillsIn(Array.from({ length: 5000 }, (_, index) => `skill ${index}`).join('\n'))).toHaveLength(60);
  });
});
