// The picker: everybody, by role, with a search.
import { avatar, h, icon, iconButton, replace } from "./dom.js";
import { local, t } from "./labels.js";

export function showPeople(layer, state, actions) {
  const list = h("div", { class: "people" });
  const search = h("input", { type: "search", placeholder: t("searchPeople"), oninput: () => fill() });
  const fill = () => replace(list, groups(state, search.value.trim().toLowerCase(), actions));
  const close = () => replace(layer);
  const panel = h("div", { class: "panel", role: "dialog", "aria-modal": "true", "aria-label": t("choosePerson") },
    h("header", {}, h("h2", {}, t("choosePerson")), iconButton("close", t("close"), close)),
    h("label", { class: "search" }, icon("search"), search),
    list);
  fill();
  replace(layer, h("div", { class: "shade", onclick: (e) => e.target === e.currentTarget && close(), onkeydown: (e) => e.key === "Escape" && close() }, panel));
  search.focus({ preventScroll: true });
}

function groups(state, wanted, actions) {
  const { people, roles, suggested } = state.overview;
  const byId = new Map(people.map((p) => [p.id, p]));
  const fits = (p) => !wanted || [p.name, actions.roleOf(p), local(p.about)].some((text) => text.toLowerCase().includes(wanted));
  const first = suggested.map((id) => byId.get(id)).filter((p) => p && fits(p));
  const known = roles.map((r) => ({ title: local(r.name), people: people.filter((p) => p.role === r.role && fits(p)) }));
  const named = new Set(roles.map((r) => r.role));
  const rest = new Map();
  for (const person of people.filter((p) => !named.has(p.role) && fits(p))) {
    const title = person.role ?? t("others");
    rest.set(title, [...(rest.get(title) ?? []), person]);
  }
  const found = [{ title: t("suggested"), people: first }, ...known, ...[...rest].map(([title, list]) => ({ title, people: list }))]
    .filter((g) => g.people.length > 0);
  if (found.length === 0) return h("p", { class: "empty" }, t("noMatch"));
  return found.map((g) => [h("h3", {}, g.title, h("span", {}, String(g.people.length))), g.people.map((p) => personRow(p, state, actions))]);
}

function personRow(person, state, actions) {
  return h("button", { type: "button", class: `person${person.id === state.person?.id ? " open" : ""}`, onclick: () => actions.become(person.id) },
    avatar(person),
    h("span", { class: "chat-text" }, h("b", {}, person.name), person.about && h("small", {}, local(person.about))));
}
