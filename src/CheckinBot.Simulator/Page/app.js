// Holds the state and connects the parts: who the visitor is, that person's chats, the open chat, the clock.
import { follow, get, post, Refused, upload } from "./api.js";
import { renderList, renderRows } from "./chats.js";
import { createConversation } from "./conversation.js";
import { h, replace } from "./dom.js";
import { local, setLanguage, t } from "./labels.js";
import { showMenu } from "./menu.js";
import { showPeople } from "./people.js";
import { botLink, safeUrl } from "./richtext.js";
import { renderSide, tick } from "./side.js";
import { setZone } from "./times.js";

const element = (id) => document.getElementById(id);
const [listColumn, talkColumn, sideColumn, layer, toasts] = ["list", "talk", "side", "layer", "toasts"].map(element);

const state = {
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

let stopFollowing = () => {};
let online = true;

const path = (rest = "", chat = state.open) => `/people/${state.person.id}/chats/${chat}${rest}`;

function toast(text, isAlert = false) {
  const note = h("div", { class: `toast${isAlert ? " alert" : ""}`, onclick: () => note.remove() }, text);
  toasts.append(note);
  setTimeout(() => note.remove(), isAlert ? 9000 : 4500);
}

// Runs something a person does; what is refused is told, and false given back.
async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(t("failed", error instanceof Refused ? error.message : t("offline")));
    return false;
  }
}

const roleOf = (person) => local(state.overview.roles.find((r) => r.role === person.role)?.name) || person.role || "";

const actions = {
  toast,
  roleOf,
  aboutOf: (person) => local(person.about) || roleOf(person),
  setLanguage(code) {
    setLanguage(code);
    drawAll();
    if (state.open !== null) openChat(state.open);
    else talk.close();
  },
  choosePerson: () => showPeople(layer, state, actions),
  async become(id, chat = null) {
    replace(layer);
    await become(id);
    await openChat(chat ?? newestChat());
  },
  openChat,
  closeChat() {
    state.open = null;
    document.body.classList.remove("talking");
    talk.close();
    remember();
    drawRows();
  },
  send: (text, replyTo) => attempt(async () => talk.put(await post(path("/text"), { text, reply_to: replyTo?.key }))),
  saveEdit: (message, text) => attempt(() => post(path("/edit"), { key: message.key, text })),
  sendFile: (file, caption) => attempt(async () =>
    talk.put(await upload(path(`/file?name=${encodeURIComponent(file.name)}&caption=${encodeURIComponent(caption)}`), file))),
  async press(message, button, target) {
    if (button.callback_data !== undefined) {
      target.classList.add("waiting");
      setTimeout(() => target.classList.remove("waiting"), 1500);
      await attempt(() => post(path("/press"), { key: message.key, button: button.callback_data }));
    } else if (button.url) {
      openUrl(button.url);
    }
  },
  react: (message, emoji) => attempt(() => post(path("/react"), { key: message.key, emoji })),
  chooseReaction: (message, anchor) => showMenu(anchor, state.overview.reactions, (emoji) => actions.react(message, emoji)),
  pick(row) {
    const was = row.classList.contains("picked");
    document.querySelectorAll(".row.picked").forEach((other) => other.classList.remove("picked"));
    row.classList.toggle("picked", !was);
  },
  reply: (message) => talk.composer.aim({ kind: "reply", message }),
  edit: (message) => talk.composer.aim({ kind: "edit", message }),
  show: (key) => talk.show(key),
  command: (text) => actions.send(text),
  openBot: ({ bot, payload }) => attempt(() => startBot(bot, payload)),
  startBot: (chat) => attempt(() => startBot(chat.username, "")),
  block: (chat) => attempt(() => post(path("/block", chat.chat), { blocked: true })),
  loadBefore: (chat, key) => get(`${path("", chat)}?before=${key}`).catch(() => null),
  showSide: () => document.body.classList.add("side-open"),
  hideSide: () => document.body.classList.remove("side-open"),
  clock: (what, body) => attempt(async () => heardClock(await post(`/clock/${what}`, body))),
  async tryOut(thing) {
    actions.hideSide();
    if (thing.user_id && thing.user_id !== state.person?.id) await become(thing.user_id);
    const chat = thing.chat_id ?? [...state.chats.values()].find((c) => c.kind === "private")?.chat;
    if (chat !== undefined) await openChat(chat);
    if (thing.message) talk.composer.write(thing.message);
  },
};

const talk = createConversation(talkColumn, actions);

function openUrl(url) {
  const target = safeUrl(url);
  const deep = target && botLink(target);
  if (deep) actions.openBot(deep);
  else if (target && target.protocol !== "tg:") window.open(target.href, "_blank", "noopener");
}

async function startBot(bot, payload) {
  const message = await post(`/people/${state.person.id}/start`, { bot, payload });
  await loadChats();
  await openChat(message.chat);
}

// Beside the list there is always a chat; on a phone the list comes first.
function newestChat() {
  if (matchMedia("(max-width: 760px)").matches) return null;
  return [...state.chats.values()].sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0))[0]?.chat ?? null;
}

async function become(id) {
  const person = state.overview.people.find((p) => p.id === Number(id));
  if (!person) return;
  state.person = person;
  state.open = null;
  document.body.classList.remove("talking");
  talk.close();
  await restart();
}

// Reads everything anew and follows from exactly that point.
async function restart() {
  stopFollowing();
  const sequence = await loadChats();
  stopFollowing = follow(state.person.id, sequence, heard, (isOnline) => {
    online = isOnline;
    document.body.classList.toggle("offline", !online);
  });
  if (state.open !== null) await openChat(state.open);
  remember();
  drawAll();
}

async function loadChats() {
  const { sequence, chats } = await get(`/people/${state.person.id}/chats`);
  state.chats = new Map(chats.map((c) => [c.chat, c]));
  return sequence;
}

async function openChat(number) {
  if (number === null) return;
  const who = state.person.id;
  const page = await get(path("", number)).catch(() => null);
  if (!page || state.person.id !== who) return;
  state.open = number;
  document.body.classList.add("talking");
  state.chats.set(number, page.chat);
  talk.open(page);
  markRead();
  remember();
  drawRows();
}

function markRead() {
  const chat = state.chats.get(state.open);
  if (!chat || document.hidden || talk.lastKey() < 0) return;
  chat.unread = 0;
  post(path("/read"), { key: talk.lastKey() }).catch(() => {});
}

const hear = {
  added(message) {
    const chat = state.chats.get(message.chat);
    if (!chat) return refresh(message.chat);
    chat.last = message;
    if (message.chat === state.open) {
      talk.put(message);
      markRead();
    } else if (!message.mine && !message.service) {
      chat.unread++;
    }
    drawListSoon();
  },
  changed(message) {
    const chat = state.chats.get(message.chat);
    if (chat?.last?.key === message.key) chat.last = message;
    if (message.chat === state.open) talk.put(message);
    drawListSoon();
  },
  deleted({ chat, key }) {
    if (chat === state.open) talk.remove(key);
    if (state.chats.get(chat)?.last?.key === key) refresh(chat);
  },
  tap({ text, alert, url }) {
    if (text) toast(text, alert);
    if (url) openUrl(url);
  },
  action({ chat, name }) {
    if (chat === state.open) talk.typing(name);
  },
  chat: ({ chat }) => refresh(chat),
  clock: heardClock,
  reset: () => restart(),
};

const heard = (kind, body) => hear[kind](body);

async function refresh(number) {
  const who = state.person.id;
  const page = await get(path("", number)).catch(() => null);
  if (state.person.id !== who) return;
  if (page) state.chats.set(number, page.chat);
  else state.chats.delete(number);
  if (page && number === state.open) talk.update(page.chat, page.pinned);
  drawListSoon();
}

function heardClock(clock) {
  const before = state.clock;
  state.clock = clock;
  state.clockHeardAt = performance.now();
  if (!before || before.paused !== clock.paused || before.speed !== clock.speed) renderSide(sideColumn, state, actions);
  else tick(sideColumn, state);
}

const drawRows = () => renderRows(listColumn, state, actions);

let listDue = false;

// Many messages at once redraw the list once.
function drawListSoon() {
  if (listDue) return;
  listDue = true;
  requestAnimationFrame(() => {
    listDue = false;
    drawRows();
  });
}

function drawAll() {
  renderList(listColumn, state, actions);
  renderSide(sideColumn, state, actions);
}

// The address names person and chat, so that a reload comes back to them.
function remember() {
  const hash = new URLSearchParams({ person: state.person.id, ...(state.open !== null && { chat: state.open }) });
  history.replaceState(null, "", `#${hash}`);
}

async function begin() {
  state.overview = await get("/overview");
  setZone(state.overview.time_zone);
  if (state.overview.clock) heardClock(state.overview.clock);
  document.body.classList.toggle("no-side", !state.overview.clock && state.overview.things_to_try.length === 0);
  const wanted = new URLSearchParams(location.hash.slice(1));
  const first = state.overview.people.find((p) => p.id === Number(wanted.get("person")))
    ?? state.overview.people.find((p) => p.id === state.overview.suggested[0]) ?? state.overview.people[0];
  talk.close();
  drawAll();
  if (first) await become(first.id);
  if (!state.person) return;
  const chat = Number(wanted.get("chat"));
  await openChat(state.chats.has(chat) ? chat : newestChat());
}

document.addEventListener("visibilitychange", () => state.open !== null && markRead());
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { replace(layer); actions.hideSide(); } });
setInterval(() => tick(sideColumn, state), 250);
begin();
