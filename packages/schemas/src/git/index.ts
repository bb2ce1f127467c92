export { type GitPlace, namedCommit } from './git-place.js';
export { httpsOfRemote } from './https-of-remote.js';
export { isForeignFolder, languageOf } from './languages.js';
export { isLicenceFile } from './licence-file.js';
export { sameRepository } from './same-repository.js';
export { decodedPath, parseSwhid, type Swhid, type SwhidContext, type SwhidType, swhidOf } from './swhid.js';
