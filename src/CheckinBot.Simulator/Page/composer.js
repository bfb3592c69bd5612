// The line at the bottom: writing, replying, correcting, files, commands.
import { append, h, icon, iconButton, replace } from "./dom.js";
import { t } from "./labels.js";
import { lineOf } from "./message.js";

const largest = 50 * 1024 * 1024;

export function createComposer(actions) {
  const root = h("footer", { class: "composer" });
  const drafts = new Map();
  let chat = null;
  let target = null; // { kind: "reply" | "edit", message }
  let field = null;

  const grow = () => {
    field.style.height = "auto";
    if (field.scrollHeight > 0) field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    root.classList.toggle("has-text", field.value.trim() !== "");
  };

  async function submit() {
    const text = field.value.trim();
    if (!text) return;
    const was = target;
    hideCommands();
    field.value = "";
    aim(null);
    grow();
    field.focus();
    const ok = was?.kind === "edit" ? await actions.saveEdit(was.message, text) : await actions.send(text, was?.message);
    if (!ok && field.value === "") {
      field.value = text;
      grow();
    }
  }

  function aim(next) {
    target = next;
    const bar = root.querySelector(".target");
    if (!bar) return;
    replace(bar, target && [
      icon(target.kind === "edit" ? "pencil" : "reply"),
      h("span", {}, h("b", {}, target.kind === "edit" ? t("edit") : target.message.from.name), h("span", {}, lineOf(target.message))),
      iconButton("close", t("cancel"), () => aim(null))]);
    bar.hidden = !target;
  }

  function keys(event) {
    // While a Chinese input method is composing, Enter chooses a word.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      hideCommands();
      aim(null);
    }
  }

  function pickFile() {
    const input = h("input", { type: "file" });
    input.onchange = () => input.files[0] && sendFile(input.files[0]);
    input.click();
  }

  function sendFile(file) {
    if (file.size > largest) actions.toast(t("tooLarge"));
    else actions.sendFile(file, field.value.trim()).then((ok) => { if (ok) { field.value = ""; grow(); } });
  }

  // The menu lies over the newest messages: whatever comes next closes it.
  const outside = (event) => { if (!event.target.closest(".commands, .command-button")) hideCommands(); };

  function hideCommands() {
    root.querySelector(".commands")?.toggleAttribute("hidden", true);
    document.removeEventListener("pointerdown", outside, true);
  }

  function showCommands() {
    const menu = root.querySelector(".commands");
    if (!menu.hidden) {
      hideCommands();
      return;
    }
    replace(menu, chat.commands.map((c) => h("button", { type: "button", onclick: () => { hideCommands(); actions.send(`/${c.command}`); } },
      h("b", {}, `/${c.command}`), h("span", {}, c.description), c.is_ephemeral && chat.kind !== "private" && icon("eye"))));
    menu.hidden = false;
    document.addEventListener("pointerdown", outside, true);
  }

  function build() {
    if (chat.kind === "private" && (!chat.started || chat.blocked)) {
      const label = chat.blocked ? t("unblock") : t("start");
      replace(root, h("button", { type: "button", class: "button strong wide", onclick: () => actions.startBot(chat) }, label));
      field = null;
      return;
    }
    field = h("textarea", { rows: "1", placeholder: t("message"), "aria-label": t("message"), enterkeyhint: "send", oninput: grow, onkeydown: keys,
      onpaste: (e) => { const file = e.clipboardData.files[0]; if (file) { e.preventDefault(); sendFile(file); } } });
    replace(root,
      h("div", { class: "commands", hidden: true }),
      h("div", { class: "target", hidden: true }),
      h("div", { class: "phone-keys", hidden: true }),
      h("div", { class: "line" },
        iconButton("attach", t("attach"), pickFile),
        field,
        chat.commands.length > 0 && iconButton("slash", t("commands"), showCommands, "command-button"),
        iconButton("send", t("send"), submit, "send")));
    field.value = drafts.get(chat.chat) ?? "";
    grow();
  }

  return {
    root,
    sendFile,
    aim: (next) => { aim(next); if (next?.kind === "edit") { field.value = next.message.text; grow(); } field?.focus(); },
    open(next) {
      if (chat && field) drafts.set(chat.chat, field.value);
      hideCommands();
      chat = next;
      target = null;
      build();
    },
    // Rebuilt only when what is offered changed, so that nobody loses half a sentence.
    update(next) {
      const changed = ["started", "blocked"].some((k) => chat[k] !== next[k]) || chat.commands.length !== next.commands.length;
      if (changed) this.open(next);
      else chat = next;
    },
    write(text) { if (field) { field.value = text; grow(); field.focus(); } },
    phoneKeys(rows) {
      const bar = root.querySelector(".phone-keys");
      if (!bar) return;
      bar.hidden = !rows?.length;
      replace(bar);
      append(bar, (rows ?? []).map((row) => h("div", { class: "keyboard-row" }, row.map((text) =>
        h("button", { type: "button", class: "key", onclick: () => actions.send(text) }, text)))));
    },
  };
}
