// Where the reader writes: text of several lines, and files that are picked, dropped or pasted.

import { byId, el, icon } from "./dom.js";
import { toast } from "./notes.js";
import { say, size } from "./words.js";

const LONGEST = 4096;
const CAPTION = 1024;
const LARGEST = 50000000;

export class Composer {
  /** `send(text, file)` resolves when it is sent; `menu` is the list of commands, which gets the keys first. */
  constructor(send, menu) {
    this.send = send;
    this.menu = menu;
    this.file = null;
    this.text = byId("text");
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.text.addEventListener("input", () => this.#changed());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("blur", () => setTimeout(() => this.#leave(), 150));
    this.#files();
    this.#changed();
  }

  focus() {
    if (matchMedia("(pointer: fine)").matches) this.text.focus();
  }

  /** Put a text into the field in place of what stands there. */
  put(text) {
    this.text.value = text;
    this.text.focus();
    this.#changed();
  }

  /** Write the hints again, in another language. */
  redraw() {
    this.#changed();
    this.attach(this.file);
  }

  attach(file) {
    if (file && file.size > LARGEST) {
      toast(say("tooLarge"));
      return;
    }
    this.file = file;
    const place = byId("attached");
    for (const old of place.querySelectorAll("img")) URL.revokeObjectURL(old.src);
    place.replaceChildren();
    place.hidden = !file;
    if (file) {
      const name = file.name || say("photo");
      const picture = file.type.startsWith("image/");
      const drop = () => {
        this.attach(null);
        this.text.focus();
      };
      place.append(
        picture ? el("img", { src: URL.createObjectURL(file), alt: "" }) : el("span", { class: "sheet" }, icon("file")),
        el("span", { class: "facts" }, el("b", {}, name), el("span", {}, size(file.size))),
        el("button", { type: "button", class: "round", "aria-label": say("remove", { name }), click: drop }, icon("close")),
      );
      this.text.focus();
    }
    this.#changed();
  }

  #leave() {
    if (document.activeElement !== this.text) this.menu.close(); // the reader may be back by now
  }

  #ready() {
    byId("send").disabled = !this.text.value.trim() && !this.file;
  }

  #changed() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    const length = this.text.value.trim().length;
    const parts = this.file ? 1 + Math.ceil(Math.max(length - CAPTION, 0) / LONGEST) : Math.ceil(length / LONGEST);
    const hint = byId("parts");
    hint.hidden = parts < 2;
    hint.textContent = parts < 2 ? "" : say("parts", { n: parts });
    this.menu.match(this.text.value);
    this.#ready();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.menu.key(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
  }

  async #submit() {
    const text = this.text.value.trim();
    const file = this.file;
    if (!text && !file) return;
    this.put("");
    this.attach(null);
    this.menu.close();
    try {
      await this.send(text, file);
    } catch {
      toast(say("notSent"));
      if (!this.text.value) this.put(text); // nothing that was written is lost
      if (!this.file && file) this.attach(file);
    }
  }

  #files() {
    const picker = byId("file");
    byId("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      if (picker.files[0]) this.attach(picker.files[0]);
      picker.value = "";
    });
    this.text.addEventListener("paste", (event) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      this.attach(file);
    });
    const curtain = byId("drop");
    const carries = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragenter", (event) => {
      if (carries(event)) curtain.hidden = false;
    });
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) curtain.hidden = true;
    });
    addEventListener("drop", (event) => {
      event.preventDefault();
      curtain.hidden = true;
      if (event.dataTransfer?.files[0]) this.attach(event.dataTransfer.files[0]);
    });
  }
}
