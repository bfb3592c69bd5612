alter table account add column seen_language text;         -- in which the user was last answered; what they chose goes before it
alter table removed_guardian add column display_name text; -- to show the class teacher whom they may let back in
alter table conversation add column album text;            -- the last album of which a picture was answered

-- When a user was last asked unasked, by a reminder or a nudge: nobody is asked again within a quarter of an hour.
create table asked (
    user_id  integer primary key,
    asked_at text not null
);

-- The family said that it answers later.
create table said_later (
    person_id integer not null references person (id),
    day       text not null,
    slot      text not null,
    said_at   text not null,
    primary key (person_id, day, slot)
) without rowid;

-- What a classmate's parent told in a chain: no check-in until the family or the class teacher confirms it.
create table hearsay (
    person_id  integer not null references person (id),
    day        text not null,
    slot       text not null,
    answer     text not null,       -- json
    by_user_id integer,
    by_name    text not null,
    heard_at   text not null,
    primary key (person_id, day, slot)
) without rowid;
