// A model as bpmn-js draws it, with marks on its elements. bpmn-js is loaded only where a model is shown.

import {button, el} from '/onboarding/dom.js';
import {byKeys, byTouch} from '/onboarding/audit/viewer-moves.js';

const BPMN_JS = '/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js';
const STYLES = '/onboarding/audit/diagram.css';
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Below it nobody can read a label: then a part is shown instead of the whole. */
const READABLE = 0.5;
const SHOWN = 0.65;

let asked;

function bpmnJs() {
  asked ??= new Promise((resolve, reject) => {
    const script = el('script', {src: BPMN_JS, on: {
      load: () => resolve(window.BpmnJS),
      error: () => { asked = undefined; script.remove(); reject(new Error('流程图组件没能载入，请检查网络后刷新页面')); },
    }});
    document.head.append(script);
  });
  return asked;
}

/** The look of what this and its neighbours draw, once for each page. */
export function styled() {
  if (!document.querySelector(`link[href="${STYLES}"]`)) document.head.append(el('link', {rel: 'stylesheet', href: STYLES}));
}

/**
 * xml: the model; label: what the picture is called; start: id of the element to begin at when not all of it can be read;
 * chosen(id): somebody clicked an element.
 * Returns {node, has(id), name(id), mark(marks), focus(id), follow(id), destroy()}. focus: marks it and brings it into the
 * middle; follow: brings it there if it can't be seen. node may be put into the page later.
 */
export async function drawing(xml, {label, start, chosen = () => {}}) {
  const BpmnJS = await bpmnJs();
  styled();
  const place = el('div', {class: 'ob-model', tabindex: '0', role: 'group', 'aria-label': `${label}，方向键移动，加号减号缩放，0 看全图`});
  const viewer = new BpmnJS({
    container: place,
    // what is put off would find a canvas that is gone
    canvas: {deferUpdate: false},
    zoomScroll: {enabled: false},
    textRenderer: {defaultStyle: {fontFamily: FONT}, externalStyle: {fontFamily: FONT}},
  });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  // not the mark of bpmn.io, which is one too
  const picture = place.querySelector('.djs-container > svg');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', label);
  const has = id => Boolean(registry.get(id));

  /** Brings an element into the middle, as far as there is something of the model on its other sides. */
  const centre = id => {
    const {x, y, width, height} = registry.get(id);
    const {inner, ...view} = canvas.viewbox();
    canvas.viewbox({
      x: within(x + width / 2 - view.width / 2, inner.x, inner.width, view.width),
      y: within(y + height / 2 - view.height / 2, inner.y, inner.height, view.height),
      width: view.width,
      height: view.height,
    });
  };
  const visible = ({x, y, width, height}) => {
    const view = canvas.viewbox();
    return x >= view.x && y >= view.y && x + width <= view.x + view.width && y + height <= view.y + view.height;
  };
  const whole = () => canvas.zoom('fit-viewport', 'auto');
  const zoom = factor => canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)));
  const begin = () => {
    whole();
    if (canvas.zoom() >= READABLE || !start || !has(start)) return;
    canvas.zoom(SHOWN);
    centre(start);
  };

  let shown = false;
  const size = new ResizeObserver(() => {
    if (!place.clientWidth) return;
    canvas.resized();
    if (!shown) begin();
    shown = true;
  });
  size.observe(place);
  byKeys(place, canvas, zoom, whole);
  byTouch(place, canvas);

  let marker;
  const focus = id => {
    if (marker) canvas.removeMarker(marker, 'ob-chosen');
    marker = has(id) ? id : undefined;
    if (!marker) return;
    canvas.addMarker(marker, 'ob-chosen');
    if (!place.clientWidth) return;
    centre(marker);
    place.scrollIntoView({block: 'nearest'});
  };
  viewer.get('eventBus').on('element.click', ({element}) => chosen((element.labelTarget ?? element).id));

  return {
    node: el('div', {class: 'ob-drawing'},
        el('div', {class: 'ob-zoom', role: 'group', 'aria-label': '缩放'},
            named(button('＋', () => zoom(1.25), 'small'), '放大'), named(button('－', () => zoom(0.8), 'small'), '缩小'), button('全图', whole, 'small')),
        place),
    has,
    name: id => registry.get(id)?.businessObject.name || id,
    follow: id => { if (has(id) && place.clientWidth && !visible(registry.get(id))) centre(id); },
    mark: marks => mark(viewer, marks),
    focus,
    destroy: () => { size.disconnect(); viewer.destroy(); },
  };
}

const EDGE = 30;

/** Where a view begins that should begin at a place of something that reaches from start over length. */
function within(wanted, start, length, seen) {
  if (length + 2 * EDGE <= seen) return start + (length - seen) / 2;
  return Math.min(Math.max(wanted, start - EDGE), start + length + EDGE - seen);
}

const named = (node, label) => {
  node.setAttribute('aria-label', label);
  node.title = label;
  return node;
};

const laid = new WeakMap();

/**
 * marks: [{id, kinds: [class, …], badges: [{node, position}]}]; position: as bpmn-js has it, or 'line' for the middle of a
 * flow's longest part. What was marked before is gone.
 */
function mark(viewer, marks) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  (laid.get(viewer) ?? []).forEach(undo => undo());
  laid.set(viewer, marks.filter(({id}) => registry.get(id)).flatMap(({id, kinds, badges = []}) => [
    ...kinds.map(kind => {
      canvas.addMarker(id, kind);
      return () => canvas.removeMarker(id, kind);
    }),
    ...badges.map(({node, position}) => {
      const overlay = overlays.add(id, {position: position === 'line' ? onLine(registry.get(id)) : position, html: node, scale: {min: 0.7, max: 1.2}});
      return () => overlays.remove(overlay);
    })]));
}

function onLine({waypoints}) {
  const parts = waypoints.slice(1).map((to, i) => ({from: waypoints[i], to, length: Math.hypot(to.x - waypoints[i].x, to.y - waypoints[i].y)}));
  const {from, to} = parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
  const left = Math.min(...waypoints.map(({x}) => x));
  const top = Math.min(...waypoints.map(({y}) => y));
  return {left: (from.x + to.x) / 2 - left - 10, top: (from.y + to.y) / 2 - top - 20};
}
