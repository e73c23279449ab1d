// The live preview: a new edition replaces what changed in the page, and leaves what the reader chose.

let later = null; // what of the edition shown is still to be put in place

// takeOver puts parts into the page, in place of those that they renew.
function takeOver(parts) {
  for (const part of parts) byId(part.id)?.replaceWith(part);
}

// arrange has a region hold the parts that it is to hold, in order.
function arrange(region, fresh) {
  const parts = region.dataset.holds.trim().split(" ").filter(Boolean);
  byId(region.dataset.region)?.replaceChildren(...parts.map((id) => fresh.get(id) ?? byId(id)));
}

function showEdition(news) {
  later?.();
  const regions = all("[data-region]", news);
  const fresh = new Map();
  for (const part of all("body > [id]", news)) fresh.set(part.id, document.adoptNode(part));
  if (fresh.has("overview") && !byId("overview")) return location.reload(); // nothing was drawn before

  const scrolled = byId("details")?.scrollTop;
  const focused = document.activeElement?.dataset.id ?? document.activeElement?.id;
  document.title = news.title;
  document.documentElement.lang = news.documentElement.lang;
  document.body.dataset.edition = news.body.dataset.edition;
  // What is read first comes first: other figures, and the tables below, follow when this one is on the screen.
  const unseen = (part) => part.matches(".part") || (part.matches(".sheet") && part.dataset.shows !== chosen.figure);
  const parts = [...fresh.values()];
  takeOver(parts.filter((part) => !unseen(part)));
  for (const region of regions) arrange(region, fresh);
  refresh();
  if (scrolled) byId("details").scrollTop = scrolled;
  if (focused && document.activeElement === document.body) {
    const again = byId(focused) ?? sheetShown()?.querySelector(`g[data-id="${CSS.escape(focused)}"]`);
    again?.focus({ preventScroll: true });
  }
  later = () => {
    later = null;
    takeOver(parts.filter((part) => unseen(part) && !part.isConnected));
    refresh();
  };
  requestAnimationFrame(() => setTimeout(() => later?.()));
}

let wanted = ""; // the newest edition heard of
let asking = false;

function ask() {
  const shown = document.body.dataset.edition;
  if (asking || wanted === shown) return;
  asking = true;
  const request = new XMLHttpRequest();
  request.open("GET", "changes?since=" + encodeURIComponent(shown));
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
  const events = new EventSource("events");
  const tell = (text) => (byId("live").textContent = text);
  events.addEventListener("open", () => tell("live preview"));
  events.addEventListener("error", () => tell("live preview ended"));
  events.addEventListener("edition", (event) => {
    wanted = event.data;
    ask();
  });
});
