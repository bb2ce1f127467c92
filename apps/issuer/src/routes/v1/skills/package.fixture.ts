/** A framework of one skill, as CASE writes it. */
export const SKILL_PACKAGE = {
  CFDocument: { title: 'Skills' },
  CFItems: [{ uri: 'https://skills.example/sql', fullStatement: 'Use SQL databases' }],
};
