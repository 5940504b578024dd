// The page put together: what happens in the chat on one side, what the reader does on the other.

import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { alertBox, ask, enlarge, toast } from "./notes.js";
import { listen, post } from "./wire.js";
import { language, preferred, say, speak } from "./words.js";

const TYPING = 5500; // Telegram shows an action for five seconds
const PATIENCE = 30000; // after which a tapped button stops waiting

let bot = { name: "Briefing", username: "", description: "" };
let online = false;
let typingUntil = 0;
const waiting = new Map(); // taps by query: message and data of the button
const answered = new Set(); // answers that overtook the reply to their tap

const act = {
  username: () => bot.username,
  command: (text) => utter(text),
  start: (payload) => utter(`/start ${payload}`.trim()),
  tap,
  enlarge,
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      toast(say("copied"));
    } catch {
      alertBox(text); // to be copied by hand where the browser forbids it
    }
  },
};
const log = new Log(act);
const menu = new Menu(utter, (text) => composer.put(text));
const composer = new Composer(send, menu);

async function send(text, file) {
  if (!file) {
    await post("say", { text });
    return;
  }
  const form = new FormData();
  form.set("file", file, file.name || "photo.png");
  form.set("caption", text);
  await post("file", form);
}

async function utter(text) {
  try {
    await post("say", { text });
  } catch {
    toast(say("notSent"));
  }
}

async function tap(message, data, button) {
  if (button.classList.contains("waiting")) return;
  button.classList.add("waiting");
  button.setAttribute("aria-busy", "true");
  try {
    const { query } = await post("tap", { message_id: message, data });
    if (answered.delete(query)) calm(button);
    else waiting.set(query, { message, data });
    setTimeout(() => release(query), PATIENCE);
  } catch {
    calm(button);
    toast(say("notSent"));
  }
}

function release(query) {
  const tapped = waiting.get(query);
  if (!tapped) return false;
  waiting.delete(query);
  const keys = document.querySelectorAll(`#message-${tapped.message} .waiting`);
  for (const key of keys) if (key.dataset.data === tapped.data) calm(key);
  return true;
}

function calm(button) {
  button.classList.remove("waiting");
  button.removeAttribute("aria-busy");
}

function about(news) {
  bot = news.bot;
  const code = news.language ?? preferred();
  const changed = code !== language();
  speak(code);
  menu.set(news.commands);
  byId("name").textContent = bot.name;
  byId("about").textContent = bot.description || say("about");
  document.title = `${bot.name} · ${say("title")}`;
  byId("languages").value = code;
  if (changed) {
    log.redraw();
    composer.redraw();
  }
  status();
}

function state(news) {
  about(news);
  typing(0);
  log.reset(news.chat, news.messages, news.reactions);
  if (!news.messages.length) post("start", { language: preferred() }).catch(() => {});
}

function typing(milliseconds) {
  typingUntil = Date.now() + milliseconds;
  status();
  if (milliseconds) {
    if (log.stuck) log.toEnd();
    setTimeout(status, milliseconds + 20);
  }
}

function status() {
  const busy = Date.now() < typingUntil;
  byId("typing").hidden = !busy;
  byId("status").textContent = say(!online ? "lost" : busy ? "typing" : "bot");
  document.body.classList.toggle("offline", !online);
}

function said(message) {
  if (message.from.is_bot) typing(0);
  log.add(message);
}

function changed(message) {
  typing(0);
  log.change(message);
}

function answer(news) {
  if (!release(news.query)) answered.add(news.query);
  if (news.url) window.open(news.url, "_blank", "noopener");
  if (!news.text) return;
  if (news.alert) alertBox(news.text);
  else toast(news.text);
}

byId("languages").addEventListener("change", (event) => {
  post("language", { language: event.target.value }).catch(() => {
    event.target.value = language();
    toast(say("notSent"));
  });
});
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // not remembered then
  }
});
byId("reset").addEventListener("click", async () => {
  if (await ask(say("resetAsk"), say("reset"))) await post("reset").catch(() => toast(say("notSent")));
  composer.focus();
});

speak(preferred());
listen(
  {
    state,
    about,
    answer,
    message: said,
    edit: changed,
    delete: (news) => log.remove(news.message_id),
    reaction: (news) => log.react(news.message_id, news.reaction),
    action: () => typing(TYPING),
  },
  (is) => {
    online = is;
    status();
  },
);
composer.focus();
