const { is, isBlank } = require('../elements');

/** Every end says what it is the end of. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:EndEvent') && isBlank(node.name)) {
      reporter.report(node.id, 'An end without a name does not say how it ended');
    }
  }
});
