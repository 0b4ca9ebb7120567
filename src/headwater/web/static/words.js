/* Words on demand: a fold (<details>) whose body is a link to it fetches it when it is first opened. Without this script
   the link leads to the same words on a page of their own. Where the server answers with an error the link stays. */

const bodyOf = (fold) => fold.querySelector(":scope > .fetch");

function open(fold) {
  const body = bodyOf(fold);
  if (!body || body.dataset.asked) return;
  body.dataset.asked = "yes";
  htmx.ajax("GET", body.querySelector("a").href, { source: body, target: body, swap: "outerHTML" });
}

/* "toggle" does not bubble; it is caught on its way down. */
document.addEventListener("toggle", (event) => { if (event.target.open) open(event.target); }, true);

/* A fold that the server sent open, or that the address leads into, is fetched at once. */
const shown = () => document.querySelectorAll("details[open]").forEach(open);
addEventListener("load", shown);
