// Shows what work that goes on behind tells, and leads on when it ends. The page stands without this file: it then asks
// again by itself. The server sends `told` (words), `done` (the address of what came of it, or nothing) and `failed`.

/** Follow the work of one element with `data-events`; with `data-stay` its page is loaded anew when the work ends. */
function follow(work) {
  const told = work.querySelector(".told bdi");
  const events = new EventSource(work.dataset.events);
  events.addEventListener("told", (event) => {
    told.textContent = event.data;
  });
  events.addEventListener("done", (event) => {
    events.close();
    leadTo("stay" in work.dataset ? "" : event.data);
  });
  events.addEventListener("failed", () => {
    events.close();
    location.reload();
  });
  events.addEventListener("error", () => {
    // Cut off for good: the room was closed, or does not know the work any more. A break heals by itself.
    if (events.readyState === EventSource.CLOSED) told.textContent = "The room does not answer; is headwater serve running?";
  });
}

/** Go to a page of this room; with no address, or the one that is shown, this page is loaded anew. */
function leadTo(address) {
  const target = new URL(address || location.href, location.href);
  const here = target.pathname === location.pathname && target.search === location.search;
  if (here || target.origin !== location.origin) location.reload();
  else location.replace(target.href);
}

document.querySelectorAll("[data-events]").forEach(follow);
