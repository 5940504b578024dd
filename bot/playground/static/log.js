// The messages of the chat, in order, with days between them; and where the reader is in them.

import { bubble } from "./bubble.js";
import { byId, el } from "./dom.js";
import { day, say } from "./words.js";

const NEAR = 80; // pixels from the end that still count as being there
const PAUSE = 300; // seconds after which the same sender begins a new group

export class Log {
  constructor(act) {
    this.act = act;
    this.messages = new Map();
    this.reactions = new Map();
    this.chat = 0;
    this.unread = 0;
    this.place = byId("log");
    this.scroller = byId("scroller");
    this.scroller.addEventListener("scroll", () => this.#looked(), { passive: true });
    byId("latest").addEventListener("click", () => this.toEnd());
    this.stuck = true;
    const growth = new ResizeObserver(() => this.stuck && this.toEnd(false));
    growth.observe(this.scroller);
    growth.observe(this.place);
    // what is unfolded is read from its beginning: the end does not pull then
    this.place.addEventListener("click", (event) => event.target.closest(".unfold") && (this.stuck = false), true);
  }

  /** Show all messages of a chat anew. */
  reset(chat, messages, reactions) {
    this.chat = chat;
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.reactions = new Map(Object.entries(reactions).map(([number, list]) => [Number(number), list]));
    this.place.setAttribute("aria-live", "off"); // what is old is not read out
    this.#draw();
    this.#count(0);
    this.toEnd(false);
    requestAnimationFrame(() => this.place.setAttribute("aria-live", "polite"));
  }

  /** Show all messages again, in another language. */
  redraw() {
    this.#draw();
  }

  add(message) {
    if (this.messages.has(message.message_id)) {
      this.change(message); // it came with the state already
      return;
    }
    const follow = this.stuck || this.#mine(message);
    const last = [...this.messages.values()].at(-1);
    this.messages.set(message.message_id, message);
    const post = this.#append(message, last);
    post.classList.add("fresh");
    this.#emptiness();
    if (!follow) this.#count(this.unread + 1);
    else if (!this.#mine(message) && post.offsetHeight > this.scroller.clientHeight - 40) this.#toTop(post);
    else this.toEnd();
  }

  change(message) {
    const old = byId(`message-${message.message_id}`);
    if (!old) return;
    this.messages.set(message.message_id, message);
    const tall = this.stuck;
    const held = old.contains(document.activeElement) ? document.activeElement : null;
    const post = this.#bubble(message);
    post.className = old.className;
    post.classList.remove("fresh");
    old.replaceWith(post);
    if (held) this.#regain(post, held);
    if (tall) this.toEnd(false);
    byId("said").textContent = say("editedAloud", { text: (message.text ?? "").slice(0, 120) });
  }

  remove(number) {
    this.messages.delete(number);
    this.#draw();
  }

  toEnd(smooth = true) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
    this.stuck = true;
    this.#count(0);
  }

  react(number, list) {
    this.reactions.set(number, list);
    const message = this.messages.get(number);
    if (message) this.change(message);
  }

  #bubble(message) {
    return bubble(message, this.#mine(message), this.act, this.reactions.get(message.message_id));
  }

  #mine = (message) => !message.from.is_bot;

  #draw() {
    this.place.replaceChildren();
    let last;
    for (const message of this.messages.values()) {
      this.#append(message, last);
      last = message;
    }
    this.#emptiness();
  }

  #append(message, last) {
    if (!last || day(last.date) !== day(message.date)) {
      this.place.append(el("h2", { class: "day" }, day(message.date)));
    }
    const post = this.#bubble(message);
    const follows = last && last.from.id === message.from.id && message.date - last.date < PAUSE;
    if (follows) {
      post.classList.add("follows");
      byId(`message-${last.message_id}`)?.classList.add("followed");
    }
    this.place.append(post);
    return post;
  }

  /** Keep the keyboard's focus where it was when a message is replaced under it. */
  #regain(post, held) {
    const same = held.dataset.data ? [...post.querySelectorAll("[data-data]")] : [];
    const target =
      same.find((key) => key.dataset.data === held.dataset.data) ??
      same.find((key) => key.textContent === held.textContent) ??
      post.querySelector(".keyboard button, .keyboard a");
    target?.focus({ preventScroll: true });
  }

  #toTop(post) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    post.scrollIntoView({ block: "start", behavior: calm ? "instant" : "smooth" });
    this.stuck = false;
    byId("latest").hidden = false;
  }

  #looked() {
    const left = this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
    this.stuck = left < NEAR;
    byId("latest").hidden = this.stuck;
    if (this.stuck) this.#count(0);
  }

  #count(number) {
    this.unread = number;
    const badge = byId("unread");
    badge.hidden = number === 0;
    badge.textContent = number ? String(number) : "";
    badge.setAttribute("aria-label", say("newMessages", { n: number }));
    byId("latest").hidden = this.stuck && number === 0;
  }

  #emptiness() {
    byId("empty").hidden = this.messages.size > 0;
  }
}
