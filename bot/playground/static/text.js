// From text and entities to elements. Offsets are UTF-16 code units, which is how JavaScript counts too.

import { el, icon } from "./dom.js";
import { say } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Put the formatted text into an element; `act` has `command(text)` and `start(payload)`, and knows the bot's name. */
export function write(target, text, entities, act) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(target, text, 0, text.length, sorted, act);
}

function fill(target, text, start, stop, entities, act) {
  let position = start;
  let afterBlock = false;
  const put = (until, beforeBlock) => {
    let piece = text.slice(position, until);
    if (afterBlock) piece = piece.replace(/^\n/, ""); // a block ends its line by itself
    if (beforeBlock) piece = piece.replace(/\n$/, "");
    if (piece) target.append(piece);
    position = until;
  };
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, stop);
    const inside = [];
    for (index += 1; index < entities.length && entities[index].offset < end; index += 1) inside.push(entities[index]);
    if (entity.offset < position) continue;
    const block = BLOCKS.has(entity.type);
    put(entity.offset, block);
    const [outer, inner] = mark(entity, text.slice(entity.offset, end), act);
    fill(inner, text, entity.offset, end, inside, act);
    target.append(outer);
    position = end;
    afterBlock = block;
  }
  put(stop, false);
}

/** The element of an entity, and the one inside it that takes the text. */
function mark(entity, words, act) {
  switch (entity.type) {
    case "text_link":
      return same(link(entity.url, act));
    case "url":
      return same(link(/^[a-z]+:\/\//i.test(words) ? words : `http://${words}`, act));
    case "email":
      return same(link(`mailto:${words}`, act));
    case "bot_command":
      return same(el("button", { type: "button", class: "command", click: () => act.command(words) }));
    case "spoiler":
      return spoiler();
    case "pre": {
      const code = el("code", entity.language ? { "data-language": entity.language } : {});
      return [el("pre", { tabindex: 0 }, code), code];
    }
    case "blockquote":
      return same(el("blockquote"));
    case "expandable_blockquote":
      return fold();
    default:
      return same(entity.type in TAGS ? el(TAGS[entity.type]) : el("span", { class: "mark" }));
  }
}

const same = (element) => [element, element];

/** A link; one that leads to the bot itself with a payload says /start instead of leaving the page. */
function link(address, act) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return el("span");
  }
  const payload = deepLink(url, act.username());
  if (payload !== null) {
    const start = (event) => {
      event.preventDefault();
      act.start(payload);
    };
    return el("a", { href: url.href, click: start });
  }
  if (!SAFE.has(url.protocol)) return el("span");
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href });
}

/** The payload of an address that opens this bot, or null for any other. */
export function deepLink(url, username) {
  const here = username.toLowerCase();
  if (url.protocol === "tg:" && url.searchParams.get("domain")?.toLowerCase() === here) {
    return url.searchParams.get("start") ?? "";
  }
  const ours = /^(t|telegram)\.me$/.test(url.hostname) && url.pathname.slice(1).toLowerCase() === here;
  return ours ? (url.searchParams.get("start") ?? "") : null;
}

function spoiler() {
  const inner = el("span", { "aria-hidden": "true" });
  const outer = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("spoiler") }, inner);
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (outer.classList.contains("open")) return;
    event.preventDefault();
    event.stopPropagation();
    outer.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) outer.removeAttribute(name);
    inner.removeAttribute("aria-hidden");
  };
  outer.addEventListener("click", show, true);
  outer.addEventListener("keydown", show);
  return [outer, inner];
}

/** A quote that shows three lines until it is unfolded; one that is short anyway has nothing to unfold. */
function fold() {
  const inner = el("div", { class: "folded" });
  const button = el("button", { type: "button", class: "unfold", "aria-expanded": "false", hidden: true });
  const set = (open) => {
    inner.classList.toggle("folded", !open);
    button.setAttribute("aria-expanded", String(open));
    button.replaceChildren(say(open ? "fold" : "unfold"), icon("down"));
  };
  set(false);
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
  const quote = el("blockquote", { class: "foldable" }, inner, button);
  new ResizeObserver(() => {
    if (inner.classList.contains("folded")) button.hidden = inner.scrollHeight <= inner.clientHeight + 4;
  }).observe(inner);
  return [quote, inner];
}
