// Talking to the server: what the reader does goes out, what happens comes in.

/** Post a JSON object or a form; return the answer. Throws where nobody answers or the server refuses. */
export async function post(path, body = {}) {
  const form = body instanceof FormData;
  const answer = await fetch(`/page/${path}`, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Listen to the server, again and again; `hear` maps kinds of events to functions of their bodies. */
export function listen(hear, online) {
  const source = new EventSource("/page/events");
  for (const [kind, handle] of Object.entries(hear)) {
    source.addEventListener(kind, (event) => handle(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => online(true));
  source.addEventListener("error", () => {
    online(false);
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(hear, online), 1500); // browsers give up where a proxy or a restart answers oddly
    }
  });
}
