// What the page knows: who the visitor is, that person's chats, which one is open, the clock.
import { Refused } from "./api.js";
import { h } from "./dom.js";
import { local, t } from "./labels.js";

export const state = {
  // The page has read who is there and opened the first chat.
  begun: null,
  overview: null,
  person: null,
  chats: new Map(),
  open: null,
  clock: null,
  clockHeardAt: 0,
  // Between two messages from the server the clock runs on here.
  now() {
    if (!this.clock) return Date.now();
    return this.clock.now + (this.clock.paused ? 0 : (performance.now() - this.clockHeardAt) * this.clock.speed);
  },
};

export const path = (rest = "", chat = state.open) => `/people/${state.person.id}/chats/${chat}${rest}`;

export const roleOf = (person) => local(state.overview.roles.find((r) => r.role === person.role)?.name) || person.role || "";

export const aboutOf = (person) => local(person.about) || roleOf(person);

export function toast(text, isAlert = false) {
  const note = h("div", { class: `toast${isAlert ? " alert" : ""}`, onclick: () => note.remove() }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), isAlert ? 9000 : 4500);
}

// Runs something a person does; what is refused is told, and false given back.
export async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(t("failed", error instanceof Refused ? error.message : t("offline")));
    return false;
  }
}
