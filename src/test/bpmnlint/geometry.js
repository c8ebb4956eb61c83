/** Points, lines between them, and where they meet. Coordinates are those of the diagram; one pixel is no distance. */

const NEAR = 1;

const near = (a, b) => Math.abs(a.x - b.x) < NEAR && Math.abs(a.y - b.y) < NEAR;

/** The stretches of a drawn flow. */
const lines = points => points.slice(1).map((point, index) => [ points[index], point ]);

const cross = (a, b) => a.x * b.y - a.y * b.x;

const minus = (a, b) => ({ x: a.x - b.x, y: a.y - b.y });

function contains([ from, to ], point) {
  const along = minus(to, from);
  const length = Math.hypot(along.x, along.y);
  const aside = length ? Math.abs(cross(along, minus(point, from))) / length : Infinity;
  return aside < NEAR
    && point.x > Math.min(from.x, to.x) - NEAR && point.x < Math.max(from.x, to.x) + NEAR
    && point.y > Math.min(from.y, to.y) - NEAR && point.y < Math.max(from.y, to.y) + NEAR;
}

/** Points that two lines have in common: none, one, or both ends of the stretch that they share. */
function common(first, second) {
  const touching = [ ...first.filter(end => contains(second, end)), ...second.filter(end => contains(first, end)) ];
  const [ a, b ] = [ minus(first[1], first[0]), minus(second[1], second[0]) ];
  const turn = cross(a, b);
  if (touching.length || !turn) {
    return touching;
  }
  const between = minus(second[0], first[0]);
  const [ s, t ] = [ cross(between, b) / turn, cross(between, a) / turn ];
  return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? [ { x: first[0].x + s * a.x, y: first[0].y + s * a.y } ] : [];
}

/** The sides of a box, drawn in by some pixels: what only touches the box does not meet them. */
function sides({ x, y, width, height }, inset) {
  const [ left, top, right, bottom ] = [ x + inset, y + inset, x + width - inset, y + height - inset ];
  return lines([
    { x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }, { x: left, y: top }
  ]);
}

const inside = ({ x, y, width, height }, point, inset) => point.x > x + inset && point.x < x + width - inset
  && point.y > y + inset && point.y < y + height - inset;

/** Whether a flow goes into a box, and does not only end at it. */
const enters = (points, box, inset) => points.some(point => inside(box, point, inset))
  || lines(points).some(line => sides(box, inset).some(side => common(line, side).length));

/** The stretches that two flows go together from a common start, before they part. */
function together(points, others) {
  const shared = [];
  if (!near(points[0], others[0])) {
    return shared;
  }
  for (let at = points[0], i = 1, j = 1; i < points.length && j < others.length;) {
    const [ next, other ] = [ points[i], others[j] ];
    const step = contains([ at, next ], other) ? other : next;
    if (!contains([ at, other ], step)) {
      break;
    }
    shared.push([ at, step ]);
    i += near(step, next);
    j += near(step, other);
    at = step;
  }
  return shared;
}

module.exports = { common, contains, enters, lines, near, together };
