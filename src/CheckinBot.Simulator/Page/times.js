// Times are shown on the school's clock, in the school's zone.
import { language } from "./labels.js";

let zone = "UTC";

export const setZone = (name) => { zone = name; };

const format = (options) => (ms) => new Intl.DateTimeFormat(language(), { timeZone: zone, ...options }).format(ms);

export const timeOf = (ms) => format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })(ms);
export const secondsOf = (ms) => format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })(ms);
export const dayOf = (ms) => format({ month: "long", day: "numeric", weekday: "long" })(ms);
export const shortDayOf = (ms) => format({ month: "numeric", day: "numeric" })(ms);
export const dateKey = (ms) => format({ year: "numeric", month: "2-digit", day: "2-digit" })(ms);

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
