// A session that has ended, a connection that is cut: what was typed stays in the open page, and the sign-in is asked over it.
// Without script the server's answer carries what was typed (accounts/http.py).
const OVER = "/account/sign-in/over/";
const { person, noConnection, notDone } = document.body.dataset;

// In the dialog that is open, if one is: what lies behind it is out of reach.
const say = (words) => {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = words;
  const dialog = document.querySelector("dialog[open]");
  if (!dialog) return document.getElementById("toasts")?.replaceChildren(toast);
  dialog.querySelector(":scope > .toast")?.remove();
  toast.setAttribute("role", "alert");
  dialog.prepend(toast);
};

// Shows the dialog that the server drew; gives its fields once she sends them, or nothing if she leaves it.
const filled = async (answer) => {
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("dialog");
  const dialog = document.body.appendChild(document.adoptNode(drawn));
  dialog.showModal();
  (dialog.querySelector("[aria-invalid=true]") ?? dialog.querySelector("input:not([type=hidden])")).focus();
  const fields = await new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(null));
    dialog.querySelector("[data-leaves]").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      resolve(new FormData(event.target));
    });
  });
  dialog.remove();
  return fields;
};

const ask = async () => {
  const before = document.activeElement;
  let answer = await fetch(OVER);
  while (answer.status !== 204) {
    const fields = await filled(answer);
    before?.focus();
    if (!fields) return false;
    answer = await fetch(OVER, { method: "POST", body: fields });
    if (answer.status === 401) answer = await fetch(OVER); // its token had grown old too
  }
  if (person && answer.headers.get("X-Person") !== person) {
    location.reload(); // someone else: nothing is sent in her name
    return false;
  }
  const token = answer.headers.get("X-CSRFToken");
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
  return true;
};

// However many ask, one dialog. Whether they may go on; not, and it says so, where the server is out of reach.
let asking = null;
const isSignedIn = () => {
  asking ??= ask().catch(() => say(noConnection)).finally(() => (asking = null));
  return asking;
};

const sentAgain = new WeakSet();
document.addEventListener("htmx:responseError", async ({ detail: { xhr, requestConfig } }) => {
  const { verb, path, elt, target, triggeringEvent: event } = requestConfig;
  if (xhr.status !== 401) return say(notDone);
  if (sentAgain.delete(elt) || !(await isSignedIn())) return;
  sentAgain.add(elt);
  htmx.ajax(verb, path, { source: elt, target, event });
});
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && sentAgain.delete(detail.elt));
document.addEventListener("htmx:sendError", () => say(noConnection));

// A form that opens another page would take what was typed with it: it is sent once the server is there and knows her.
const waiting = new WeakSet();
const ready = new WeakSet();
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const plain = form.getAttribute("method")?.toLowerCase() === "post" && form.closest("main");
  if (!person || !plain || event.defaultPrevented || ready.delete(form)) return;
  event.preventDefault();
  if (waiting.has(form)) return;
  waiting.add(form);
  const mayGoOn = await isSignedIn();
  waiting.delete(form);
  if (!mayGoOn) return;
  ready.add(form);
  form.requestSubmit(event.submitter);
});
