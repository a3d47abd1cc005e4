// What was typed a moment ago and is not kept yet goes to the server as she leaves the page.
const fresh = new Set();
const keeper = (form) => form?.querySelector("[data-keeps]");
document.addEventListener("input", ({ target }) => keeper(target.form) && fresh.add(target.form));
document.addEventListener("submit", ({ target }) => fresh.delete(target));
document.addEventListener("htmx:beforeRequest", ({ detail }) => fresh.delete(detail.elt.closest("form")));
document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  if (!successful && elt.matches("[data-keeps]")) fresh.add(elt.closest("form"));
});
addEventListener("pagehide", () => {
  for (const form of fresh) navigator.sendBeacon(keeper(form).getAttribute("hx-post"), new FormData(form));
});
