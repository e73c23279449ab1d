// The filter: which version's figure is shown, and which configurations and statuses stand out in it.

function showFigure(name) {
  const figures = all(".figure");
  if (!figures.some((figure) => figure.dataset.shows === name)) name = (figures.find((figure) => figure.dataset.shows === "this") ?? figures[0]).dataset.shows;
  chosen.figure = name;
  for (const figure of figures) figure.toggleAttribute("hidden", figure.dataset.shows !== name);
  enliven(figureShown());
  measureFigures();
  for (const button of all("#versions button")) put(button, "aria-pressed", String(button.dataset.shows === name));
  for (const chip of all("#chips .chip[data-group='in']")) chip.hidden = "earlier" in chip.dataset !== (name === "earlier");
  for (const group of ["in", "marks"]) {
    const keys = chipsShown().filter((chip) => chip.dataset.group === group).map((chip) => chip.dataset.key);
    for (const key of chosen[group]) if (!keys.includes(key)) chosen[group].delete(key);
  }
  applyZoom();
  showFilter();
  showSelected();
}

const chipsShown = () => all("#chips .chip:not([hidden])");

function showFilter() {
  for (const button of all("#chips .chip")) {
    const own = ownFigure(button);
    put(button, "aria-pressed", String(own ? own === figureShown() : chosen[button.dataset.group].has(button.dataset.key)));
  }
  byId("clear").hidden = chosen.in.size + chosen.marks.size === 0;
  const meets = (keys, has) => keys.size === 0 || has.split(" ").some((key) => keys.has(key));
  for (const group of all("g[data-anchor]")) {
    const entry = byId(group.dataset.anchor);
    if (!entry) continue; // a live change has taken it, and is about to take this figure
    const out = meets(chosen.in, entry.dataset.in) && meets(chosen.marks, entry.dataset.marks);
    group.classList.toggle("faded", !out);
  }
}

const anchorOf = (chip) => ("earlier" in chip.dataset ? "earlier." : "") + "configuration." + chip.dataset.key;

// ownFigure is that of the configuration of a chip, which chooses it.
const ownFigure = (chip) => chip.dataset.group === "in" && all(".figure[data-of]").find((figure) => figure.dataset.of === anchorOf(chip));

function listenToFilter() {
  byId("figures").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.shows) return showFigure(button.dataset.shows);
    if (button.id === "clear") {
      chosen.in.clear();
      chosen.marks.clear();
      showFilter();
      chipsShown()[0].focus();
      return;
    }
    if (!button.dataset.key) return;
    if (ownFigure(button)) return select(anchorOf(button));
    const keys = chosen[button.dataset.group];
    if (!keys.delete(button.dataset.key)) {
      keys.add(button.dataset.key);
      if (button.dataset.group === "in") select(anchorOf(button));
    }
    showFilter();
  });
}
