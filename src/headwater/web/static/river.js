// The river in the room: pointing at an article or a stream, or coming to it by keyboard, lights up what flows through
// it and says in the line below what was taken, how much and with which verdict. Arrow keys walk the river: up and down
// from row to row, left to the source, right to what was taken from it. The picture works as links without this.

const SVG = "svg.river:not(.key)";

/** Who took from whom in one picture: by the number of a row its streams on either side. */
function graphOf(picture) {
  const flows = [...picture.querySelectorAll("a.flow")];
  const ends = flows.map((flow) => ({
    stream: flow.dataset.stream,
    from: flow.dataset.from,
    to: flow.dataset.to,
    whole: picture.querySelector(`.stream[data-stream="${flow.dataset.stream}"]`) !== null,
  }));
  return {
    into: (row) => ends.filter((each) => each.to === row),
    out: (row) => ends.filter((each) => each.from === row),
    of: (stream) => ends.filter((each) => each.stream === stream),
  };
}

/** What flows through a row: all that it came from and all that came from it, streams and rows. */
function through(graph, row) {
  const rows = new Set([row]);
  const streams = new Set();
  const follow = (start, next, end) => {
    const waiting = [start];
    while (waiting.length) {
      for (const each of next(waiting.pop())) {
        streams.add(each.stream);
        if (!rows.has(each[end]) && each.whole) waiting.push(each[end]);
        rows.add(each[end]);
      }
    }
  };
  follow(row, graph.into, "from");
  follow(row, graph.out, "to");
  return { rows, streams };
}

/** The rows and streams that belong to what is pointed at. */
function litBy(graph, link) {
  if (link.dataset.node !== undefined) return through(graph, link.dataset.node);
  const [flow] = graph.of(link.dataset.stream);
  return { rows: new Set([flow.from, flow.to]), streams: new Set([flow.stream]) };
}

/** The name of a link, and for an article what it took from where. */
function toldOf(picture, graph, link) {
  const name = (each) => each.querySelector("title").textContent;
  if (link.dataset.node === undefined) return name(link);
  const took = graph.into(link.dataset.node).map((each) => picture.querySelector(`a.flow[data-stream="${each.stream}"]`));
  return [name(link), ...took.map(name)].join(". ");
}

function lighten(picture, graph, told, link) {
  const { rows, streams } = litBy(graph, link);
  picture.classList.add("told");
  for (const part of picture.querySelectorAll("[data-node], path[data-stream]")) {
    const lit = part.dataset.node !== undefined ? rows.has(part.dataset.node) : streams.has(part.dataset.stream);
    part.classList.toggle("lit", lit);
  }
  told.textContent = `${toldOf(picture, graph, link)}.`;
  told.classList.add("told");
}

function darken(picture) {
  picture.classList.remove("told");
  for (const part of picture.querySelectorAll(".lit")) part.classList.remove("lit");
}

/** Where an arrow key leads from a link: to the link of another row, null where there is none. */
function stepFrom(picture, graph, link, key) {
  const nodes = [...picture.querySelectorAll("a[data-node]")];
  const node = (row) => nodes.find((each) => each.dataset.node === row) ?? null;
  const here = link.dataset.node ?? graph.of(link.dataset.stream)[0].to;
  const first = (found) => found.sort((one, other) => other.whole - one.whole)[0];
  if (key === "ArrowLeft") return node(first(graph.into(here))?.from);
  if (key === "ArrowRight") return node(first(graph.out(here))?.to);
  const place = nodes.indexOf(node(here)) + (key === "ArrowDown" ? 1 : -1);
  return nodes[place] ?? null;
}

function enliven(picture, told) {
  const graph = graphOf(picture);
  const linkOf = (event) => event.target.closest("a.node, a.flow");
  const tell = (event) => linkOf(event) && lighten(picture, graph, told, linkOf(event));
  const leave = () => {
    const focused = picture.querySelector("a:focus-visible");
    darken(picture);
    if (focused) lighten(picture, graph, told, focused);
  };
  picture.addEventListener("pointerover", tell);
  picture.addEventListener("pointerleave", leave);
  picture.addEventListener("focusin", tell);
  picture.addEventListener("focusout", () => darken(picture));
  picture.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") || !linkOf(event)) return;
    event.preventDefault();
    stepFrom(picture, graph, linkOf(event), event.key)?.focus();
  });
}

for (const figure of document.querySelectorAll("figure.picture")) {
  const told = figure.querySelector(".river-told");
  for (const picture of told ? figure.querySelectorAll(SVG) : []) enliven(picture, told);
}
