// The page without this script is complete: figures, an entry for each element, tables. The script shows one figure and
// one entry at a time. What the reader has chosen is kept here, and refresh shows it anew after a live change.

document.documentElement.classList.add("js");

const chosen = {
  figure: "this", // the figure shown: overview, this, earlier, changes, or a part
  in: new Set(), // configurations chosen
  marks: new Set(), // statuses chosen
  view: null, // centre and scale of what is seen of the figure; null for the whole
};

let words = null; // what can be searched; see search.js

const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
// put gives an element an attribute, unless it has it so: a browser looks through the page again for one that did not change.
const put = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
const narrow = () => matchMedia("(max-width: 60rem)").matches;
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function refresh() {
  if (!byId("figures")) return; // a live preview of what could not be drawn yet
  indexEntries();
  showFigure(chosen.figure);
  words = null; // until somebody searches
}

document.addEventListener("DOMContentLoaded", () => {
  if (!byId("figures")) return;
  listenToZoom();
  listenToSelection();
  listenToFilter();
  listenToSearch();
  refresh();
  showOf(selected());
  measureRoom();
});
