import { buildProgram } from '@proofmark/cli/program';

/** The chain of each log goes on from where it was after the last round, and the log of the service, too. */
export async function checkAudit(world, { all, tenants }) {
  const { ledger } = world;
  world.serviceLog ??= { slug: 'the service', auditHead: null };
  for (const log of [...tenants, world.serviceLog]) {
    const whose = log.issuerId === undefined ? ['--service'] : ['--issuer', log.issuerId];
    const since = log.auditHead === null ? [] : [all ? '--head' : '--after', log.auditHead];
    const { whole, head, findings } = await auditCheck(world, [...whose, ...since]);
    if (!whole) ledger.fail('lost', `the audit log of ${log.slug} is not whole: ${JSON.stringify(findings)}`);
    log.auditHead = head ?? log.auditHead;
  }
}

/** `proofmark audit check`, in this process. */
async function auditCheck({ stage }, args) {
  let out = '';
  const terminal = { out: (text) => (out += text), err: (text) => (out += text), colour: false };
  const program = buildProgram(terminal, { code: 0 });
  await program.parseAsync(['audit', 'check', '--api', stage.baseUrl, '--key-file', stage.keyFile, '--json', ...args], { from: 'user' });
  return JSON.parse(out);
}
