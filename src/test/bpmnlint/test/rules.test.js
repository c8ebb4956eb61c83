const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const test = require('node:test');

const lint = require('./lint');
const { rules } = require('..');

const RIGHT = readFileSync(join(__dirname, 'right.bpmn'), 'utf8');

/** What one change to the model that keeps every rule makes of it: the rule that minds, and at which elements. */
const FAULTS = {
  'end-has-name': [
    [ 'an end without a name', [ [ 'endEvent_done" name="接入完成"', 'endEvent_done"' ] ], 'endEvent_done' ],
    [ 'an end of a sub-process with an empty name', [ [ 'name="已办结"', 'name=" "' ] ], 'endEvent_closed' ]
  ],
  'gateway-asks': [
    [ 'a gateway that states', [ [ '资料齐全？', '资料齐全' ] ], 'gateway_checked' ],
    [ 'a gateway without a name', [ [ ' name="资料齐全？"', '' ] ], 'gateway_checked' ],
    [ 'a branch without a label', [ [ ' name="否"', '' ] ], 'flow_checked_again' ],
    [ 'two branches with one label', [ [ 'name="否"', 'name="是"' ] ], 'flow_checked_again' ],
    [ 'an inclusive gateway that states', [
      [ 'exclusiveGateway id="gateway_checked" name="资料齐全？"', 'inclusiveGateway id="gateway_checked" name="资料"' ],
      [ /(flow_checked_again<\/bpmn:outgoing>\s*<\/bpmn:)exclusiveGateway/, '$1inclusiveGateway' ]
    ], 'gateway_checked' ]
  ],
  'has-history-time-to-live': [
    [ 'a history without an end', [ [ ' camunda:historyTimeToLive="P1825D"', '' ] ], 'right' ],
    [ 'an empty time to live', [ [ 'historyTimeToLive="P1825D"', 'historyTimeToLive=""' ] ], 'right' ]
  ],
  'has-version-tag': [
    [ 'a process without a version', [ [ ' camunda:versionTag="1"', '' ] ], 'right' ],
    [ 'an empty version', [ [ 'versionTag="1"', 'versionTag=" "' ] ], 'right' ]
  ],
  'id-says-kind': [
    ...[
      'startEvent_begun', 'endEvent_done', 'event_overdue', 'event_word', 'gateway_checked', 'gateway_firstWord',
      'userTask_fillForm', 'serviceTask_escalate', 'receiveTask_awaitConsent', 'callActivity_notice',
      'subProcess_close', 'flow_begun_again'
    ].map(id => [ `the id Activity_1 for ${ id }`, [ [ new RegExp(`\\b${ id }\\b`, 'g'), 'Activity_1' ] ], 'Activity_1' ]),
    [ 'a large letter behind the prefix', [ [ /\bendEvent_done\b/g, 'endEvent_Done' ] ], 'endEvent_Done' ],
    [ 'a service task called a user task', [ [ /\bserviceTask_escalate\b/g, 'userTask_escalate' ] ], 'userTask_escalate' ],
    [ 'a kind that models do not have', [
      [ 'bpmn:callActivity id="callActivity_notice" name="通知" calledElement="notice"', 'bpmn:scriptTask id="scriptTask_notice"' ],
      [ '</bpmn:callActivity>', '</bpmn:scriptTask>' ],
      [ /callActivity_notice/g, 'scriptTask_notice' ],
      [ 'id="scriptTask_notice"', 'id="scriptTask_notice" name="通知"' ]
    ], 'scriptTask_notice' ]
  ],
  'no-crossing-flows': [
    [ 'a flow across another', [
      [ '<di:waypoint x="465" y="340" />',
        '<di:waypoint x="465" y="190" /><di:waypoint x="630" y="190" /><di:waypoint x="630" y="205" />'
        + '<di:waypoint x="500" y="205" /><di:waypoint x="500" y="340" />' ]
    ], 'flow_checked_again' ],
    [ 'a flow that runs over another and leaves it again', [
      [ '<di:waypoint x="890" y="190" /><di:waypoint x="890" y="100" /><di:waypoint x="920" y="100" />',
        '<di:waypoint x="870" y="190" /><di:waypoint x="870" y="100" /><di:waypoint x="900" y="100" />'
        + '<di:waypoint x="900" y="150" /><di:waypoint x="945" y="150" /><di:waypoint x="945" y="125" />' ]
    ], 'flow_word_known' ],
    [ 'a flow that comes back over what it left together with another', [
      [ '<di:waypoint x="790" y="100" /><di:waypoint x="790" y="190" />',
        '<di:waypoint x="780" y="100" /><di:waypoint x="780" y="50" /><di:waypoint x="800" y="50" /><di:waypoint x="800" y="190" />' ]
    ], 'flow_firstWord_word' ],
    [ 'a flow through a task', [ [ /x="(465|205)" y="340"/g, 'x="$1" y="130"' ] ], 'flow_checked_again' ],
    [ 'a flow that ends inside of a task', [ [ 'x="280" y="100" /></bpmndi:BPMNEdge>', 'x="330" y="100" /></bpmndi:BPMNEdge>' ] ],
      'flow_again_fillForm' ],
    [ 'a flow through a sub-process that is not its own', [
      [ '<di:waypoint x="650" y="260" /><di:waypoint x="710" y="260" />',
        '<di:waypoint x="650" y="260" /><di:waypoint x="690" y="260" /><di:waypoint x="690" y="320" /><di:waypoint x="1350" y="320" />'
        + '<di:waypoint x="1350" y="150" /><di:waypoint x="1330" y="150" /><di:waypoint x="1330" y="300" />'
        + '<di:waypoint x="728" y="300" /><di:waypoint x="728" y="278" />' ]
    ], 'flow_escalate_escalated' ]
  ],
  'no-merge-after-merge': [
    [ 'a merge right after a merge', [
      [ '<bpmn:exclusiveGateway id="gateway_again">',
        '<bpmn:exclusiveGateway id="gateway_before"><bpmn:incoming>flow_begun_again</bpmn:incoming>'
        + '<bpmn:incoming>flow_checked_again</bpmn:incoming><bpmn:outgoing>flow_before_again</bpmn:outgoing>'
        + '</bpmn:exclusiveGateway><bpmn:exclusiveGateway id="gateway_again"><bpmn:incoming>flow_before_again</bpmn:incoming>' ],
      [ /(gateway_again">.*\s*)<bpmn:incoming>flow_begun_again<\/bpmn:incoming>/, '$1' ],
      [ /(gateway_again">.*\s*)<bpmn:incoming>flow_checked_again<\/bpmn:incoming>/, '$1<bpmn:incoming>flow_late_again</bpmn:incoming>' ],
      [ '<bpmn:outgoing>flow_late_known</bpmn:outgoing>', '<bpmn:outgoing>flow_late_again</bpmn:outgoing>' ],
      [ '<bpmn:incoming>flow_late_known</bpmn:incoming>', '' ],
      [ /<bpmn:sequenceFlow id="flow_late_known".*\n/, '<bpmn:sequenceFlow id="flow_late_again" sourceRef="event_late" targetRef="gateway_again" />'
        + '<bpmn:sequenceFlow id="flow_before_again" sourceRef="gateway_before" targetRef="gateway_again" />' ],
      [ /<bpmndi:BPMNEdge id="flow_late_known_di".*\n/, '' ],
      [ /(flow_(begun|checked)_again"(?: name="否")? sourceRef="\w+" targetRef=")gateway_again/g, '$1gateway_before' ]
    ], 'gateway_again' ]
  ],
  'wait-is-watched': [
    [ 'a task without a due date', [ [ ' camunda:dueDate="${dueDates.workingDays(2)}"', '' ] ], 'userTask_fillForm' ],
    [ 'a task that nobody is reminded of', [ [ '${taskReminder}', '${taskOpened}' ] ], 'userTask_fillForm' ],
    [ 'a task that nobody escalates', [ [ '${taskEscalation}', '${taskReminder}' ] ], 'userTask_fillForm' ],
    [ 'an escalation without a timer', [ [ /(id="escalation_fillForm".*\s*)<bpmn:timerEventDefinition>.*<\/bpmn:timerEventDefinition>/, '$1' ] ],
      'userTask_fillForm' ],
    [ 'an escalation at the creation of a task', [ [ 'event="timeout" id="escalation_fillForm"', 'event="create" id="escalation_fillForm"' ] ],
      'userTask_fillForm' ],
    [ 'a wait whose timer tells nobody', [ [ '${escalation}', '${recordReminder}' ] ], 'receiveTask_awaitConsent' ],
    [ 'a wait without a timer', [
      [ /<bpmn:timerEventDefinition id="timer_overdue">.*\n/, '<bpmn:messageEventDefinition id="message_overdue" messageRef="message_answer" />' ]
    ], 'receiveTask_awaitConsent', 'receiveTask_awaitConsent' ],
    [ 'a message without a time limit beside it', [
      [ /<bpmn:timerEventDefinition id="timer_late">.*\n/, '<bpmn:signalEventDefinition id="signal_late" signalRef="signal_late_declared" />' ],
      [ '<bpmn:message id="message_answer"', '<bpmn:signal id="signal_late_declared" name="late" /><bpmn:message id="message_answer"' ]
    ], 'event_word' ]
  ]
};

/** Changes that keep every rule. */
const VARIANTS = [
  [ 'a wait for an answer that its schedule ends', [
    [ 'value="lot"', 'value="deduction"' ], [ '${escalation}', '${recordReminder}' ]
  ] ],
  [ 'a gateway that asks in Latin letters', [ [ '资料齐全？', 'Complete?' ] ] ],
  [ 'a process that the engine does not run', [ [ / isExecutable="true".*versionTag="1"/, '' ] ] ]
];

const changed = changes => changes.reduce((xml, [ from, to ]) => {
  const result = xml.replace(from, to);
  assert.notEqual(result, xml, `nothing is changed by ${ from }`);
  return result;
}, RIGHT);

const own = reports => reports.filter(report => report.startsWith('onboarding/'));

test('says nothing of a model that is right', async () => assert.deepEqual(await lint(RIGHT), []));

test('proves every rule', () => assert.deepEqual(Object.keys(FAULTS), Object.keys(rules)));

for (const [ rule, faults ] of Object.entries(FAULTS)) {
  for (const [ fault, changes, ...ids ] of faults) {
    test(`${ rule } minds ${ fault }`, async () =>
      assert.deepEqual(own(await lint(changed(changes))), ids.map(id => `onboarding/${ rule }: ${ id }`)));
  }
}

for (const [ variant, changes ] of VARIANTS) {
  test(`no rule minds ${ variant }`, async () => assert.deepEqual(own(await lint(changed(changes))), []));
}

test('extends what bpmnlint recommends', async () => assert.ok(
  (await lint(changed([ [ / name="填写申请资料"/, '' ] ]))).includes('label-required: userTask_fillForm')));

test('extends what Camunda 7.24 asks for', async () => assert.ok(
  (await lint(changed([ [ ' camunda:historyTimeToLive="P1825D"', '' ] ])))
    .includes('camunda-compat/history-time-to-live: right')));
