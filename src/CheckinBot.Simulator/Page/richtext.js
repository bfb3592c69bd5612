// A text with Telegram entities becomes elements. Offsets are UTF-16 units, as JavaScript counts.
import { h } from "./dom.js";

const wrappers = {
  bold: () => h("strong"),
  italic: () => h("em"),
  underline: () => h("u"),
  strikethrough: () => h("s"),
  code: () => h("code"),
  pre: () => h("pre"),
  blockquote: () => h("blockquote"),
  expandable_blockquote: () => h("blockquote"),
  spoiler: () => h("span", { class: "spoiler", onclick: (e) => e.currentTarget.classList.add("open") }),
};

export function richText(text, entities, actions) {
  const root = document.createDocumentFragment();
  place(root, text, 0, text.length, entities ?? [], actions);
  return root;
}

// The blocks of a rich message. Only elements that are made here, from texts: no markup of a message is ever read as such.
export function richBlocks(blocks, actions) {
  const part = ({ text, entities }) => richText(text, entities, actions);
  return h("div", { class: "rich", dir: "auto" }, blocks.map((block) => {
    if (block.type !== "table") return h(block.type === "heading" ? "h3" : "p", {}, part(block.text));
    return h("div", { class: "table" }, h("table", {}, block.rows.map((row) =>
      h("tr", {}, row.map((cell) => h(cell.is_header ? "th" : "td", {}, part(cell.text)))))));
  }));
}

function place(parent, text, from, to, entities, actions) {
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    parent.append(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((e) => e.offset >= entity.offset && e.offset + e.length <= end);
    const element = elementOf(entity, text.slice(entity.offset, end), actions);
    place(element, text, entity.offset, end, inner, actions);
    parent.append(element);
    at = end;
  }
  parent.append(text.slice(at, to));
}

function elementOf(entity, part, actions) {
  if (wrappers[entity.type]) return wrappers[entity.type]();
  switch (entity.type) {
    case "url": return link(part, actions);
    case "text_link": return link(entity.url, actions);
    case "bot_command": return h("button", { type: "button", class: "inline-link", onclick: () => actions.command(part) });
    case "mention":
    case "hashtag": return h("span", { class: "tag" });
    default: return h("span");
  }
}

function link(url, actions) {
  const target = safeUrl(url);
  if (!target) return h("span");
  const deep = botLink(target);
  return deep
    ? h("button", { type: "button", class: "inline-link", onclick: () => actions.openBot(deep) })
    : h("a", { href: target.href, target: "_blank", rel: "noopener noreferrer" });
}

export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:", "tg:"].includes(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

// https://t.me/BOT?start=X and tg://resolve?domain=BOT&start=X
export function botLink(url) {
  const parameters = url.searchParams;
  if (url.protocol === "tg:" && (url.hostname === "resolve" || url.pathname.replaceAll("/", "") === "resolve")) {
    return { bot: parameters.get("domain") ?? "", payload: parameters.get("start") ?? "" };
  }
  if (["t.me", "telegram.me"].includes(url.hostname) && url.pathname.length > 1) {
    return { bot: url.pathname.split("/")[1], payload: parameters.get("start") ?? "" };
  }
  return null;
}
