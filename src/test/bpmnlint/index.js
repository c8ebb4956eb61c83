/**
 * The rules as bpmnlint wants them: a configuration that turns all of them on, and where each is.
 *
 * Two of them are told what they look for, so that a model may use another listener by a line here:
 * `reminders` and `escalations` are the delegates that tell somebody, `endingByThemselves` the questions whose
 * schedule of queries runs out and then ends the wait.
 */
const rules = [
  'end-has-name',
  'gateway-asks',
  'has-history-time-to-live',
  'has-version-tag',
  'id-says-kind',
  'no-crossing-flows',
  'no-merge-after-merge',
  'wait-is-watched'
];

const options = {
  'wait-is-watched': {
    reminders: [ '${taskReminder}', '${holidayTask}' ],
    escalations: [ '${taskEscalation}', '${escalation}', '${overdueRaised}', '${holidayTask}' ],
    endingByThemselves: [ 'deduction' ]
  }
};

const severity = rule => options[rule] ? [ 'error', options[rule] ] : 'error';

module.exports = {
  configs: {
    all: { rules: Object.fromEntries(rules.map(rule => [ rule, severity(rule) ])) }
  },
  rules: Object.fromEntries(rules.map(rule => [ rule, `./rules/${ rule }` ]))
};
