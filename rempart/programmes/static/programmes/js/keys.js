// Keys of a row of the framework, while the focus is in it; each is a button too, under the row's three dots.
const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "deeper", ArrowLeft: "higher" };
const BELOW = { objectives: "outputs", outputs: "activities", activities: "indicators" };
const post = (link, noun, values) => htmx.ajax("POST", `${link.pathname}${noun}/`, { source: link, target: "#framework", values });
const wayOf = (key) => WAYS[document.dir === "rtl" ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] ?? key : key];
const beside = (row, key) => (key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling);

function act(event, row, link) {
  if (event.altKey) return wayOf(event.key) && post(link, "shift", { way: wayOf(event.key) });
  if (WAYS[event.key] && !/Left|Right/.test(event.key)) return beside(row, event.key)?.querySelector("[id^=change-]")?.focus() ?? true;
  if (event.key === "c") return post(link, "copy", {});
  const [, base, kind, key] = link.pathname.match(/(.*\/rows\/)([^/]+)\/([^/]+)\/$/);
  if (event.key !== "n" || !BELOW[kind]) return false;
  return htmx.ajax("GET", `${base}${BELOW[kind]}/add/?parent=${kind}.${key}`, { source: link, target: "#row-body" });
}
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".tree tr[id]");
  const link = row?.querySelector("[id^=change-]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
  if (act(event, row, link)) event.preventDefault();
});
// The framework came anew: what was open over it closes, and the focus stays on the row.
document.addEventListener("framework:at", (event) => {
  document.querySelector("dialog[data-holds-row][open]")?.close();
  (document.getElementById(`change-${event.detail.key}`) ?? document.getElementById("framework-title"))?.focus();
});
