// A small menu of emoji beside what was tapped.
import { emojiOf, h } from "./dom.js";

export function showMenu(anchor, choices, chosen) {
  const menu = h("div", { class: "menu", role: "menu" }, choices.map((choice) =>
    h("button", { type: "button", class: "emoji", role: "menuitem", onclick: () => { close(); chosen(choice); } }, emojiOf(choice))));
  const close = () => {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => { if (!menu.contains(event.target)) close(); };
  document.body.append(menu);
  const at = anchor.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.left - 40, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.top - menu.offsetHeight - 6, innerHeight - menu.offsetHeight - 8))}px`;
  document.addEventListener("pointerdown", outside, true);
}
