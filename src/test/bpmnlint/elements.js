/** What rules ask of elements. Camunda's attributes and extensions are read as written: no moddle extension is needed. */

/** Whether an element is of a kind or of one derived from it, as `bpmn:Gateway`. */
const is = (element, kind) => Boolean(element.$instanceOf && element.$instanceOf(kind));

const isBlank = text => !text || !text.trim();

/** An attribute of Camunda's, `undefined` where it is not given. */
const camunda = (element, attribute) => element.$attrs[`camunda:${ attribute }`];

const extensions = element => element.extensionElements ? element.extensionElements.values || [] : [];

const children = extension => extension.$children || [];

/** The value of a `camunda:property`, `undefined` where there is none. */
function property(element, name) {
  const found = extensions(element)
    .filter(extension => extension.$type === 'camunda:properties')
    .flatMap(children)
    .find(candidate => candidate.name === name);
  return found && found.value;
}

/** Delegates of the `timeout` listeners of a task that have a timer. */
const timeouts = task => extensions(task)
  .filter(extension => extension.$type === 'camunda:taskListener' && extension.event === 'timeout')
  .filter(listener => children(listener).some(child => child.$type === 'bpmn:timerEventDefinition'))
  .map(listener => listener.delegateExpression);

/** Whether an event waits for this kind of thing, as `bpmn:TimerEventDefinition`. */
const defines = (event, kind) => (event.eventDefinitions || []).some(definition => is(definition, kind));

const isExecutableProcess = element => is(element, 'bpmn:Process') && element.isExecutable;

const incoming = node => node.incoming || [];

const outgoing = node => node.outgoing || [];

module.exports = {
  camunda, defines, incoming, is, isBlank, isExecutableProcess, outgoing, property, timeouts
};
