-- Who is followed until it is settled, and why.
create table case_file (
    id         integer primary key autoincrement,
    person_id  integer not null references person (id),
    matter     text not null,           -- illness, contact, key_area, other
    state      text not null,           -- open, taken_on, at_hospital, diagnosed, recovering, ready_to_return, returned, closed
    opened_day text not null,
    opened_at  text not null,
    note       text,                    -- why, where it was opened by hand
    taken_by   integer references person (id), -- the member of staff who took it on last
    family_told_on text,                -- the last day on which the family said how it goes
    due_at     text not null,           -- by when something has to be done
    closed_at  text
);
create unique index case_file_open on case_file (person_id, matter) where closed_at is null;
create index case_file_by_person on case_file (person_id);
create index case_file_due on case_file (due_at) where closed_at is null;

-- What was done about a case. Append-only.
create table case_entry (
    id      integer primary key autoincrement,
    case_id integer not null references case_file (id),
    at      text not null,
    move    text not null,
    closing text,                       -- why it was closed
    by_name text                        -- null: it follows from what was told
);
create index case_entry_by_case on case_entry (case_id);
