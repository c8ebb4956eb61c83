const { camunda, defines, incoming, is, isBlank, outgoing, property, timeouts } = require('../elements');

/**
 * Nobody waits for ever without somebody hearing of it: a user task is due, and its listeners remind of it and escalate
 * it; a receive task is expected by a date (its own, or the application's, which every review has), and a timer on it
 * leads to an escalation, unless what it asks runs out by itself; a message that is caught in the flow has a time limit
 * beside it.
 */
module.exports = ({ reminders, escalations, endingByThemselves }) => {

  function userTask(task, reporter) {
    const told = timeouts(task);
    if (isBlank(camunda(task, 'dueDate'))) {
      reporter.report(task.id, 'A task without a due date (camunda:dueDate)');
    }
    if (!reminders.some(delegate => told.includes(delegate))) {
      reporter.report(task.id, `Nobody is reminded of this task (timeout listener ${ reminders })`);
    }
    if (!escalations.some(delegate => told.includes(delegate))) {
      reporter.report(task.id, `Nobody hears when this task is overdue (timeout listener ${ escalations })`);
    }
  }

  function receiveTask(task, reporter) {
    const asks = property(task, 'asks');
    if (endingByThemselves.includes(asks)) {
      return;
    }
    const timers = task.$parent.flowElements
      .filter(event => is(event, 'bpmn:BoundaryEvent') && event.attachedToRef === task)
      .filter(event => defines(event, 'bpmn:TimerEventDefinition'));
    if (!timers.length && asks !== 'review' && isBlank(property(task, 'expectedDays'))) {
      reporter.report(task.id, 'A wait that is expected by no date (timer, or property expectedDays)');
    }
    if (!timers.some(escalates)) {
      reporter.report(task.id, `Nobody hears when this wait takes too long (timer that leads to ${ escalations })`);
    }
  }

  /** Whether somebody who can do something about it is told behind an event. */
  function escalates(event) {
    const seen = new Set([ event ]);
    for (const node of seen) {
      const delegates = [ node, ...node.eventDefinitions || [] ].map(part => camunda(part, 'delegateExpression'));
      if (delegates.some(delegate => escalations.includes(delegate))) {
        return true;
      }
      outgoing(node).forEach(flow => seen.add(flow.targetRef));
    }
    return false;
  }

  function caughtMessage(event, reporter) {
    const besides = incoming(event).map(flow => flow.sourceRef)
      .filter(gateway => is(gateway, 'bpmn:EventBasedGateway'))
      .flatMap(outgoing)
      .map(flow => flow.targetRef);
    if (!besides.some(other => defines(other, 'bpmn:TimerEventDefinition'))) {
      reporter.report(event.id, 'A message that is waited for without a time limit beside it');
    }
  }

  return {
    check(node, reporter) {
      if (is(node, 'bpmn:UserTask')) {
        userTask(node, reporter);
      } else if (is(node, 'bpmn:ReceiveTask')) {
        receiveTask(node, reporter);
      } else if (is(node, 'bpmn:IntermediateCatchEvent') && defines(node, 'bpmn:MessageEventDefinition')) {
        caughtMessage(node, reporter);
      }
    }
  };
};
