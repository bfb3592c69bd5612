// The three columns and when they are drawn.
import { renderList, renderRows } from "./chats.js";
import { createConversation } from "./conversation.js";
import { renderSide, tick } from "./side.js";
import { state } from "./state.js";

const [listColumn, talkColumn, sideColumn] = ["list", "talk", "side"].map((id) => document.getElementById(id));

let actions = null;
let rowsDue = false;

export const screen = {
  layer: document.getElementById("layer"),
  talk: null,
  build(given) {
    actions = given;
    this.talk = createConversation(talkColumn, actions);
    this.talk.close();
    setInterval(() => tick(sideColumn, state), 250);
  },
  draw() {
    renderList(listColumn, state, actions);
    this.drawSide();
  },
  drawSide: () => renderSide(sideColumn, state, actions),
  drawRows: () => renderRows(listColumn, state, actions),
  // Many messages at once redraw the list once.
  drawRowsSoon() {
    if (rowsDue) return;
    rowsDue = true;
    requestAnimationFrame(() => {
      rowsDue = false;
      this.drawRows();
    });
  },
};
