// Calls to /sim, and the stream of what happens.

export class Refused extends Error {}

async function call(method, path, body, headers = {}) {
  const response = await fetch(`/sim${path}`, { method, body, headers });
  if (!response.ok) throw new Refused((await response.text()) || String(response.status));
  return response.json();
}

export const get = (path) => call("GET", path);

export const post = (path, body = {}) => call("POST", path, JSON.stringify(body), { "Content-Type": "application/json" });

export const upload = (path, file) => call("POST", path, file, { "Content-Type": "application/octet-stream" });

const kinds = ["added", "changed", "deleted", "tap", "action", "chat", "clock", "reset"];

// The browser reconnects by itself and says where it was; the server then sends what was missed, or "reset".
export function follow(person, after, heard, onlineChanged) {
  const source = new EventSource(`/sim/people/${person}/events?after=${after}`);
  source.onopen = () => onlineChanged(true);
  source.onerror = () => onlineChanged(false);
  for (const kind of kinds) {
    source.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
  }
  return () => source.close();
}
