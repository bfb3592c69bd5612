// Builds elements. Text always goes in as text, never as markup: what people send is hostile until shown.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

export function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) parent.append(child);
  }
}

export function replace(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

const paths = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-4-6-7-2z",
  attach: "M8 12.5l6-6a3 3 0 0 1 4.3 4.2l-7.6 7.6a5 5 0 0 1-7-7L11 4",
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l5 5",
  close: "M6 6l12 12M18 6L6 18",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  next: "M5 5l9 7-9 7zM18 5v14",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.5V12l3 2",
  reply: "M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 6",
  smile: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM8.5 14a4 4 0 0 0 7 0M9 9.5v.5M15 9.5v.5",
  pencil: "M4 20l1-5L16 4l4 4L9 19z",
  down: "M6 9l6 6 6-6",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  slash: "M9 20L15 4",
  link: "M7 17L17 7M9 7h8v8",
  more: "M12 5v.5M12 12v.5M12 19v.5",
  swap: "M4 8h13l-4-4M20 16H7l4 4",
  chat: "M4 5h16v11H11l-5 4v-4H4z",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

// Without the selector some emoji are drawn as black text.
export const emojiOf = (emoji) => (/^\p{Emoji_Presentation}|\uFE0F|\u200D/u.test(emoji) ? emoji : `${emoji}\uFE0F`);

export function iconButton(name, label, onclick, className = "") {
  return h("button", { type: "button", class: `icon-button ${className}`, title: label, "aria-label": label, onclick }, icon(name));
}

const hues = ["#c2603f", "#b0762a", "#6f8a2f", "#2f8a63", "#27808f", "#3f6fb5", "#7b5fb8", "#b0568c"];

export const colourOf = (person) => person.colour || hues[Math.abs(Number(person.id)) % hues.length];

const titles = /(妈妈|媽媽|爸爸|奶奶|爷爷|爺爺|外婆|外公|姥姥|姥爷|姥爺|家长|家長|老师|老師|校医|校醫)$/u;

// Two characters of a Chinese name read best from its end (the given name); Latin names give initials.
export function initialsOf(name) {
  const han = name.replace(/[^\p{Script=Han}]/gu, "");
  if (han) return (han.replace(titles, "") || han).slice(-2);
  return name.trim().split(/\s+/).map((word) => [...word][0] ?? "").slice(0, 2).join("").toUpperCase();
}

// A person's, a bot's (person.bot) or a group's (person.group).
export function avatar(person, size = "") {
  const face = person.bot ? botFace() : person.group ? [...person.name].slice(0, 2).join("") : initialsOf(person.name);
  const element = h("span", { class: `avatar ${size}${person.group ? " group" : ""}`, "aria-hidden": "true" }, face);
  element.style.setProperty("--hue", person.bot ? "var(--accent)" : colourOf(person));
  return element;
}

function botFace() {
  const svg = icon("eye");
  svg.firstChild.setAttribute("d", "M5.5 12.5l4.2 4.2L18.5 8");
  return svg;
}
