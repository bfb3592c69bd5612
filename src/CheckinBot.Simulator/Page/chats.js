// The left column: whose phone this is, and that person's chats.
import { avatar, h, icon, iconButton, replace } from "./dom.js";
import { languages, language, t } from "./labels.js";
import { lineOf } from "./message.js";
import { dateKey, shortDayOf, timeOf } from "./times.js";

export function renderList(container, state, actions) {
  const search = container.querySelector(".search input")?.value ?? "";
  const focused = document.activeElement?.closest(".search") !== null && container.contains(document.activeElement);
  replace(container,
    h("header", { class: "list-head" },
      state.person ? personButton(state, actions) : h("div", { class: "brand" }, "CheckinBot"),
      h("select", { class: "language", "aria-label": "Language", onchange: (e) => actions.setLanguage(e.target.value) },
        languages.map(({ code, name }) => h("option", { value: code, selected: code === language() }, name))),
      iconButton("clock", t("info"), actions.showSide, "side-button")),
    state.person && h("label", { class: "search" }, icon("search"),
      h("input", { type: "search", placeholder: t("searchChats"), value: search, oninput: (e) => fill(e.target.value) })),
    h("div", { class: "chats" }));
  const chats = container.querySelector(".chats");
  const fill = (filter) => replace(chats, chatRows(state, filter, actions));
  fill(search);
  if (focused) {
    const input = container.querySelector(".search input");
    input.focus();
    input.setSelectionRange(search.length, search.length);
  }
}

function personButton(state, actions) {
  return h("button", { type: "button", class: "me", onclick: actions.choosePerson, title: t("change") },
    avatar(state.person),
    h("span", { class: "me-text" }, h("b", {}, state.person.name), h("small", {}, actions.aboutOf(state.person))),
    icon("swap"));
}

function chatRows(state, filter, actions) {
  const wanted = filter.trim().toLowerCase();
  const chats = [...state.chats.values()]
    .filter((chat) => chat.title.toLowerCase().includes(wanted))
    .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0) || a.title.localeCompare(b.title));
  if (chats.length === 0) return h("p", { class: "empty" }, state.person ? t("noChats") : t("pickPerson"));
  return chats.map((chat) => chatRow(chat, state, actions));
}

function chatRow(chat, state, actions) {
  const isOpen = chat.chat === state.open;
  return h("button", { type: "button", class: `chat${isOpen ? " open" : ""}`, "aria-current": isOpen ? "true" : null, onclick: () => actions.openChat(chat.chat) },
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
  return { id: chat.chat, name: chat.title, bot: chat.kind === "private" };
}
