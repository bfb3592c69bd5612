-- What a day's answer holds beside its latest reading, and when and by which words it was told.
alter table check_in add column fever_reducer integer not null default false; -- a fever reducer was told to be taken
alter table check_in add column travel_waiver text not null default 'none';   -- why nobody answers for travel: none, not_reached, other
alter table check_in add column told_at text;                                 -- when the message was sent; null: when it was reported
alter table check_in add column told_hash text;                               -- of the words of the message: an edit that changes none is none

-- A fever told on a day stays that day's fever, so an answer with several readings is looked at, too.
drop index check_in_remarkable;
create index check_in_remarkable on check_in (unit_id, day, slot)
    where is_current and (status <> 'reported' or temperature_tenths >= 373 or symptoms <> 0 or travel = 'yes' or isolation <> 'none' or contact or diseases <> 0 or taken is not null);

-- Of those with a temperature, who has not answered the question of travel.
create index check_in_travel_open on check_in (unit_id, day, slot) where is_current and status = 'reported' and travel = 'unknown' and travel_waiver = 'none';

-- Who is followed until a day, whatever is answered later: back from a key area, in contact with a case, in quarantine.
create table monitored (
    id            integer primary key,
    person_id     integer not null references person (id),
    kind          text not null,        -- key_area, contact, isolation_home, isolation_central
    since         text not null,        -- the first day
    until         text not null,        -- the last day
    place         text,
    opened_day    text not null,        -- of the check-in that told it
    opened_slot   text not null,
    opened_at     text not null,
    closed_at     text,                 -- null: until its last day
    closed_reason text                  -- corrected, released
);
create index monitored_by_person on monitored (person_id, until);
create index monitored_by_day on monitored (until, since) where closed_at is null;
