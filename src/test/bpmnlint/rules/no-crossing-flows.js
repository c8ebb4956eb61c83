const { common, contains, enters, lines, near, together } = require('../geometry');
const { is } = require('../elements');

/** Flows touch the shapes they belong to by as much as a border is wide. */
const BORDER = 2;

/** No flow crosses another or runs over it, and none goes through a shape. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    const drawn = (node.diagrams || []).flatMap(diagram => diagram.plane.planeElement || []);
    const flows = drawn.filter(element => is(element, 'bpmndi:BPMNEdge'));
    const shapes = drawn.filter(element => is(element, 'bpmndi:BPMNShape'));
    flows.forEach((flow, index) => {
      flows.slice(index + 1).filter(other => meet(flow, other)).forEach(other =>
        reporter.report(flow.bpmnElement.id, `The flow crosses or covers ${ other.bpmnElement.id }`));
      shapes.filter(shape => !holds(shape.bpmnElement, flow.bpmnElement))
        .filter(shape => enters(flow.waypoint, shape.bounds, BORDER))
        .forEach(shape => reporter.report(flow.bpmnElement.id, `The flow goes through ${ shape.bpmnElement.id }`));
    });
  }
});

/** Flows that leave one element may go together until they part, and those that come to one from where they join. */
function meet({ waypoint: points }, { waypoint: others }) {
  const shared = [ ...together(points, others), ...together([ ...points ].reverse(), [ ...others ].reverse()) ];
  const ends = ofBoth(points).filter(end => ofBoth(others).some(point => near(end, point)));
  const allowed = point => ends.some(end => near(end, point)) || shared.some(line => contains(line, point));
  return lines(points).some(first => lines(others).some(second =>
    common(first, second).some(point => !allowed(point))));
}

const ofBoth = points => [ points[0], points[points.length - 1] ];

/** A flow inside of a sub-process lies within its shape. */
function holds(outer, element) {
  for (let parent = element.$parent; parent; parent = parent.$parent) {
    if (parent === outer) {
      return true;
    }
  }
  return false;
}
