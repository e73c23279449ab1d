// The live preview: a new edition replaces what changed in the page, and leaves what the reader chose.

const parts = new Map(); // the source of each part, as it came

const partsOf = (page) => new Map(all("[data-part]", page).map((part) => [part.dataset.part, part]));

function rememberParts(page) {
  parts.clear();
  for (const [name, part] of partsOf(page)) parts.set(name, part.outerHTML);
}

function showEdition(page) {
  const fresh = partsOf(page), old = partsOf(document);
  const same = fresh.size === old.size && [...fresh.keys()].every((name) => old.has(name));
  if (!same) return location.reload(); // a table or figure more or less: the page is built anew
  const replace = (name) => {
    const part = fresh.get(name), source = part.outerHTML;
    if (source === parts.get(name)) return;
    parts.set(name, source);
    old.get(name).replaceWith(document.adoptNode(part));
  };
  const scrolled = byId("details")?.scrollTop;
  const focused = document.activeElement?.dataset.id ?? document.activeElement?.id;
  const { edition } = page.body.dataset;
  document.body.dataset.edition = edition;
  document.title = page.title;
  // What is read first comes first: the tables below follow when the figure is on the screen.
  const below = [...fresh.keys()].filter((name) => fresh.get(name).matches(".part"));
  for (const name of fresh.keys()) if (!below.includes(name)) replace(name);
  refresh();
  if (scrolled) byId("details").scrollTop = scrolled;
  if (focused && document.activeElement === document.body) {
    const again = byId(focused) ?? sheetShown()?.querySelector(`g[data-id="${CSS.escape(focused)}"]`);
    again?.focus({ preventScroll: true });
  }
  requestAnimationFrame(() => setTimeout(() => {
    if (document.body.dataset.edition === edition) below.forEach(replace);
  }));
}

let wanted = ""; // the newest edition heard of
let asking = false;

function ask() {
  if (asking || wanted === document.body.dataset.edition) return;
  asking = true;
  const request = new XMLHttpRequest();
  request.open("GET", "/");
  request.responseType = "document";
  request.onload = () => {
    if (request.response) showEdition(request.response);
  };
  request.onloadend = () => {
    asking = false;
    if (request.status === 200) ask();
  };
  request.send();
}

// This comes before the page's own start, which changes what came.
document.addEventListener("DOMContentLoaded", () => {
  rememberParts(document);
  const events = new EventSource("events");
  const tell = (text) => (byId("live").textContent = text);
  events.addEventListener("open", () => tell("live preview"));
  events.addEventListener("error", () => tell("live preview ended"));
  events.addEventListener("edition", (event) => {
    wanted = event.data;
    ask();
  });
});
