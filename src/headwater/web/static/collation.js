// The compare page with script: lines between passages that moved, columns that scroll together by their aligned
// sentences, and keys from difference to difference. Without it every passage that moved carries links to its place.

const root = document.querySelector("[data-collation]");
const panes = [...root.querySelectorAll(".pane")];
const SVG = "http://www.w3.org/2000/svg";

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

/** Where a thread leaves a cell towards another: the middle of the side that faces it, kept inside what is seen. */
function end(cell, towards, box) {
  const own = cell.getBoundingClientRect();
  const pane = cell.closest(".pane")?.getBoundingClientRect();
  const right = own.left < towards.left;
  let y = own.top + Math.min(own.height / 2, 20);
  if (pane) y = Math.min(Math.max(y, pane.top + 40), pane.bottom - 4);
  return [(right ? own.right : own.left) - box.left, y - box.top, right ? 1 : -1];
}

function draw() {
  const box = root.getBoundingClientRect();
  for (const { one, other, path } of drawn) {
    if (!one.offsetParent || !other.offsetParent) {
      path.removeAttribute("d");
      continue;
    }
    const [x1, y1, way] = end(one, other.getBoundingClientRect(), box);
    const [x2, y2, back] = end(other, one.getBoundingClientRect(), box);
    const reach = Math.max(18, Math.abs(x2 - x1) / 2);
    path.setAttribute("d", `M${x1} ${y1}C${x1 + way * reach} ${y1} ${x2 + back * reach} ${y2} ${x2} ${y2}`);
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

/** The row at the top of a column, and how far it has passed, 0 to 1. */
function topOf(pane) {
  const edge = pane.getBoundingClientRect().top + 44;
  const units = [...pane.querySelectorAll(".unit.pair")];
  const unit = units.find((one) => one.getBoundingClientRect().bottom > edge);
  if (!unit) return null;
  const box = unit.getBoundingClientRect();
  return { row: unit.dataset.row, passed: Math.max(0, (edge - box.top) / box.height), ahead: Math.max(0, box.top - edge) };
}

function follow(leader) {
  const top = topOf(leader);
  for (const pane of top && lock?.checked ? panes : []) {
    const unit = pane !== leader && pane.querySelector(`.unit.pair[data-row="${top.row}"]`);
    if (!unit) continue;
    const box = unit.getBoundingClientRect();
    pane.scrollTop += box.top + top.passed * box.height - pane.getBoundingClientRect().top - 44 - top.ahead;
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

// --- from difference to difference -------------------------------------------------------------------------------

const steps = document.querySelector(".steps");
const status = steps.querySelector("[role=status]");
const WANTED = { difference: "mark, ins, del", moved: ".cell.moved" };
let here = null;

/** What can be gone to now: in columns only what stands in the reader's column or, with none, in the second. */
function stops(kind) {
  const within = panes.length ? (leading ?? panes[1]) : root;
  const shown = (one) => one.offsetParent && getComputedStyle(one).textDecorationLine !== "none";
  const found = [...within.querySelectorAll(WANTED[kind])];
  return kind === "moved" ? found.filter((one) => one.offsetParent) : found.filter(shown);
}

function goTo(target, words) {
  if (!target) return;
  here = target;
  if (target.closest(".pane")) leading = target.closest(".pane");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  status.textContent = words;
}

function step(kind, by) {
  const all = stops(kind);
  const after = all.findIndex((one) => here && (one === here || here.compareDocumentPosition(one) & 4));
  const at = after < 0 ? (by > 0 ? 0 : all.length - 1) : all[after] === here || by < 0 ? after + by : after;
  const number = (at + all.length) % all.length;
  goTo(all[number], `${kind} ${number + 1} of ${all.length}`);
}

/** The sentence's place in the next text: the partner of what moved, else the same row's next cell. */
function pair() {
  const from = (here ?? document.activeElement)?.closest(".s, .cell.moved");
  const link = from?.closest(".cell.moved")?.querySelector(".remark a");
  const row = from?.closest("[data-row]")?.dataset.row;
  const cells = row ? [...root.querySelectorAll(`[data-row="${row}"] .s`)] : [...(from?.closest("tr")?.querySelectorAll(".s") ?? [])];
  const side = (one) => one.closest("[data-side]").dataset.side;
  const others = cells.filter((one) => side(one) !== side(from));
  goTo(link ? root.querySelector(link.hash) : (others.find((one) => side(one) > side(from)) ?? others[0]), "its pair");
}

const KEYS = { n: () => step("difference", 1), p: () => step("difference", -1), m: () => step("moved", 1), j: pair };

steps.addEventListener("click", (event) => {
  const { to, step: by } = event.target.closest("button")?.dataset ?? {};
  if (to) to === "pair" ? pair() : step(to, Number(by));
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
  if (plain && document.querySelector("#keys").checked && KEYS[event.key]) KEYS[event.key]();
});
document.addEventListener("click", (event) => {
  const tab = root.querySelector(event.target.closest("a[href^='#']")?.hash || "#none")?.closest(".pane");
  if (tab) root.querySelector(`#tab-${tab.dataset.side.toLowerCase()}`).checked = true;
});

root.append(threads);
steps.hidden = false;
draw();
addEventListener("resize", drawSoon);
addEventListener("toggle", drawSoon, true);
addEventListener("change", drawSoon);
document.fonts?.ready.then(drawSoon);
