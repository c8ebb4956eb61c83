const { camunda, isBlank, isExecutableProcess } = require('../elements');

/** The engine deploys no model that does not say how long its history is kept. */
module.exports = () => ({
  check(node, reporter) {
    if (isExecutableProcess(node) && isBlank(camunda(node, 'historyTimeToLive'))) {
      reporter.report(node.id, 'The process does not say how long its history is kept (camunda:historyTimeToLive)');
    }
  }
});
