// The left column: whose phone this is, and that person's chats.
import { avatar, h, icon, replace } from "./dom.js";
import { languages, language, t } from "./labels.js";
import { lineOf } from "./message.js";
import { dateKey, shortDayOf, timeOf } from "./times.js";

// The head is built only when the person or the language changes; rows are kept and brought up to date in place.
export function renderList(container, state, actions) {
  const chats = h("div", { class: "chats" });
  replace(container,
    h("header", { class: "list-head" },
      state.person ? personButton(state, actions) : h("div", { class: "brand" }, "CheckinBot"),
      h("select", { class: "language", "aria-label": "Language", onchange: (e) => actions.setLanguage(e.target.value) },
        languages.map(({ code, name }) => h("option", { value: code, selected: code === language() }, name))),
      sideButton(actions)),
    state.person && h("label", { class: "search" }, icon("search"),
      h("input", { type: "search", placeholder: t("searchChats"), oninput: () => renderRows(container, state, actions) })),
    chats);
  renderRows(container, state, actions);
}

export function sideButton(actions) {
  return h("button", { type: "button", class: "side-button", title: t("info"), "aria-label": t("info"), onclick: actions.showSide },
    icon("clock"), h("span", { class: "small-time" }));
}

export function renderRows(container, state, actions) {
  const list = container.querySelector(".chats");
  const wanted = (container.querySelector(".search input")?.value ?? "").trim().toLowerCase();
  const chats = [...state.chats.values()]
    .filter((chat) => chat.title.toLowerCase().includes(wanted))
    .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0) || a.title.localeCompare(b.title));
  if (chats.length === 0) {
    replace(list, h("p", { class: "empty" }, wanted ? t("noMatch") : state.person ? t("noChats") : t("pickPerson")));
    return;
  }

  const old = new Map([...list.querySelectorAll(".chat")].map((row) => [row.dataset.chat, row]));
  list.querySelector(".empty")?.remove();
  chats.forEach((chat, i) => {
    const row = old.get(String(chat.chat)) ?? h("button", { type: "button", dataset: { chat: chat.chat }, onclick: () => actions.openChat(chat.chat) });
    old.delete(String(chat.chat));
    fillRow(row, chat, state);
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
  });
  old.forEach((row) => row.remove());
}

function personButton(state, actions) {
  return h("button", { type: "button", class: "me", onclick: actions.choosePerson, title: t("change") },
    avatar(state.person),
    h("span", { class: "me-text" }, h("b", {}, state.person.name), h("small", {}, actions.aboutOf(state.person))),
    icon("swap"));
}

function fillRow(row, chat, state) {
  const isOpen = chat.chat === state.open;
  row.className = `chat${isOpen ? " open" : ""}`;
  const looks = JSON.stringify([language(), chat.title, chat.last?.key, chat.last?.text, chat.last?.date, chat.unread, isOpen]);
  if (row.dataset.looks === looks) return;
  row.dataset.looks = looks;
  replace(row,
    avatar(chatFace(chat)),
    h("span", { class: "chat-text" },
      h("span", { class: "chat-top" },
        h("b", {}, chat.title),
        chat.last && h("time", {}, shortTime(chat.last.date, state.now()))),
      h("span", { class: "chat-bottom" },
        h("span", { class: "chat-line" }, lastLine(chat)),
        chat.unread > 0 && !isOpen && h("span", { class: "unread" }, chat.unread > 99 ? "99+" : String(chat.unread)))));
}

function lastLine(chat) {
  const last = chat.last;
  if (!last) return "";
  const who = last.service || chat.kind === "private" && !last.mine ? "" : `${last.mine ? t("you1") : last.from.name}: `;
  return [who && h("span", { class: "who" }, who), lineOf(last)];
}

function shortTime(date, now) {
  return dateKey(date) === dateKey(now) ? timeOf(date) : shortDayOf(date);
}

export function chatFace(chat) {
  return { id: chat.chat, name: chat.title, bot: chat.kind === "private", group: chat.kind !== "private" };
}
