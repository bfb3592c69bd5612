-- Who ended a monitoring early, by name.
alter table monitored add column closed_by text;

-- What the signer says of alerts that nobody has taken on; it goes with the signature.
alter table sign_off add column note text;

-- Units whose facts changed. A change settles for a while before its rules are judged, so that a correction right after it alarms nobody.
create table rule_look (
    unit_id      integer not null references unit (id),
    day          text not null,
    with_silence integer not null,      -- also look for pupils who have not answered for days
    due_at       text not null,
    primary key (unit_id, day)
) without rowid;
create index rule_look_due on rule_look (due_at);

-- A message that grows: what belongs to one matter becomes one message for each reader.
create table growing_message (
    chat_id    integer not null,
    matter     text not null,
    unit_id    integer not null references unit (id),
    lines      text not null,           -- json: what it says, part by part
    message_id integer,                 -- null while it is on its way
    shown      integer not null,        -- how many parts the message had when it was last sent or edited
    begun_at   text not null,
    grown_at   text not null,
    primary key (chat_id, matter)
) without rowid;
