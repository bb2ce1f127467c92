import { messages as english } from './compiled/notes/en.js';
import type { Notes } from './compiled/types.js';
import { describeNoteIn } from './describing/note.js';

/** A slip that readers understand, and that its issuer should correct all the same, in one sentence by its code; its place is the note's pointer. */
export const describeNote = (code: string, notes: Notes = english): string => describeNoteIn(notes, code);
