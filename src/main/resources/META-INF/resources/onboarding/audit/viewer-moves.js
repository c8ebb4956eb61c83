// Moving a drawn model without a mouse.

const STEP = 60;

/** Arrows move it, plus and minus zoom, 0 shows the whole. */
export function byKeys(place, canvas, zoom, whole) {
  const ways = {
    ArrowLeft: () => canvas.scroll({dx: STEP, dy: 0}),
    ArrowRight: () => canvas.scroll({dx: -STEP, dy: 0}),
    ArrowUp: () => canvas.scroll({dx: 0, dy: STEP}),
    ArrowDown: () => canvas.scroll({dx: 0, dy: -STEP}),
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(0.8),
    0: whole,
  };
  place.addEventListener('keydown', event => {
    if (event.target !== place || event.ctrlKey || event.metaKey || event.altKey || !ways[event.key]) return;
    event.preventDefault();
    ways[event.key]();
  });
}

/** A finger moves the model sideways; up and down it moves the page. */
export function byTouch(place, canvas) {
  let last;
  place.addEventListener('pointerdown', event => { if (event.pointerType === 'touch' && event.isPrimary) last = event.clientX; });
  place.addEventListener('pointermove', event => {
    if (last === undefined || event.pointerType !== 'touch' || !event.isPrimary) return;
    canvas.scroll({dx: event.clientX - last, dy: 0});
    last = event.clientX;
  });
  for (const end of ['pointerup', 'pointercancel']) place.addEventListener(end, () => { last = undefined; });
}
