const { incoming, is, outgoing } = require('../elements');

const isMerge = node => is(node, 'bpmn:Gateway') && incoming(node).length > 1 && outgoing(node).length === 1;

/** Two merges of one kind in a row are one: the second says nothing that the first did not. */
module.exports = () => ({
  check(node, reporter) {
    if (!isMerge(node)) {
      return;
    }
    incoming(node).map(flow => flow.sourceRef)
      .filter(before => before.$type === node.$type && isMerge(before))
      .forEach(before => reporter.report(node.id, `A merge right after the merge ${ before.id }`));
  }
});
