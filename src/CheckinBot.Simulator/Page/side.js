// The right column: the school's clock, who you are, what to try.
import { avatar, h, icon, iconButton, replace } from "./dom.js";
import { local, t } from "./labels.js";
import { dayOf, secondsOf, timeOf } from "./times.js";

const speeds = [1, 60, 240, 600];

export function renderSide(container, state, actions) {
  replace(container,
    h("header", { class: "side-head" }, h("h2", {}, t("info")), iconButton("close", t("close"), actions.hideSide)),
    state.clock && clockPanel(state, actions),
    state.person && whoPanel(state, actions),
    state.overview.things_to_try.length > 0 && tryPanel(state, actions));
  tick(container, state);
}

// Twice a second only the digits change; the panel is built anew when something else does.
export function tick(container, state) {
  if (!state.clock) return;
  const now = state.now();
  const show = (element, text) => { if (element && element.textContent !== text) element.textContent = text; };
  show(container.querySelector(".clock-time"), secondsOf(now));
  show(container.querySelector(".clock-day"), dayOf(now));
  document.querySelectorAll(".small-time").forEach((element) => show(element, timeOf(now)));
}

function clockPanel(state, actions) {
  const { paused, speed, day_is_over: isOver } = state.clock;
  const choices = speeds.includes(Math.round(speed)) ? speeds : [...speeds, Math.round(speed)].sort((a, b) => a - b);
  return h("section", { class: `card clock${paused ? " paused" : ""}` },
    h("h3", {}, icon("clock"), t("clock")),
    h("div", { class: "clock-time", role: "timer" }),
    h("div", { class: "clock-day" }),
    isOver && h("p", { class: "day-over", role: "status" }, h("b", {}, t("dayOver")), t("afterDay")),
    h("div", { class: "clock-buttons" },
      h("button", { type: "button", class: "button", onclick: () => actions.clock(paused ? "resume" : "pause") },
        icon(paused ? "play" : "pause"), paused ? t("resume") : t("pause")),
      h("button", { type: "button", class: "button strong", onclick: () => actions.clock("jump") }, icon("next"), isOver ? t("nextDay") : t("jump"))),
    h("div", { class: "speeds", role: "group", "aria-label": t("speed") },
      choices.map((choice) => h("button", {
        type: "button",
        class: `chip${choice === Math.round(speed) ? " on" : ""}`,
        "aria-pressed": String(choice === Math.round(speed)),
        onclick: () => actions.clock("speed", { speed: choice }),
      }, `×${choice}`))));
}

function whoPanel(state, actions) {
  return h("section", { class: "card who" },
    h("h3", {}, t("whoYouAre")),
    h("div", { class: "who-row" }, avatar(state.person, "large"),
      h("div", {}, h("b", {}, state.person.name), h("small", {}, actions.aboutOf(state.person)))),
    h("button", { type: "button", class: "button", onclick: actions.choosePerson }, icon("swap"), t("change")));
}

function tryPanel(state, actions) {
  return h("section", { class: "card try" },
    h("h3", {}, t("try")),
    h("ol", {}, state.overview.things_to_try.map((thing) =>
      h("li", {}, h("button", { type: "button", onclick: () => actions.tryOut(thing) }, h("span", {}, local(thing.text)),
        thing.message && h("code", {}, thing.message))))));
}
