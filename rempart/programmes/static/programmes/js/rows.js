// A row's form opens over the page as soon as it has come, and leaves once its row is saved.
let opener = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, target } = event.detail;
  if (target?.id === "row-body" && !elt.closest("dialog")) opener = elt.id;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const body = document.getElementById("row-body");
  if (!body || event.detail.target !== body) return;
  const dialog = body.closest("dialog");
  if (body.firstElementChild) {
    if (!dialog.open) dialog.showModal();
    body.querySelector("[data-refusal]")?.focus();
  } else if (dialog.open) {
    dialog.close();
    document.getElementById(opener)?.focus();
  }
});
document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-closes-dialog]");
  const dialog = closer?.closest("dialog");
  if (!dialog) return;
  event.preventDefault();
  dialog.close();
});
