// Files can be dropped anywhere on the page for adding; they come into its field for files, which works without this.

const form = document.querySelector("form[data-most]");
const field = form?.elements.namedItem("files");
const said = form?.querySelector("[data-files]");
const hint = said?.textContent;

/** A size as a reader says it. */
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Say what was chosen, and whether it is more than is taken at once; the server would cut that off on the way. */
function tell() {
  const bytes = [...field.files].reduce((sum, file) => sum + file.size, 0);
  const most = Number(form.dataset.most);
  const many = `${field.files.length} ${field.files.length === 1 ? "file" : "files"}, ${size(bytes)}`;
  const over = bytes > most ? `${many}: more than ${size(most)} at once; add them in parts, or with headwater add.` : "";
  field.setCustomValidity(over);
  said.textContent = over || (field.files.length ? many : hint);
}

/** Put dropped files beside those that were chosen before. A folder comes as a file that cannot be read, and is left. */
function take(dropped) {
  const all = new DataTransfer();
  [...field.files, ...dropped].forEach((file) => all.items.add(file));
  field.files = all.files;
  tell();
}

const brings = (event) => event.dataTransfer?.types.includes("Files");

if (field) {
  field.addEventListener("change", tell);
  addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!brings(event)) return;
    event.preventDefault();
    take([...event.dataTransfer.items].filter((item) => !item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile()).filter(Boolean));
  });
}
