/** Lints as `.ci/run` does: with the configuration and the packages of the directory that the tests are run in. */
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const local = createRequire(join(process.cwd(), 'here.js'));
const { BpmnModdle } = local('bpmn-moddle');
const Linter = local('bpmnlint/lib/linter');
const NodeResolver = local('bpmnlint/lib/resolver/node-resolver');

const config = JSON.parse(readFileSync(join(process.cwd(), '.bpmnlintrc'), 'utf8'));

/** What is reported of a model, as `rule: id`, in the order of the alphabet. */
module.exports = async function lint(xml) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  if (warnings.length) {
    throw new Error(`The model cannot be read: ${ warnings.map(warning => warning.message) }`);
  }
  const results = await new Linter({ config, resolver: new NodeResolver() }).lint(rootElement);
  return Object.entries(results)
    .flatMap(([ rule, reports ]) => reports.map(report => `${ rule }: ${ report.id }`))
    .sort();
};
