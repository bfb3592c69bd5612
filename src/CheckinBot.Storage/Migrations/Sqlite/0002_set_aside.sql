-- What an update that was set aside said, as Telegram sent it: for looking at and for handling again. It holds what people wrote,
-- and is removed with its row, like all traffic.
alter table inbox add column json text;
