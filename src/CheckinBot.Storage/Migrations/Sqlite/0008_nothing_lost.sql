-- Numbers of updates may begin again lower, and another update then has a number that was used before: a second delivery is one that
-- says the same. Rows from before this have no hash, and no update has theirs.
create table inbox_by_content (
    bot_id      integer not null,
    update_id   integer not null,
    content     integer not null,       -- hash of what the update says
    received_at text not null,
    error       text,                   -- set where it was set aside: the kind of fault, never content
    cause       text,                   -- where it failed: never content
    json        text,                   -- all of it as Telegram sent it, where it was set aside
    primary key (bot_id, update_id, content)
) without rowid;
insert into inbox_by_content (bot_id, update_id, content, received_at, error, json)
    select bot_id, update_id, 0, received_at, error, json from inbox;
drop table inbox;
alter table inbox_by_content rename to inbox;
create index inbox_set_aside on inbox (received_at) where error is not null;

-- The workers on this database. One whose beats stand still is dead, whatever its clock or this one's says; one that has stopped has -1.
create table worker (
    id      text primary key,
    place   text not null,              -- machine and process, by which a restart knows at once that its predecessor is dead
    beats   integer not null,
    seen_at text not null
) without rowid;

-- Who is to make a call; where that worker is dead, another one takes it over.
alter table outbox add column claimed_by text;
create index outbox_unsent on outbox (claimed_by) where sent_at is null;

-- What somebody asked for and has not got yet, because it takes a while: stored with the message that asks, gone with the answer.
create table request (
    id         integer primary key autoincrement,
    kind       text not null,
    body       text not null,           -- json of the request: ids and rights, no readings
    claimed_by text not null,           -- the worker that is to answer it
    created_at text not null
);
