// The middle: one chat, live.
import { avatar, h, icon, iconButton, replace } from "./dom.js";
import { chatFace, sideButton } from "./chats.js";
import { createComposer } from "./composer.js";
import { t } from "./labels.js";
import { lineOf, messageElement, updateElement } from "./message.js";
import { dateKey, dayOf } from "./times.js";

const together = 5 * 60 * 1000;

export function createConversation(container, actions) {
  let chat = null;
  let messages = new Map();
  let more = false;
  let unseen = 0;
  let sticks = true;
  let typingTimer = 0;
  const composer = createComposer(actions);
  const head = h("header", { class: "talk-head" });
  const pinnedBar = h("button", { type: "button", class: "pinned", hidden: true });
  const log = h("div", { class: "log", role: "log", "aria-live": "polite", onscroll: () => scrolled() });
  const toEnd = h("button", { type: "button", class: "to-end", hidden: true, title: t("toBottom"), "aria-label": t("toBottom"), onclick: () => scrollToEnd(true) });

  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const scrollToEnd = (smooth) => log.scrollTo({ top: log.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  const ordered = () => [...messages.values()].sort((a, b) => a.key - b.key);

  function scrolled() {
    sticks = isAtEnd();
    if (sticks) unseen = 0;
    toEnd.hidden = sticks;
    replace(toEnd, unseen > 0 && h("span", {}, String(unseen)), icon("down"));
    if (log.scrollTop < 60 && more) older();
  }

  async function older() {
    more = false;
    const from = chat.chat;
    const page = await actions.loadBefore(from, ordered()[0]?.key ?? 0);
    if (!page || chat?.chat !== from) return;
    const height = log.scrollHeight;
    for (const message of page.messages) messages.set(message.key, message);
    more = page.more;
    draw();
    log.scrollTop += log.scrollHeight - height;
  }

  const viewOf = (list, i) => ({
    message: list[i],
    first: !joins(list[i - 1], list[i]),
    last: !joins(list[i], list[i + 1]),
    inGroup: chat.kind !== "private",
  });

  const dayLine = (message) => h("div", { class: "day" }, h("span", {}, dayOf(message.date)));
  const startsDay = (before, message) => !before || dateKey(before.date) !== dateKey(message.date);

  function draw() {
    const list = ordered();
    replace(log, h("div", { class: "log-fill" }), list.map((message, i) => [
      startsDay(list[i - 1], message) && dayLine(message),
      messageElement(viewOf(list, i), actions)]));
  }

  const shown = (key) => log.querySelector(`[data-key="${Number(key)}"]`);

  // Touches only what changes: the rest may be under somebody's finger.
  function drawOne(message, before) {
    const list = ordered();
    const i = list.findLastIndex((m) => m.key === message.key);
    if (before) {
      updateElement(shown(message.key), before, viewOf(list, i), actions);
    } else if (i < list.length - 1) {
      draw();
    } else {
      if (i > 0) updateElement(shown(list[i - 1].key), list[i - 1], viewOf(list, i - 1), actions);
      if (startsDay(list[i - 1], message)) log.append(dayLine(message));
      log.append(messageElement(viewOf(list, i), actions));
    }
  }

  // Messages of one person shortly after one another look like one.
  const joins = (a, b) => a && b && !a.service && !b.service && a.from.id === b.from.id && a.only_you === b.only_you
    && b.date - a.date < together && dateKey(a.date) === dateKey(b.date);

  function drawHead(note) {
    replace(head,
      iconButton("back", t("back"), actions.closeChat, "back"),
      avatar(chatFace(chat)),
      h("div", { class: "talk-title" }, h("b", {}, chat.title),
        h("small", { class: note ? "note" : "" }, note ?? (chat.kind === "private" ? `${t("bot")} · @${chat.username}` : t("members", chat.members)))),
      chat.kind === "private" && chat.started && !chat.blocked
        && h("button", { type: "button", class: "quiet", onclick: () => actions.block(chat) }, t("block")),
      sideButton(actions));
  }

  function drawPinned(message) {
    pinnedBar.hidden = !message;
    if (message) {
      replace(pinnedBar, icon("pin"), h("span", {}, h("b", {}, t("pinnedBar")), h("span", {}, lineOf(message))));
      pinnedBar.onclick = () => api.show(message.key);
    }
  }

  const drawKeys = () => composer.phoneKeys(ordered().findLast((m) => m.keyboard)?.keyboard);

  // A keyboard, a reply line or a picture changes the room; who was at the end stays there.
  new ResizeObserver(() => sticks && scrollToEnd(false)).observe(log);

  container.ondragover = (event) => event.preventDefault();
  container.ondrop = (event) => {
    event.preventDefault();
    if (chat && event.dataTransfer.files[0]) composer.sendFile(event.dataTransfer.files[0]);
  };

  const api = {
    composer,
    get chat() { return chat; },
    open(page) {
      chat = page.chat;
      messages = new Map(page.messages.map((m) => [m.key, m]));
      more = page.more;
      unseen = 0;
      toEnd.hidden = true;
      drawHead();
      drawPinned(page.pinned);
      composer.open(chat);
      replace(container, head, pinnedBar, h("div", { class: "log-frame" }, log, toEnd), composer.root);
      draw();
      drawKeys();
      sticks = true;
      scrollToEnd(false);
    },
    close() {
      chat = null;
      replace(container, h("div", { class: "nothing" }, icon("chat"), h("p", {}, t("pickChat"))));
    },
    update(next, pinned) {
      chat = next;
      drawHead();
      drawPinned(pinned);
      composer.update(next);
    },
    put(message) {
      // What only this person sees answers their press, often of a card far above.
      const follow = sticks || ((message.mine || message.only_you) && !messages.has(message.key));
      const before = messages.get(message.key);
      const isNew = !before;
      messages.set(message.key, message);
      drawOne(message, before);
      if (isNew) drawKeys();
      if (follow) {
        scrollToEnd(false);
      } else {
        if (isNew) unseen++;
        scrolled();
      }
    },
    remove(key) {
      messages.delete(key);
      draw();
    },
    typing(name) {
      drawHead(t("typing", name));
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => chat && drawHead(), 4000);
    },
    lastKey: () => ordered().at(-1)?.key ?? -1,
    show(key) {
      const element = shown(key);
      element?.scrollIntoView({ block: "center", behavior: "smooth" });
      element?.classList.add("flash");
      setTimeout(() => element?.classList.remove("flash"), 1600);
    },
  };
  return api;
}
