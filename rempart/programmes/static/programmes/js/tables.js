// A table of Word keeps its cells when pasted: its HTML goes along, until someone types. Ours is copied as a table and as text.
document.addEventListener("paste", (event) => {
  const field = event.target.closest?.("[data-takes-html]");
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!field || !/<table/i.test(html)) return;
  const isWord = /office:word/i.test(html) || !event.clipboardData.getData("text/plain").includes("\t");
  setTimeout(() => (document.getElementById(field.dataset.takesHtml).value = isWord ? html : ""));
});
document.addEventListener("input", (event) => {
  const field = event.target.closest?.("[data-takes-html]");
  if (field) document.getElementById(field.dataset.takesHtml).value = "";
});
for (const button of document.querySelectorAll("[data-copies]")) button.hidden = !window.ClipboardItem;
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const said = document.getElementById(`${button.dataset.copies}-says`);
  const fetched = (form, type) => fetch(`${button.dataset.from}${form}/`).then(async (answer) => new Blob([await answer.text()], { type }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": fetched("tsv", "text/plain"), "text/html": fetched("html", "text/html") })]);
    said.textContent = button.dataset.done;
  } catch {
    said.textContent = button.dataset.failed;
  }
});
