const { is } = require('../elements');

/** The first kind that fits counts. */
const PREFIXES = [
  [ 'bpmn:StartEvent', 'startEvent_' ],
  [ 'bpmn:EndEvent', 'endEvent_' ],
  [ 'bpmn:Event', 'event_' ],
  [ 'bpmn:Gateway', 'gateway_' ],
  [ 'bpmn:UserTask', 'userTask_' ],
  [ 'bpmn:ServiceTask', 'serviceTask_' ],
  [ 'bpmn:ReceiveTask', 'receiveTask_' ],
  [ 'bpmn:CallActivity', 'callActivity_' ],
  [ 'bpmn:SubProcess', 'subProcess_' ],
  [ 'bpmn:SequenceFlow', 'flow_' ]
];

/** Whoever reads an id in a log, a test or a permission knows what it is; and models are made of these kinds only. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode') && !is(node, 'bpmn:SequenceFlow')) {
      return;
    }
    const known = PREFIXES.find(([ kind ]) => is(node, kind));
    if (!known) {
      reporter.report(node.id, `Models have no element of the kind ${ node.$type }`);
    } else if (!new RegExp(`^${ known[1] }[a-z]\\w*$`).test(node.id)) {
      reporter.report(node.id, `The id of this element begins with ${ known[1] } and a small letter`);
    }
  }
});
