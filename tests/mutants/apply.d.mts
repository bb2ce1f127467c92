import type { Mutant } from './table/index.mjs';

export function mutate(text: string, mutant: Pick<Mutant, 'id' | 'file' | 'find' | 'replace'>): string;
