// What happens while the page is open.
import { t } from "./labels.js";
import { markRead, openUrl, refresh, restart } from "./navigation.js";
import { screen } from "./screen.js";
import { state, toast } from "./state.js";

const hear = {
  added(message) {
    const chat = state.chats.get(message.chat);
    if (!chat) return refresh(message.chat);
    chat.last = message;
    if (message.chat === state.open) {
      screen.talk.put(message);
      markRead();
    } else if (message.mine) {
      chat.unread = 0;
    } else if (!message.service) {
      chat.unread++;
    }
    screen.drawRowsSoon();
  },
  changed(message) {
    const chat = state.chats.get(message.chat);
    if (chat?.last?.key === message.key) chat.last = message;
    if (message.chat === state.open) screen.talk.put(message);
    screen.drawRowsSoon();
  },
  deleted({ chat, key }) {
    if (chat === state.open) screen.talk.remove(key);
    if (state.chats.get(chat)?.last?.key === key) refresh(chat);
  },
  tap({ text, alert, url }) {
    if (text) toast(text, alert);
    if (url) openUrl(url);
  },
  action({ chat, name }) {
    if (chat === state.open) screen.talk.typing(name);
  },
  chat: ({ chat }) => refresh(chat),
  clock: heardClock,
  reset: () => restart(),
};

export const heard = (kind, body) => hear[kind](body);

export function heardClock(clock) {
  const before = state.clock;
  state.clock = clock;
  state.clockHeardAt = performance.now();
  if (before?.paused !== clock.paused || before?.speed !== clock.speed || before?.day_is_over !== clock.day_is_over) screen.drawSide();
  // On a phone the clock is behind a button.
  if (clock.day_is_over && !before?.day_is_over) toast(t("dayOver"), true);
}
