// Picking out: which version's figure is shown, and which configurations and statuses stand out in it.

function showFigure(name) {
  const sheets = all(".sheet");
  if (!sheets.some((sheet) => sheet.dataset.shows === name)) name = sheets[0].dataset.shows;
  chosen.figure = name;
  for (const sheet of sheets) sheet.hidden = sheet.dataset.shows !== name;
  enliven(sheetShown());
  for (const button of all("#versions button")) button.setAttribute("aria-pressed", String(button.dataset.shows === name));
  for (const chip of all("#chips .chip[data-group='in']")) chip.hidden = "earlier" in chip.dataset !== (name === "earlier");
  for (const group of ["in", "marks"]) {
    const keys = chipsShown().filter((chip) => chip.dataset.group === group).map((chip) => chip.dataset.key);
    for (const key of chosen[group]) if (!keys.includes(key)) chosen[group].delete(key);
  }
  applyZoom();
  showPicked();
  showSelected();
}

const chipsShown = () => all("#chips .chip:not([hidden])");

function showPicked() {
  for (const button of all("#chips .chip")) {
    button.setAttribute("aria-pressed", String(chosen[button.dataset.group].has(button.dataset.key)));
  }
  byId("clear").hidden = chosen.in.size + chosen.marks.size === 0;
  const meets = (picked, has) => picked.size === 0 || has.split(" ").some((key) => picked.has(key));
  for (const group of all("g[data-anchor]")) {
    const entry = byId(group.dataset.anchor);
    if (!entry) continue; // a live change has taken it, and is about to take this figure
    const out = meets(chosen.in, entry.dataset.in) && meets(chosen.marks, entry.dataset.marks);
    group.classList.toggle("faded", !out);
  }
}

function listenToPicks() {
  byId("figures").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.shows) return showFigure(button.dataset.shows);
    if (button.id === "clear") {
      chosen.in.clear();
      chosen.marks.clear();
      showPicked();
      chipsShown()[0].focus();
      return;
    }
    if (!button.dataset.key) return;
    const picked = chosen[button.dataset.group];
    if (!picked.delete(button.dataset.key)) {
      picked.add(button.dataset.key);
      if (button.dataset.group === "in") select(("earlier" in button.dataset ? "earlier." : "") + "configuration." + button.dataset.key);
    }
    showPicked();
  });
}
