-- Which message of a private chat shows the last question with its buttons, so that they go once it is answered in words.
create table shown_question (
    bot_id     integer not null,
    chat_id    integer not null,
    message_id integer not null,
    shown_at   text not null,
    primary key (bot_id, chat_id)
) without rowid;

-- Who asked for help: that they did, and who looks after it; never a word of the message.
create table help_request (
    id         integer primary key autoincrement,
    user_id    integer not null,
    unit_id    integer not null references unit (id),
    kind       text not null,           -- self_harm, violence
    writer     text not null,           -- as Telegram shows them
    asked_at   text not null,           -- the last time
    taken_by   integer,                 -- the user who looks after it
    taken_name text,
    closed_at  text                     -- they have talked
);
create unique index help_request_open on help_request (user_id, unit_id) where closed_at is null;
create index help_request_unit on help_request (unit_id);
