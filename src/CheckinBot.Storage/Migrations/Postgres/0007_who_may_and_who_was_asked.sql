alter table account add column seen_language text collate "C"; -- in which the user was last answered; what they chose goes before it
alter table removed_guardian add column display_name text collate "C"; -- to show the class teacher whom they may let back in
alter table conversation add column album text collate "C"; -- the last album of which a picture was answered

-- When a user was last asked unasked, by a reminder or a nudge: nobody is asked again within a quarter of an hour.
create table asked (
    user_id  bigint primary key,
    asked_at timestamptz not null
);

-- The family said that it answers later.
create table said_later (
    person_id bigint not null references person (id),
    day       date not null,
    slot      text collate "C" not null,
    said_at   timestamptz not null,
    primary key (person_id, day, slot)
);

-- What a classmate's parent told in a chain: no check-in until the family or the class teacher confirms it.
create table hearsay (
    person_id  bigint not null references person (id),
    day        date not null,
    slot       text collate "C" not null,
    answer     text collate "C" not null, -- json
    by_user_id bigint,
    by_name    text collate "C" not null,
    heard_at   timestamptz not null,
    primary key (person_id, day, slot)
);
