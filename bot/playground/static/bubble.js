// A message as an element: who, what, when, and the buttons under it.

import { el, icon } from "./dom.js";
import { deepLink, write } from "./text.js";
import { clock, say, size } from "./words.js";

/**
 * The element of a message. `act` says what taps do, `mine` whether the reader sent it, and `reactions` are those that
 * the bot put on it.
 */
export function bubble(message, mine, act, reactions = []) {
  const text = message.text ?? message.caption;
  const words = el("div", { class: "words", dir: "auto" });
  if (text) write(words, text, message.entities ?? message.caption_entities, act);
  const meta = el(
    "span",
    { class: "meta" },
    message.edit_date ? `${say("edited")} ` : "",
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
  );
  const seen = reactions.map((reaction) => el("span", { class: "reaction" }, reaction.emoji));
  if (seen.length) words.append(el("div", { class: "reactions" }, ...seen));
  words.append(meta);
  const body = el(
    "div",
    { class: "bubble" },
    message.reply_to_message ? replied(message) : null,
    message.photo ? photo(message, act) : null,
    message.document ? file(message.document) : null,
    words,
  );
  const sender = mine ? say("you") : message.from.first_name;
  return el(
    "article",
    { class: mine ? "post mine" : "post", id: `message-${message.message_id}`, "aria-label": `${sender}, ${clock(message.date)}` },
    body,
    message.reply_markup ? keyboard(message, act) : null,
  );
}

function replied(message) {
  const answered = message.reply_to_message;
  const words = message.quote?.text ?? answered.text ?? answered.caption ?? answered.document?.file_name ?? say("photo");
  const jump = () => {
    const target = document.getElementById(`message-${answered.message_id}`);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.classList.remove("shown-again");
    requestAnimationFrame(() => target?.classList.add("shown-again"));
  };
  return el(
    "button",
    { type: "button", class: "replied", click: jump },
    el("b", {}, answered.from.first_name),
    el("span", {}, words.slice(0, 200)),
  );
}

function photo(message, act) {
  const largest = message.photo.at(-1);
  const address = `/page/files/${encodeURIComponent(largest.file_id)}`;
  const alt = message.caption ?? say("photo");
  const picture = el("img", { src: address, alt, width: largest.width, height: largest.height });
  const open = () => act.enlarge(address, alt);
  return el("button", { type: "button", class: "photo", title: say("photoOpen"), click: open }, picture);
}

function file(document) {
  const address = `/page/files/${encodeURIComponent(document.file_id)}`;
  return el(
    "a",
    { class: "file", href: address, download: document.file_name, "aria-label": say("download", { name: document.file_name }) },
    el("span", { class: "sheet" }, icon("file")),
    el("span", { class: "facts" }, el("b", {}, document.file_name), el("span", {}, size(document.file_size))),
  );
}

function keyboard(message, act) {
  const rows = message.reply_markup.inline_keyboard.map((row) =>
    el("div", { class: "row" }, ...row.map((key) => button(message, key, act))),
  );
  return el("div", { class: "keyboard" }, ...rows);
}

function button(message, key, act) {
  const label = el("span", {}, key.text);
  if (key.url) {
    const url = new URL(key.url);
    const payload = deepLink(url, act.username());
    if (payload !== null) return el("button", { type: "button", click: () => act.start(payload) }, label);
    return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }, label, icon("out"));
  }
  if (key.copy_text) {
    return el("button", { type: "button", click: () => act.copy(key.copy_text.text) }, label, icon("copy"));
  }
  if (!key.callback_data) return el("button", { type: "button", disabled: true }, label);
  const tap = (event) => act.tap(message.message_id, key.callback_data, event.currentTarget);
  return el("button", { type: "button", "data-data": key.callback_data, click: tap }, label);
}
