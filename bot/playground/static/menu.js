// The commands: all of them from the button, or those that go on what is written after a slash.

import { byId, el } from "./dom.js";

export class Menu {
  /** `send(text)` sends a command, `complete(text)` writes it into the field for arguments to follow. */
  constructor(send, complete) {
    this.send = send;
    this.complete = complete;
    this.commands = [];
    this.shown = [];
    this.chosen = -1;
    this.list = byId("commands");
    this.button = byId("menu");
    this.field = byId("text");
    this.button.addEventListener("click", () => {
      if (this.list.hidden) this.#open(this.commands, -1);
      else this.close();
      this.field.focus();
    });
    this.button.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  set(commands) {
    this.commands = commands;
    this.button.hidden = commands.length === 0;
    const wasOpen = !this.list.hidden;
    this.close();
    if (wasOpen) this.#open(commands, -1);
  }

  /** Show the commands that begin as the text does. */
  match(text) {
    const typed = /^\/(\w*)$/.exec(text);
    const found = typed ? this.commands.filter((item) => item.command.startsWith(typed[1].toLowerCase())) : [];
    if (found.length) this.#open(found, typed[1] ? 0 : -1);
    else this.close();
  }

  /** Take a key if the list is open; say whether it was taken. */
  key(event) {
    if (this.list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const count = this.shown.length;
      this.#choose(this.chosen < 0 ? (step > 0 ? 0 : count - 1) : (this.chosen + step + count) % count);
      return true;
    }
    if (event.key === "Escape") {
      this.close();
      return true;
    }
    const item = this.shown[Math.max(this.chosen, 0)];
    if (event.key === "Tab" && !event.shiftKey) {
      this.complete(`/${item.command} `);
      return true;
    }
    if (event.key === "Enter" && !event.shiftKey && this.chosen >= 0) {
      this.#take(item);
      return true;
    }
    return false;
  }

  close() {
    this.list.hidden = true;
    this.chosen = -1;
    this.button.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  #open(commands, chosen) {
    if (!commands.length) return;
    this.shown = commands;
    this.list.replaceChildren(
      ...commands.map((item, index) =>
        el(
          "div",
          { role: "option", id: `command-${index}`, class: "option", "aria-selected": "false", click: () => this.#take(item) },
          el("b", {}, `/${item.command}`),
          el("span", {}, item.description),
        ),
      ),
    );
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.button.setAttribute("aria-expanded", "true");
    this.#choose(chosen);
  }

  #choose(index) {
    this.chosen = index;
    for (const [number, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(number === index));
    }
    if (index >= 0) {
      this.field.setAttribute("aria-activedescendant", `command-${index}`);
      this.list.children[index].scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  #take(item) {
    this.close();
    this.complete("");
    this.send(`/${item.command}`);
  }
}
