// Taking a person's place, opening chats, following links.
import { follow, get, post } from "./api.js";
import { replace } from "./dom.js";
import { heard } from "./live.js";
import { botLink, safeUrl } from "./richtext.js";
import { screen } from "./screen.js";
import { attempt, path, state } from "./state.js";

let stopFollowing = () => {};

// How many chats were asked for: only the one asked for last opens, however long the others took.
let asked = 0;

const isPhone = () => matchMedia("(max-width: 760px)").matches;

const wanted = () => Number(new URLSearchParams(location.hash.slice(1)).get("chat"));

export async function become(id) {
  const person = state.overview.people.find((p) => p.id === Number(id));
  if (!person) return;
  state.person = person;
  // What was said to somebody else is not for the next one.
  replace(document.getElementById("toasts"));
  leaveChat();
  await restart();
}

// Reads everything anew and follows from exactly that point.
export async function restart() {
  stopFollowing();
  const sequence = await loadChats();
  stopFollowing = follow(state.person.id, sequence, heard, (isOnline) => document.body.classList.toggle("offline", !isOnline));
  if (state.open !== null) await openChat(state.open);
  remember();
  screen.draw();
}

async function loadChats() {
  const { sequence, chats } = await get(`/people/${state.person.id}/chats`);
  state.chats = new Map(chats.map((c) => [c.chat, c]));
  return sequence;
}

// Beside the list there is always a chat; on a phone the list comes first.
export function newestChat() {
  if (isPhone()) return null;
  return [...state.chats.values()].sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0))[0]?.chat ?? null;
}

export async function openChat(number) {
  if (number === null) return;
  const who = state.person.id;
  const mine = ++asked;
  const page = await get(path("", number)).catch(() => null);
  if (!page || state.person.id !== who || mine !== asked) return;
  // There the chat lies over the list: the phone's own way back leads to the list, not off the page.
  if (state.open === null && isPhone() && wanted() !== number) history.pushState({ over: true }, "");
  state.open = number;
  document.body.classList.add("talking");
  state.chats.set(number, page.chat);
  screen.talk.open(page);
  markRead();
  remember();
  screen.drawRows();
}

export function leaveChat() {
  state.open = null;
  document.body.classList.remove("talking");
  screen.talk.close();
}

// A chat of the list has changed in some way: reads its line again.
export async function refresh(number) {
  const who = state.person.id;
  const page = await get(path("", number)).catch(() => null);
  if (state.person.id !== who) return;
  if (page) state.chats.set(number, page.chat);
  else state.chats.delete(number);
  if (page && number === state.open) screen.talk.update(page.chat, page.pinned);
  screen.drawRowsSoon();
}

export function markRead() {
  const chat = state.chats.get(state.open);
  if (!chat || document.hidden || screen.talk.lastKey() < 0) return;
  chat.unread = 0;
  post(path("/read"), { key: screen.talk.lastKey() }).catch(() => {});
}

// The address names person and chat, so that a reload comes back to them.
export function remember() {
  const hash = new URLSearchParams({ person: state.person.id, ...(state.open !== null && { chat: state.open }) });
  history.replaceState(state.open === null ? null : history.state, "", `#${hash}`);
}

export function closeChat() {
  if (history.state?.over) {
    history.back();
    return;
  }
  leaveChat();
  remember();
  screen.drawRows();
}

addEventListener("popstate", () => {
  if (state.person === null) return;
  if (state.chats.has(wanted())) openChat(wanted());
  else if (state.open !== null) closeChat();
  else remember();
});

export async function startBot(bot, payload) {
  const message = await post(`/people/${state.person.id}/start`, { bot, payload });
  await loadChats();
  await openChat(message.chat);
}

export function openUrl(url) {
  const target = safeUrl(url);
  const deep = target && botLink(target);
  if (deep) attempt(() => startBot(deep.bot, deep.payload));
  else if (target && target.protocol !== "tg:") window.open(target.href, "_blank", "noopener");
}
