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
    body.querySelector(".refusal")?.focus();
  } else if (dialog.open) {
    dialog.close();
    (document.getElementById(opener) ?? document.getElementById("main")).focus({ preventScroll: true });
  }
});
document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-closes-dialog]");
  const dialog = closer?.closest("dialog");
  if (!dialog) return;
  event.preventDefault();
  dialog.close();
});
// Half a date would be sent as none at all: the browser says so first.
document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((field) => field.validity?.badInput);
  if (!half) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  half.reportValidity();
}, true);
// What is ticked in a folded list is said on its fold.
document.addEventListener("change", ({ target }) => {
  const fold = target.closest(".ticks-fold");
  if (!fold) return;
  const ticked = [...fold.querySelectorAll("input:checked")].map((box) => box.closest("label").textContent.trim());
  fold.querySelector(".ticked").textContent = ` · ${ticked.join(", ") || fold.dataset.nothing}`;
});
