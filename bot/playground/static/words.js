// The page's own wording. Every key stands in every language.

export const WORDS = {
  en: {
    about: "What a text says, in its own words.",
    alertOk: "OK",
    attach: "Attach a file",
    bot: "bot",
    cancel: "Cancel",
    close: "Close",
    connecting: "connecting…",
    copied: "Copied",
    download: "Download {name}",
    drop: "Drop the file to send it",
    edited: "edited",
    editedAloud: "A message has changed: {text}",
    fold: "Show less",
    unfold: "Show all",
    language: "Language",
    latest: "To the latest message",
    lost: "no connection…",
    menu: "Menu",
    message: "Message",
    messages: "Messages",
    newMessages: "{n} new",
    notice: "The same assistant as in Telegram, on this computer",
    notSent: "Not sent: the playground does not answer",
    parts: "Longer than one message: it goes out in {n} parts",
    photo: "Photo",
    photoOpen: "Open the photo",
    remove: "Remove {name}",
    reset: "Start over",
    resetAsk: "Start over? All messages are removed, and the assistant forgets you.",
    send: "Send",
    spoiler: "Hidden text. Press to show",
    theme: "Light or dark",
    title: "playground",
    today: "Today",
    yesterday: "Yesterday",
    tooLarge: "Files of up to 50 MB can be sent",
    typing: "typing…",
    waiting: "One moment: the assistant is getting ready.",
    you: "You",
    bytes: ["B", "KB", "MB"],
  },
  ru: {
    about: "Что говорит текст — его же словами.",
    alertOk: "Понятно",
    attach: "Прикрепить файл",
    bot: "бот",
    cancel: "Отмена",
    close: "Закрыть",
    connecting: "соединение…",
    copied: "Скопировано",
    download: "Скачать {name}",
    drop: "Отпустите файл, чтобы отправить",
    edited: "изменено",
    editedAloud: "Сообщение изменилось: {text}",
    fold: "Свернуть",
    unfold: "Показать всё",
    language: "Язык",
    latest: "К последнему сообщению",
    lost: "нет связи…",
    menu: "Меню",
    message: "Сообщение",
    messages: "Сообщения",
    newMessages: "новых: {n}",
    notice: "Тот же помощник, что и в Telegram, на этом компьютере",
    notSent: "Не отправлено: площадка не отвечает",
    parts: "Длиннее одного сообщения: уйдёт частями, их {n}",
    photo: "Фотография",
    photoOpen: "Открыть фотографию",
    remove: "Убрать {name}",
    reset: "Начать заново",
    resetAsk: "Начать заново? Все сообщения исчезнут, и помощник вас забудет.",
    send: "Отправить",
    spoiler: "Скрытый текст. Нажмите, чтобы показать",
    theme: "Светлая или тёмная тема",
    title: "площадка",
    today: "Сегодня",
    yesterday: "Вчера",
    tooLarge: "Можно отправлять файлы до 50 МБ",
    typing: "печатает…",
    waiting: "Минуту: помощник готовится.",
    you: "Вы",
    bytes: ["Б", "КБ", "МБ"],
  },
};

let current = "en";

export const language = () => current;

/** The language nearest to what the browser prefers. */
export function preferred() {
  const known = (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in WORDS);
  return known ?? "en";
}

/** The text for a key, with `{placeholders}` filled in. */
export function say(key, details = {}) {
  return WORDS[current][key].replace(/\{(\w+)\}/g, (_, name) => String(details[name]));
}

/** Switch the language and every element that names its wording by `data-word`, `data-label` or `data-placeholder`. */
export function speak(code) {
  current = code in WORDS ? code : "en";
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.matches("button")) element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = say(element.dataset.placeholder);
  }
}

/** A time of day such as 14:05. */
export const clock = (seconds) =>
  new Intl.DateTimeFormat(current, { hour: "2-digit", minute: "2-digit", hour12: false }).format(seconds * 1000);

/** A day as it is said today. */
export function day(seconds) {
  const then = new Date(seconds * 1000);
  const now = new Date();
  if (then.toDateString() === now.toDateString()) return say("today");
  now.setDate(now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return say("yesterday");
  return new Intl.DateTimeFormat(current, { day: "numeric", month: "long", year: "numeric" }).format(then);
}

/** A size such as 12 KB. */
export function size(bytes) {
  const step = bytes < 1000 ? 0 : bytes < 1000000 ? 1 : 2;
  const number = new Intl.NumberFormat(current, { maximumFractionDigits: step === 2 ? 1 : 0 });
  return `${number.format(bytes / 1000 ** step)} ${WORDS[current].bytes[step]}`;
}
