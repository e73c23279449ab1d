// What is selected is the page's fragment (#mechanism.feeling-safe), so that it can be linked to and gone back from.

const entries = new Map(); // by the figure's id of a box or line: "this feeling-safe", "earlier safety", "overview own-life"

function indexEntries() {
  entries.clear();
  for (const entry of all("article[data-id]")) {
    const key = ("earlier" in entry.dataset ? "earlier " : "this ") + entry.dataset.id;
    if (!entries.has(key)) entries.set(key, entry);
  }
  for (const entry of all("article[data-configuration]:not([data-earlier])")) {
    const key = "overview " + entry.dataset.configuration;
    if (!entries.has(key)) entries.set(key, entry);
  }
}

// entryOf finds the entry of a box or line; the overlay shows elements of both versions.
function entryOf(figure, id) {
  if (figure === "overview") return entries.get("overview " + id);
  return entries.get((figure === "earlier" ? "earlier " : "this ") + id) ?? entries.get("earlier " + id);
}

// enliven makes the boxes and lines of a figure buttons, with a halo to show which is meant and to make thin lines easy
// to hit.
function enliven(figure) {
  const svg = figure.querySelector("svg");
  svg.setAttribute("role", "group");
  for (const group of all("g[data-id]", svg)) {
    const entry = entryOf(figure.dataset.shows, group.dataset.id);
    if (!entry || group.dataset.anchor) continue;
    group.dataset.anchor = entry.id;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    const status = entry.querySelector(".status strong");
    const title = entry.querySelector("h2").textContent;
    const sort = entry.querySelector(".sort").textContent.trim();
    // A box is named by what stands in it, so that who speaks to the browser can say what they see.
    const seen = all("text", group).map((text) => text.textContent).join(" ").replace(/\s+/g, " ");
    group.setAttribute("aria-label", status ? `${title}: ${status.textContent}` : `${seen}, ${sort}`);
    const line = group.querySelector("path");
    if (!line) continue;
    const halo = line.cloneNode();
    for (const name of ["fill", "stroke-dasharray", "stroke-linecap"]) halo.removeAttribute(name);
    halo.setAttribute("class", "halo");
    halo.setAttribute("aria-hidden", "true");
    group.insertBefore(halo, line);
  }
}

// fragment is the page's; one that is no encoded text names nothing.
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

const selected = () => {
  const id = fragment();
  const entry = byId(id) ?? entries.get("this " + id) ?? entries.get("earlier " + id);
  return entry?.matches("article.entry") ? entry : null;
};

// figureFor is the figure in which an entry is to be seen: a configuration's own, the one shown where it shows the entry, or else
// the first that does, of its version if there is one.
function figureFor(entry) {
  const figures = all(".figure"), now = figureShown();
  const own = figures.find((figure) => figure.dataset.of === entry.id);
  if (own || !entry.dataset.id) return own ?? now;
  const has = (figure) => figure.dataset.shows !== "overview" && figure.querySelector(`g[data-id="${CSS.escape(entry.dataset.id)}"]`);
  if (has(now)) return now;
  const version = figures.find((figure) => figure.dataset.shows === ("earlier" in entry.dataset ? "earlier" : "this"));
  return version && has(version) ? version : figures.find(has) ?? now;
}

// showOf shows the figure for an entry, where that is another one. Where nothing is selected, a part gives way to the first figure.
function showOf(entry) {
  const now = figureShown();
  const figure = entry ? figureFor(entry) : now.dataset.layout === now.dataset.shows ? all(".figure")[0] : now;
  if (figure !== now) showFigure(figure.dataset.shows);
}

function showSelected() {
  const entry = selected() ?? byId("overview");
  for (const other of all("#details > .shown")) other.classList.toggle("shown", other === entry);
  entry.classList.add("shown");
  for (const group of all("g[data-anchor]")) {
    const is = group.dataset.anchor === entry.id || (group.dataset.id === entry.dataset.id && !group.closest('[data-shows="overview"]'));
    group.classList.toggle("selected", is);
    if (is) group.setAttribute("aria-current", "true");
    else group.removeAttribute("aria-current");
  }
}

// select shows an entry. With focus, reading goes on from its heading; else it stays where it is.
function select(anchor, { focus = false } = {}) {
  if (location.hash !== "#" + anchor) history.pushState(null, "", "#" + anchor);
  const entry = byId(anchor);
  showOf(entry);
  showSelected();
  byId("details").scrollTop = 0;
  const group = figureShown().querySelector("g.selected");
  if (group) reveal(group);
  const heading = entry.querySelector("h2");
  if (focus) heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (narrow() || top < 0 || top > innerHeight) heading.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

// away is how far a line of a figure is from a point of the window, in units of the drawing.
function away(group, x, y) {
  const line = group.querySelector("path:not(.halo)");
  const { x: px, y: py } = new DOMPoint(x, y).matrixTransform(line.getScreenCTM().inverse());
  const steps = 100, length = line.getTotalLength();
  let least = Infinity;
  for (let i = 0; i <= steps; i++) {
    const at = line.getPointAtLength((length * i) / steps);
    least = Math.min(least, Math.hypot(at.x - px, at.y - py));
  }
  return least;
}

// groupAt is the box or line meant by a click: of lines that run close, the nearest.
function groupAt({ target, clientX: x, clientY: y }) {
  const top = target.closest?.("g[data-anchor]");
  if (!target.matches?.(".halo")) return top;
  const lines = document.elementsFromPoint(x, y).filter((element) => element.matches(".halo")).map((halo) => halo.parentNode);
  return lines.sort((a, b) => away(a, x, y) - away(b, x, y))[0] ?? top;
}

function listenToSelection() {
  const pane = byId("viewport");
  pane.addEventListener("click", (event) => {
    const group = groupAt(event);
    if (group) select(group.dataset.anchor);
  });
  pane.addEventListener("keydown", (event) => {
    const group = event.target.closest("g[data-anchor]");
    if (!group || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    select(group.dataset.anchor, { focus: true });
  });
  pane.addEventListener("focusin", (event) => {
    const group = event.target.closest("g[data-anchor]");
    if (group?.matches(":focus-visible")) reveal(group);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!byId(link.hash.slice(1))?.matches("article.entry")) return;
    event.preventDefault();
    select(link.hash.slice(1), { focus: true });
  });
  addEventListener("popstate", () => {
    showOf(selected());
    showSelected();
  });
  // Escape leads back from the entry to its box or line.
  byId("details").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const figure = figureShown();
    (figure.querySelector("g.selected") ?? figure.querySelector("g[tabindex]"))?.focus();
  });
}
