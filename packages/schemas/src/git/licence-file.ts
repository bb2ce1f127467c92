const LICENCE = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]{1,40})?$/i;

/** Whether a file of this name in the root folder of a repository is where people write the licence. */
export const isLicenceFile = (name: string): boolean => LICENCE.test(name);
