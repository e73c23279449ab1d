// Zoom and pan change the viewBox of all figures of a layout alike, so that nothing moves when another version is shown.

const mostZoom = 12;
const figureShown = () => document.querySelector(".figure:not([hidden])") ?? document.querySelector(".figure");

// room is that of the pane, in pixels. To ask for it after the page has changed has it laid out there and then.
const room = { width: 0, height: 0 };

function measureRoom() {
  const pane = byId("viewport");
  [room.width, room.height] = [pane.clientWidth, pane.clientHeight];
  applyZoom();
}

// alike are the drawings that share the layout of the one shown.
const alike = () => all(`.figure[data-layout="${CSS.escape(figureShown().dataset.layout)}"] svg`);

// size is that of the largest of them: they differ in what stands under it.
const size = { width: 1, height: 1, layout: "" };

function measureFigures() {
  size.width = size.height = 1;
  if (size.layout && size.layout !== figureShown().dataset.layout) chosen.view = null; // what was seen is not in it
  size.layout = figureShown().dataset.layout;
  for (const svg of alike()) {
    svg.dataset.box ??= svg.getAttribute("viewBox");
    const [, , width, height] = svg.dataset.box.split(" ").map(Number);
    size.width = Math.max(size.width, width);
    size.height = Math.max(size.height, height);
  }
  byId("viewport").style.setProperty("--ratio", String(size.width / size.height));
}

// frame is what is seen now: how many pixels a unit of the drawing takes, and the part of the drawing in sight.
function frame() {
  const fit = Math.min(room.width / size.width, room.height / size.height) || 1;
  const view = chosen.view ?? { x: size.width / 2, y: size.height / 2, zoom: 1 };
  const scale = fit * view.zoom;
  const width = room.width / scale, height = room.height / scale;
  const centre = (at, seen, total) => (seen >= total ? total / 2 : Math.min(Math.max(at, seen / 2), total - seen / 2));
  const x = centre(view.x, width, size.width), y = centre(view.y, height, size.height);
  return { scale, x, y, width, height, zoom: view.zoom };
}

function applyZoom() {
  const { x, y, width, height } = frame();
  const box = `${x - width / 2} ${y - height / 2} ${width} ${height}`;
  const whole = printing || matchMedia("print").matches;
  for (const svg of alike()) put(svg, "viewBox", whole ? svg.dataset.box : box);
  byId("viewport").classList.toggle("zoomed", chosen.view !== null);
}

let printing = false; // all of the figure goes on paper

function toPaper(begins) {
  printing = begins;
  applyZoom();
}

function showWhole() {
  chosen.view = null;
  applyZoom();
}

// zoomBy zooms around a point of the pane, given in pixels from its top left corner.
function zoomBy(factor, left, top) {
  const f = frame();
  const zoom = Math.min(Math.max(f.zoom * factor, 1), mostZoom);
  if (zoom === 1) return showWhole();
  const dx = ((left ?? room.width / 2) - room.width / 2) / f.scale;
  const dy = ((top ?? room.height / 2) - room.height / 2) / f.scale;
  const kept = 1 - f.zoom / zoom; // the point stays where it is
  chosen.view = { x: f.x + dx * kept, y: f.y + dy * kept, zoom };
  applyZoom();
}

// zoomStep zooms around the middle, and keeps what is selected in sight.
function zoomStep(factor) {
  zoomBy(factor);
  const group = figureShown().querySelector("g.selected");
  if (group) reveal(group);
}

// panBy moves the figure by pixels.
function panBy(dx, dy) {
  if (!chosen.view) return;
  const f = frame();
  chosen.view = { x: f.x - dx / f.scale, y: f.y - dy / f.scale, zoom: f.zoom };
  chosen.view = (({ x, y, zoom }) => ({ x, y, zoom }))(frame());
  applyZoom();
}

// reveal moves the figure so that an element of it is in sight.
function reveal(group) {
  if (!chosen.view) return;
  const box = group.getBBox();
  const f = frame();
  const inside = Math.abs(box.x + box.width / 2 - f.x) < f.width / 2 && Math.abs(box.y + box.height / 2 - f.y) < f.height / 2;
  if (inside) return;
  chosen.view = { x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: f.zoom };
  applyZoom();
}

function listenToZoom() {
  const pane = byId("viewport");
  byId("zoom-in").addEventListener("click", () => zoomStep(1.4));
  byId("zoom-out").addEventListener("click", () => zoomStep(1 / 1.4));
  byId("zoom-whole").addEventListener("click", showWhole);

  // The wheel zooms, unless the page has to scroll: past a figure that is shown whole, or back up to it.
  pane.addEventListener("wheel", (event) => {
    const out = event.deltaY > 0;
    const scrolls = !event.ctrlKey && ((out && !chosen.view) || (!out && pane.getBoundingClientRect().top < 0));
    if (scrolls || event.deltaY === 0) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
    const { left, top } = pane.getBoundingClientRect();
    zoomBy(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - left, event.clientY - top);
  }, { passive: false });

  pane.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60;
    const keys = {
      "+": () => zoomStep(1.4), "=": () => zoomStep(1.4), "-": () => zoomStep(1 / 1.4), "0": showWhole,
      ArrowLeft: () => panBy(step, 0), ArrowRight: () => panBy(-step, 0),
      ArrowUp: () => panBy(0, step), ArrowDown: () => panBy(0, -step),
    };
    const moves = event.key.startsWith("Arrow");
    if (!keys[event.key] || (moves && !chosen.view)) return;
    event.preventDefault();
    keys[event.key]();
  });

  listenToPointers(pane);
  new ResizeObserver(measureRoom).observe(pane);
  addEventListener("beforeprint", () => toPaper(true));
  addEventListener("afterprint", () => toPaper(false));
}

// listenToPointers drags with one pointer and pinches with two. What moved is not also a click.
function listenToPointers(pane) {
  const down = new Map();
  let moved = false;
  const spread = () => {
    const [a, b] = [...down.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  pane.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) moved = false;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  pane.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const dx = event.clientX - last.x, dy = event.clientY - last.y;
    if (!moved && down.size === 1 && Math.hypot(dx, dy) < 5) return;
    moved = true;
    pane.setPointerCapture(event.pointerId);
    if (down.size === 2) {
      const before = spread();
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const [a, b] = [...down.values()];
      const { left, top } = pane.getBoundingClientRect();
      zoomBy(spread() / Math.max(before, 1), (a.x + b.x) / 2 - left, (a.y + b.y) / 2 - top);
      panBy(dx / 2, dy / 2);
      return;
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    panBy(dx, dy);
  });
  const up = (event) => down.delete(event.pointerId);
  pane.addEventListener("pointerup", up);
  pane.addEventListener("pointercancel", up);
  pane.addEventListener("click", (event) => {
    if (moved) event.stopPropagation();
    moved = false;
  }, { capture: true });
}
