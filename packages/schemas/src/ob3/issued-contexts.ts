/** The first context of every credential that we issue (VC Data Model 2.0, 4.3). */
export const VC2_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
/** The second context of every badge that we issue (Open Badges 3.0). */
export const OB3_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
