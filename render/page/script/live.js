// The live preview: what changed replaces what was in the page, and leaves what the reader chose.

// The preview's own pages are all that may become markup; the policy allows this name alone, and once.
const sent = { createHTML: (html) => html };
const trusted = window.trustedTypes?.createPolicy("icamo-preview", sent) ?? sent;

// arrange has a region hold the parts that it is to hold, in order.
function arrange(region, fresh) {
  const ids = region.dataset.holds.split(" ").filter(Boolean);
  byId(region.dataset.region).replaceChildren(...ids.map((id) => fresh.get(id) ?? byId(id)));
}

// patch gives a figure what another drawing of it has otherwise: to lay all of it out again takes longer than all else here. A group
// that stays as it is may be sent as an empty one.
function patch(figure, fresh) {
  enliven(fresh); // as the one shown is
  const svg = figure.querySelector("svg"), drawn = fresh.querySelector("svg");
  const was = [...svg.children], now = [...drawn.children];
  if (was.length !== now.length) return figure.replaceWith(fresh);
  figure.querySelector("figcaption").replaceWith(fresh.querySelector("figcaption"));
  for (const { name, value } of drawn.attributes) if (name !== "viewBox") put(svg, name, value);
  svg.dataset.box = drawn.getAttribute("viewBox");
  was.forEach((group, i) => {
    if ("same" in now[i].dataset) return;
    for (const chosen of ["faded", "selected"]) if (group.classList.contains(chosen)) now[i].classList.add(chosen);
    if (group.hasAttribute("aria-current")) put(now[i], "aria-current", group.getAttribute("aria-current"));
    if (!group.isEqualNode(now[i])) group.replaceWith(now[i]);
  });
}

function showChanges(html) {
  const news = new DOMParser().parseFromString(trusted.createHTML(html), "text/html");
  const regions = all("[data-region]", news);
  if (regions.some((region) => !byId(region.dataset.region))) return location.reload(); // nothing was drawn before
  const fresh = new Map(all("body > [id]", news).map((part) => [part.id, document.adoptNode(part)]));
  const scrolled = byId("details")?.scrollTop;
  const focused = document.activeElement?.dataset.id ?? document.activeElement?.id;
  document.title = news.title;
  put(document.documentElement, "lang", news.documentElement.lang);
  const patched = (part) => part.querySelector("g[data-same]") || (regions.length === 0 && part.id === figureShown()?.id);
  const drawn = [...fresh.values()].filter(patched);
  for (const [id, part] of fresh) if (!drawn.includes(part)) byId(id)?.replaceWith(part);
  for (const region of regions) arrange(region, fresh);
  if (drawn.length > 0) indexEntries();
  for (const figure of drawn) patch(byId(figure.id), figure);
  refresh();
  if (scrolled) byId("details").scrollTop = scrolled;
  if (focused && document.activeElement === document.body) {
    const again = byId(focused) ?? figureShown()?.querySelector(`g[data-id="${CSS.escape(focused)}"]`);
    again?.focus({ preventScroll: true });
  }
}

const waiting = []; // changes to show, one after another
const frames = 100; // some frames, in milliseconds: for what was shown first to come on the screen

function showNext() {
  setTimeout(() => {
    waiting.shift();
    if (waiting.length > 0) showNext();
  }, frames);
  showChanges(waiting[0]);
}

// This comes before the page's own start, which changes what came.
document.addEventListener("DOMContentLoaded", () => {
  const events = new EventSource("events?since=" + document.body.dataset.edition);
  const tell = (text) => (byId("live").textContent = text);
  events.addEventListener("open", () => tell(byId("live").dataset.runs));
  events.addEventListener("error", () => tell(byId("live").dataset.ended));
  events.addEventListener("changes", (event) => {
    if (waiting.push(event.data) === 1) showNext();
  });
});
