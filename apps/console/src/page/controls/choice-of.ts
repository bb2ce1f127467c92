/** A code of the API as the choices of a message name it, in which neither hyphens nor dots stand. */
export const choiceOf = (code: string): string => code.replaceAll(/[-.]/g, '_');
