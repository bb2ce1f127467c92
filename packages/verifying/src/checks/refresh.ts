import { absence, type Check, integrityBlock, passed } from './check-context.js';

/**
 * Whether a newer version was to be had (OB 3.0, verification, step "refresh"). A newer one was judged instead of the input; when
 * asking failed, the original stands.
 */
export const refresh: Check = (context) => {
  const stop = integrityBlock(context);
  if (stop !== null) return stop;
  const { refresh: fact } = context.facts;
  switch (fact.kind) {
    case 'none':
      return absence(context, 'not-present');
    case 'unsupported':
      return { outcome: 'unknown', code: 'refresh-not-asked', detail: { type: fact.type } };
    case 'unreachable':
      return fact.code === 'offline'
        ? { outcome: 'unknown', code: 'offline', detail: { host: fact.host } }
        : { outcome: 'unknown', code: 'refresh-unreachable', detail: { host: fact.host, reason: fact.code } };
    case 'refused':
      return { outcome: 'unknown', code: 'refresh-invalid', detail: { host: fact.host, fault: fact.fault } };
    case 'same':
      return passed;
    case 'newer':
      return { outcome: 'passed', detail: { newer: fact.from } };
  }
};
