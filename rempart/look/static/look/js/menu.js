// A menu closes when one clicks or tabs elsewhere, and on Escape, which gives the focus back. Without script its button closes it.
const close = (except) => document.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(except) || (menu.open = false));

document.addEventListener("click", (event) => close(event.target));
document.addEventListener("focusin", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
