// Begins: reads who is there, takes a person's place, opens a chat.
import { actions } from "./actions.js";
import { get } from "./api.js";
import { replace } from "./dom.js";
import { heardClock } from "./live.js";
import { become, markRead, newestChat, openChat } from "./navigation.js";
import { screen } from "./screen.js";
import { state } from "./state.js";
import { setZone } from "./times.js";

async function begin() {
  state.overview = await get("/overview");
  const { people, suggested, clock, things_to_try: things, time_zone: zone } = state.overview;
  setZone(zone);
  screen.build(actions);
  if (clock) heardClock(clock);
  document.body.classList.toggle("no-side", !clock && things.length === 0);
  screen.draw();
  const wanted = new URLSearchParams(location.hash.slice(1));
  const first = [Number(wanted.get("person")), suggested[0], people[0]?.id].find((id) => people.some((p) => p.id === id));
  if (first === undefined) return;
  await become(first);
  const chat = Number(wanted.get("chat"));
  await openChat(state.chats.has(chat) ? chat : newestChat());
}

document.addEventListener("visibilitychange", () => state.open !== null && markRead());
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  replace(screen.layer);
  actions.hideSide();
});
state.begun = begin();
