// The article page, where there is script: layers are remembered in the address, a mark opens its note beside the text
// without another page, an anchor that no mark has is asked of the server, and selected words get a link of their own.
// Offsets are code points of the article's text: paragraphs say where they start, a character that is written out is one.

const text = document.getElementById("text");
const told = document.getElementById("told");
const form = document.querySelector("form.layers");
const picked = document.getElementById("picked");
const words = /^#w(\d+-\d+)$/;

function remember(change) {
  const address = new URL(location.href);
  change(address);
  address.search = address.search.replaceAll("%2C", ","); // as people write them
  history.replaceState(history.state, "", address);
}

function chosenLayers() {
  return form ? [...form.querySelectorAll("input:checked")].map((box) => box.value) : [];
}

function switched() {
  if (form.querySelector("p.meta")) return form.submit(); // so long that the server holds the rest back
  const layers = chosenLayers().join(",");
  remember((address) => address.searchParams.set("layers", layers));
}

// The link of the innermost mark around a place whose layer is on; null where there is none.
function markAt(place) {
  const on = new Set(chosenLayers());
  for (let mark = place.closest("[data-at]"); mark; mark = mark.parentElement.closest("[data-at]")) {
    const link = [...mark.classList].some((name) => on.has(name.slice(2)));
    if (link) return mark;
  }
  return null;
}

function light(place) {
  for (const mark of text.querySelectorAll(".lit")) mark.classList.remove("lit");
  for (const mark of text.querySelectorAll(`[data-at="${place}"]`)) mark.classList.add("lit");
}

async function tell(place) {
  const address = new URL(told.dataset.words, location.href);
  address.pathname = address.pathname.replace(/0-0$/, place);
  address.searchParams.set("layers", chosenLayers().join(","));
  light(place);
  remember((here) => {
    here.searchParams.set("at", place);
    here.hash = `w${place}`;
  });
  await window.htmx.ajax("GET", address.pathname + address.search, { target: "#told", swap: "innerHTML" });
}

function clicked(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !told.dataset.words || !window.htmx) return;
  if (!getSelection().isCollapsed) return;
  const link = event.target.closest("a.ref, .slug a");
  const place = link ? new URL(link.href).searchParams.get("at") : markAt(event.target)?.dataset.at;
  if (!place) return;
  event.preventDefault();
  tell(place);
}

function codePoints(fragment) {
  let amount = 0;
  const walk = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const odd = walk.currentNode.parentElement?.classList.contains("odd");
    amount += odd ? 1 : [...walk.currentNode.data].length;
  }
  return amount;
}

// The offset of a place in the text; null outside it.
function offset(node, within) {
  const holder = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const paragraph = holder.closest("p[data-start]");
  if (!paragraph || !text.contains(paragraph)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, within);
  return Number(paragraph.dataset.start) + codePoints(before.cloneContents());
}

function selected() {
  const chosen = getSelection();
  const range = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
  const start = range && offset(range.startContainer, range.startOffset);
  const end = range && offset(range.endContainer, range.endOffset);
  const ready = start !== null && end !== null && start < end;
  picked.classList.toggle("ready", ready);
  if (!ready) return;
  const address = new URL(location.href);
  address.searchParams.set("at", `${start}-${end}`);
  address.searchParams.set("layers", chosenLayers().join(","));
  address.hash = `w${start}-${end}`;
  picked.querySelector("a").href = address;
}

// An anchor that the page has not: the server marks these words.
function asked() {
  const place = words.exec(location.hash)?.[1];
  if (!place) return;
  if (document.getElementById(`w${place}`)) return light(place);
  const address = new URL(location.href);
  if (address.searchParams.get("at") === place) return;
  address.searchParams.set("at", place);
  location.replace(address);
}

form?.addEventListener("change", switched);
text.addEventListener("click", clicked);
document.addEventListener("selectionchange", selected);
addEventListener("hashchange", asked);
picked.querySelector("button").addEventListener("click", () => navigator.clipboard.writeText(picked.querySelector("a").href));
asked();
if (!location.hash) text.querySelector(".lit")?.scrollIntoView({ block: "center" });
