// The compare page with script: lines between passages that moved, and columns that scroll together by their aligned
// sentences. Without it every passage that moved carries links to its place, and the columns scroll by themselves.

const root = document.querySelector("[data-collation]");
const panes = [...root.querySelectorAll(".pane")];
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 44; // pixels at the top of a column that its name takes

// --- lines between passages that moved ---------------------------------------------------------------------------

/** Each passage that moved with the cell its first link leads to, every two once. */
function movedPairs() {
  const found = new Map();
  for (const cell of root.querySelectorAll(".cell.moved")) {
    const target = root.querySelector(cell.querySelector(".remark a")?.hash || "#none")?.closest(".cell");
    if (!target || !cell.querySelector(".s")) continue;
    const key = [cell, target].map((one) => one.querySelector(".s").id).sort().join(" ");
    if (!found.has(key)) found.set(key, [cell, target]);
  }
  return [...found.values()];
}

const threads = document.createElementNS(SVG, "svg");
threads.setAttribute("class", "threads");
threads.setAttribute("aria-hidden", "true");
const drawn = movedPairs().map(([one, other]) => {
  const path = document.createElementNS(SVG, "path");
  threads.append(path);
  const light = (on) => () => path.classList.toggle("lit", on);
  for (const cell of [one, other]) {
    for (const event of ["mouseenter", "focusin"]) cell.addEventListener(event, light(true));
    for (const event of ["mouseleave", "focusout"]) cell.addEventListener(event, light(false));
  }
  return { one, other, path };
});

/** Where a thread leaves a cell towards another: the side that faces it, kept inside the part of a column that shows. */
function end(cell, towards, box) {
  const own = cell.getBoundingClientRect();
  const pane = cell.closest(".pane")?.getBoundingClientRect();
  const right = own.left < towards.left;
  const y = own.top + Math.min(own.height / 2, 20);
  const seen = pane ? Math.min(Math.max(y, pane.top + EDGE), pane.bottom - 4) : y;
  return { x: (right ? own.right : own.left) - box.left, y: seen - box.top, way: right ? 1 : -1, shows: seen === y };
}

function draw() {
  const box = root.getBoundingClientRect();
  for (const { one, other, path } of drawn) {
    const from = end(one, other.getBoundingClientRect(), box);
    const to = end(other, one.getBoundingClientRect(), box);
    const reach = Math.max(18, Math.abs(to.x - from.x) / 2);
    const line = `M${from.x} ${from.y}C${from.x + from.way * reach} ${from.y} ${to.x + to.way * reach} ${to.y} ${to.x} ${to.y}`;
    path.setAttribute("d", one.offsetParent && other.offsetParent && (from.shows || to.shows) ? line : "");
  }
}

let waiting = 0;
function drawSoon() {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    draw();
  });
}

// --- columns that scroll together --------------------------------------------------------------------------------

let leading = null; // the column that the reader moves; the others follow and do not lead in turn
const lock = document.querySelector("#lock");

/** The aligned sentences of a column from the one at its top on. */
function fromTop(pane) {
  const edge = pane.getBoundingClientRect().top + EDGE;
  const units = [...pane.querySelectorAll(".unit.pair")];
  return units.slice(Math.max(0, units.findLastIndex((one) => one.getBoundingClientRect().top <= edge + 1)));
}

/** Scroll the other columns so that the first sentence that they share with the leader stands as high as there. */
function follow(leader) {
  const units = lock?.checked ? fromTop(leader) : [];
  const top = leader.getBoundingClientRect().top;
  for (const pane of panes) {
    const at = (unit) => pane.querySelector(`.unit.pair[data-row="${unit.dataset.row}"]`);
    const unit = pane === leader ? null : units.find(at);
    if (!unit) continue;
    const [ours, theirs] = [unit, at(unit)].map((one) => one.getBoundingClientRect());
    const passed = Math.max(0, top + EDGE - ours.top) * (theirs.height / ours.height - 1);
    pane.scrollTop += theirs.top + passed - ours.top;
  }
}

for (const pane of panes) {
  for (const event of ["wheel", "touchstart", "pointerdown", "keydown", "focusin"]) {
    pane.addEventListener(event, () => (leading = pane), { passive: true });
  }
  pane.addEventListener("scroll", () => {
    if (pane === (leading ?? panes[0])) follow(pane);
    drawSoon();
  }, { passive: true });
}

// A link to a sentence in a column that is folded away (narrow screens) opens that column.
document.addEventListener("click", (event) => {
  const tab = root.querySelector(event.target.closest("a[href^='#']")?.hash || "#none")?.closest(".pane");
  if (tab) root.querySelector(`#tab-${tab.dataset.side.toLowerCase()}`).checked = true;
});

root.append(threads);
draw();
addEventListener("resize", drawSoon);
addEventListener("toggle", drawSoon, true);
addEventListener("change", drawSoon);
document.fonts?.ready.then(drawSoon);
