const { camunda, isBlank, isExecutableProcess } = require('../elements');

/** Instances stay on the version that they began with: people have to be able to name it. */
module.exports = () => ({
  check(node, reporter) {
    if (isExecutableProcess(node) && isBlank(camunda(node, 'versionTag'))) {
      reporter.report(node.id, 'The process has no version that people could name (camunda:versionTag)');
    }
  }
});
