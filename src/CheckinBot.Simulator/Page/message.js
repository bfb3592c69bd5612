// One message: bubble, quote, picture or file, buttons, reactions.
import { avatar, colourOf, emojiOf, h, icon } from "./dom.js";
import { t } from "./labels.js";
import { richBlocks, richText } from "./richtext.js";
import { sizeOf, timeOf } from "./times.js";

export function summaryOf(summary) {
  return summary.text ?? (summary.media ? `[${t(summary.media)}]` : "");
}

export function lineOf(message) {
  if (!message) return "";
  if (message.service) return serviceText(message.service, message.from.name);
  return message.text ?? (message.media ? `[${t(message.media.kind)}]` : "");
}

export function serviceText(service, name) {
  const detail = (service.detail ?? name).split("\n")[0];
  return t(service.kind, detail.length > 40 ? `${detail.slice(0, 40)}…` : detail);
}

// view: { message, first, last, inGroup }; actions: what a tap leads to.
export function messageElement({ message, first, last, inGroup }, actions) {
  if (message.service) {
    return h("div", { class: "service", dataset: { key: message.key } }, h("span", {}, serviceText(message.service, message.from.name)));
  }

  const classes = ["row", message.mine ? "mine" : "theirs", first && "first", last && "last", message.only_you && "private"];
  return h("div", { class: classes.filter(Boolean).join(" "), dataset: { key: message.key } },
    inGroup && !message.mine && (last ? avatar(message.from, "small") : h("span", { class: "avatar-gap" })),
    h("div", { class: "stack" },
      bubble(message, inGroup && !message.mine && first, actions),
      message.buttons.length > 0 && keyboard(message, actions),
      message.reactions.length > 0 && reactions(message, actions)),
    tools(message, actions));
}

function bubble(message, showsName, actions) {
  const element = h("div", {
    class: `bubble${{ sticker: " bare", photo: " framed" }[message.media?.kind] ?? ""}`,
    onclick: (event) => event.target.closest("a, button") || actions.pick(event.currentTarget.closest(".row")),
    ondblclick: () => message.only_you || actions.reply(message),
  },
    showsName && nameOf(message.from),
    message.only_you && h("div", { class: "only-you" }, icon("eye"), t("onlyYou")),
    message.forwarded_from && h("div", { class: "forwarded" }, t("forwarded", message.forwarded_from)),
    message.reply && quote(message.reply, actions),
    message.media && mediaElement(message.media),
    message.rich && richBlocks(message.rich, actions),
    !message.rich && message.text !== undefined && message.text !== null
      && h("div", { class: "text", dir: "auto" }, richText(message.text, message.entities, actions)),
    h("div", { class: "meta" }, message.edited && h("span", {}, t("edited")), h("time", {}, timeOf(message.date))));
  // A caption is as wide as its picture.
  if (message.media?.kind === "photo") element.style.setProperty("--picture", `${pictureWidth(message.media)}px`);
  return element;
}

// Brings a shown message up to date. Buttons that stay the same stay in place: somebody may be pressing one.
export function updateElement(shown, before, view, actions) {
  const fresh = messageElement(view, actions);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  if (view.message.service || view.message.buttons.length === 0 || !same(before.buttons, view.message.buttons)) {
    shown.replaceWith(fresh);
    return fresh;
  }
  shown.className = fresh.className;
  const replacePart = (selector) => {
    const next = fresh.querySelector(selector);
    const old = shown.querySelector(selector);
    if (old && next) old.replaceWith(next);
    else if (old) old.remove();
    else if (next) shown.querySelector(".stack").append(next);
  };
  [".bubble", ".reactions", ".tools"].forEach(replacePart);
  const face = shown.querySelector(":scope > .avatar, :scope > .avatar-gap");
  face?.replaceWith(fresh.querySelector(":scope > .avatar, :scope > .avatar-gap"));
  return shown;
}

function nameOf(from) {
  const name = h("div", { class: "name" }, from.name, from.bot && h("span", { class: "badge" }, t("bot")));
  name.style.setProperty("--hue", from.bot ? "var(--accent)" : colourOf(from));
  return name;
}

function quote(reply, actions) {
  return h("button", { type: "button", class: "quote", onclick: () => actions.show(reply.key) },
    h("b", {}, reply.name), h("span", {}, summaryOf(reply.summary)));
}

function pictureWidth(media) {
  return Math.min(media.width, 380, Math.round((460 * media.width) / media.height));
}

function mediaElement(media) {
  const url = `/sim/files/${media.file}`;
  switch (media.kind) {
    case "photo": {
      const picture = h("img", { src: url, alt: t("photo") });
      // The place is kept before the picture is there, so that nothing jumps.
      picture.style.aspectRatio = `${media.width} / ${media.height}`;
      return h("a", { class: "photo", href: url, target: "_blank", rel: "noopener" }, picture);
    }
    case "document":
      return h("a", { class: "document", href: url, download: media.name },
        h("span", { class: "document-icon" }, icon("file")),
        h("span", { class: "document-name" }, h("b", {}, media.name), h("small", {}, sizeOf(media.size))));
    case "sticker": return h("div", { class: "sticker emoji" }, media.emoji);
    case "voice": return h("div", { class: "voice" }, icon("play"), h("span", { class: "wave" }), h("small", {}, `${media.seconds ?? 0}″`));
    default:
      return h("div", { class: "place" }, icon("pin"), `${media.latitude?.toFixed(4)}, ${media.longitude?.toFixed(4)}`);
  }
}

function keyboard(message, actions) {
  return h("div", { class: "keyboard" }, message.buttons.map((row) =>
    h("div", { class: "keyboard-row" }, row.map((button) =>
      h("button", {
        type: "button",
        class: "key",
        onclick: (event) => actions.press(message, button, event.currentTarget),
      }, h("span", {}, button.text), button.url && icon("link"))))));
}

function reactions(message, actions) {
  return h("div", { class: "reactions" }, message.reactions.map((reaction) =>
    h("button", {
      type: "button",
      class: `reaction${reaction.mine ? " mine" : ""}`,
      onclick: () => actions.react(message, reaction.mine ? null : reaction.emoji),
    }, h("b", { class: "emoji" }, emojiOf(reaction.emoji)), h("span", {}, String(reaction.count)))));
}

function tools(message, actions) {
  if (message.only_you) return null;
  const tool = (name, label, onclick) => h("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick }, icon(name));
  return h("div", { class: "tools" },
    tool("reply", t("reply"), () => actions.reply(message)),
    tool("smile", t("react"), (event) => actions.chooseReaction(message, event.currentTarget)),
    message.mine && message.text && !message.media && tool("pencil", t("edit"), () => actions.edit(message)));
}
