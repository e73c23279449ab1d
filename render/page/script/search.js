// Search by word: every word must stand in the entry, at the start of a word of its texts, accents and case aside.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// indexWords keeps, for each entry of this version, its title and texts.
function indexWords() {
  words = all("#details > article.entry:not([data-earlier]):not(.overview)").map((entry) => {
    const texts = all("h2, .text, .notice, dd, blockquote, .said, .effect", entry).map((part) => part.textContent.trim());
    return { entry, title: fold(texts[0]), texts, folded: texts.map(fold) };
  });
}

// inText says whether a word stands at the start of a text, or after what is no letter and no digit.
function inText(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

function found(query) {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return null;
  if (!words) indexWords();
  const weight = ({ title, folded }) => {
    const inTitle = asked.filter((word) => inText(title, word)).length;
    const anywhere = asked.every((word) => folded.some((text) => inText(text, word)));
    return anywhere ? 1 + inTitle : 0;
  };
  const hits = words.map((word) => ({ ...word, weight: weight(word) })).filter((hit) => hit.weight > 0);
  hits.sort((a, b) => b.weight - a.weight);
  for (const hit of hits) {
    hit.says = hit.texts.find((text, i) => i > 0 && asked.some((word) => inText(hit.folded[i], word))) ?? hit.texts[1];
  }
  return hits;
}

const mostHits = 30;

function showHits() {
  const hits = found(byId("query").value);
  const list = byId("hits");
  const said = byId("query").dataset;
  list.replaceChildren();
  list.hidden = !hits || hits.length === 0;
  byId("hits-count").textContent = !hits ? "" : hits.length === 0 ? said.none : said.found.replace("{1}", hits.length);
  for (const { entry, texts, says } of (hits ?? []).slice(0, mostHits)) {
    const link = document.createElement("a");
    link.href = "#" + entry.id;
    const sort = document.createElement("span");
    sort.className = "note";
    sort.textContent = entry.querySelector(".sort").textContent.trim();
    link.append(texts[0], " ", sort);
    if (says) {
      const line = document.createElement("span");
      line.className = "says";
      line.textContent = says;
      link.append(line);
    }
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
}

function clearSearch() {
  byId("query").value = "";
  showHits();
}

function listenToSearch() {
  const query = byId("query"), list = byId("hits");
  query.addEventListener("input", showHits);
  query.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) first.click();
    else if (event.key === "ArrowDown" && first) first.focus();
    else if (event.key === "Escape") clearSearch();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) clearSearch();
  });
  list.addEventListener("keydown", (event) => {
    const links = all("a", list), at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp") (links[at - 1] ?? query).focus();
    else if (event.key === "Escape") { clearSearch(); query.focus(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("search")) list.hidden = true;
  });
  query.addEventListener("focus", showHits);
}
