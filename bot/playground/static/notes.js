// Toasts, alerts and questions.

import { byId, el } from "./dom.js";
import { say } from "./words.js";

const SHOWN = 3500;

/** Say something in passing. */
export function toast(text) {
  const note = el("p", { class: "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.classList.add("gone"), SHOWN);
  setTimeout(() => note.remove(), SHOWN + 400);
}

/** Say something that must be dismissed. */
export function alertBox(text) {
  return open(text, say("alertOk"), null);
}

/** Ask; the answer is true or false. */
export function ask(text, yes) {
  return open(text, yes, say("cancel"));
}

function open(text, yes, no) {
  const dialog = byId("dialog");
  if (dialog.open) dialog.close("no");
  byId("question").textContent = text;
  byId("dialog-yes").textContent = yes;
  byId("dialog-no").textContent = no ?? "";
  byId("dialog-no").hidden = no === null;
  dialog.returnValue = "no";
  dialog.showModal();
  byId("dialog-yes").focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
  });
}

/** Show a picture large. */
export function enlarge(address, alt) {
  const dialog = byId("picture");
  const picture = dialog.querySelector("img");
  picture.src = address;
  picture.alt = alt;
  dialog.showModal();
}

byId("picture").addEventListener("click", (event) => {
  if (event.target === event.currentTarget || event.target.matches("img")) event.currentTarget.close();
});
