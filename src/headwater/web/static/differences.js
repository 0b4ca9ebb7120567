// The compare page by keyboard: n and p to the next and the previous difference, m to the next passage that moved, j to
// the same place in the other text; the buttons do the same, and the keys can be turned off. Without script the links do.

const root = document.querySelector("[data-collation]");
const panes = [...root.querySelectorAll(".pane")];

const steps = document.querySelector(".steps");
const status = steps.querySelector("[role=status]");
const WANTED = {
  difference: '[data-side]:not([data-side="A"]) :is(mark, ins, del), [data-side="A"] del',
  moved: ".cell.moved:has(.s)",
};
let here = null; // where the reader was led last
let pane = panes[1]; // the column that the reader works in, where there are columns

/** What can be gone to now: what is marked in a text beside the base, and what the base alone has. */
function stops(kind) {
  const marked = (one) => kind === "moved" || getComputedStyle(one).textDecorationLine !== "none";
  const within = (one) => !pane || pane.contains(one) || kind === "moved";
  return [...root.querySelectorAll(WANTED[kind])].filter((one) => one.offsetParent && within(one) && marked(one));
}

function goTo(target, words) {
  if (!target) return;
  here = target;
  pane = target.closest(".pane") ?? pane;
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
for (const each of panes) each.addEventListener("pointerdown", () => (pane = each));
steps.hidden = false;
