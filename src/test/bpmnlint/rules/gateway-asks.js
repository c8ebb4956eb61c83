const { is, isBlank, outgoing } = require('../elements');

const DECIDING = [ 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway' ];

/** A gateway with branches asks a question, and each branch is one answer to it. */
module.exports = () => ({
  check(node, reporter) {
    if (!DECIDING.some(kind => is(node, kind)) || outgoing(node).length < 2) {
      return;
    }
    if (isBlank(node.name) || !/[？?]$/.test(node.name.trim())) {
      reporter.report(node.id, 'A gateway with branches asks a question: its name ends in a question mark');
    }
    const answers = outgoing(node).map(flow => flow.name);
    outgoing(node).forEach(({ id, name }, index) => {
      if (isBlank(name)) {
        reporter.report(id, 'A branch without a label answers nothing');
      } else if (answers.indexOf(name) < index) {
        reporter.report(id, `Two branches of ${ node.id } give the same answer`);
      }
    });
  }
});
