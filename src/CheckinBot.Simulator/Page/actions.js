// Everything that a tap or a key leads to.
import { get, post, upload } from "./api.js";
import { replace } from "./dom.js";
import { setLanguage } from "./labels.js";
import { heardClock } from "./live.js";
import { showMenu } from "./menu.js";
import { become, closeChat, newestChat, openChat, openUrl, startBot } from "./navigation.js";
import { showPeople } from "./people.js";
import { screen } from "./screen.js";
import { aboutOf, attempt, path, roleOf, state, toast } from "./state.js";

export const actions = {
  toast,
  roleOf,
  aboutOf,
  openChat,
  setLanguage(code) {
    setLanguage(code);
    screen.draw();
    if (state.open !== null) openChat(state.open);
    else screen.talk.close();
  },
  choosePerson: () => showPeople(screen.layer, state, actions),
  async become(id) {
    replace(screen.layer);
    await become(id);
    await openChat(newestChat());
  },
  closeChat,
  send: (text, replyTo) => attempt(async () => screen.talk.put(await post(path("/text"), { text, reply_to: replyTo?.key }))),
  saveEdit: (message, text) => attempt(() => post(path("/edit"), { key: message.key, text })),
  sendFile: (file, caption) => attempt(async () =>
    screen.talk.put(await upload(path(`/file?name=${encodeURIComponent(file.name)}&caption=${encodeURIComponent(caption)}`), file))),
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
  reply: (message) => screen.talk.composer.aim({ kind: "reply", message }),
  edit: (message) => screen.talk.composer.aim({ kind: "edit", message }),
  show: (key) => screen.talk.show(key),
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
    // Before the first chat is open it would open over this one.
    await state.begun;
    if (thing.user_id && thing.user_id !== state.person?.id) await become(thing.user_id);
    await openChat(thing.chat_id ?? [...state.chats.values()].find((c) => c.kind === "private")?.chat ?? null);
    if (thing.message) screen.talk.composer.write(thing.message);
  },
};
