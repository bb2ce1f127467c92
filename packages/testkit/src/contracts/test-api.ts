/** The part of a test runner that a contract suite uses, so that one suite runs in Node and in a browser. */
export type TestApi = Pick<typeof import('vitest'), 'describe' | 'it' | 'expect'>;
