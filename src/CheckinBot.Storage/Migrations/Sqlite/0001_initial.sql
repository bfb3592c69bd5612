-- Instants are ISO 8601 text in UTC with milliseconds, days are yyyy-MM-dd: both sort as text.
-- Members of closed sets are stored by their names in snake case, temperatures as tenths of a degree Celsius, symptoms as a bit mask.

create table unit (
    id        integer primary key,
    parent_id integer references unit (id),
    name      text not null,
    path      text not null unique,
    kind      text not null,            -- class, grade, school, area, department, boarding_house
    school_id integer references unit (id), -- the school that a class, a grade or the school itself belongs to; null above schools
    time_zone text,                     -- null: the nearest ancestor's value, else the configured one
    language  text
);
create index unit_by_parent on unit (parent_id);
create index unit_by_school on unit (school_id);

-- The closure of the tree, each unit itself included at distance 0.
create table unit_ancestor (
    unit_id     integer not null references unit (id),
    ancestor_id integer not null references unit (id),
    distance    integer not null,
    primary key (unit_id, ancestor_id)
) without rowid;
create index unit_ancestor_by_ancestor on unit_ancestor (ancestor_id, unit_id);

create table person (
    id         integer primary key,
    unit_id    integer not null references unit (id),
    role       text not null,           -- student, teacher, class_teacher, school_officer, official, duty_officer, counsellor, admin
    name       text not null,
    number     text,
    language   text,
    note       text,
    birth_date text,
    dormitory  text,
    active     integer not null default true,
    expected   integer not null,        -- asked to check in: students and staff
    joined_at  text                     -- when first imported, or back: no silence counts before; null: always there
);
create index person_by_unit on person (unit_id);
create index person_not_pupil on person (unit_id, id) where role <> 'student';
create index person_expected on person (unit_id) where active and expected;
create index person_not_expected on person (unit_id) where not (active and expected);

-- What a person does where: the person's own row, and every further one.
create table post (
    person_id integer not null references person (id),
    unit_id   integer not null references unit (id),
    role      text not null,
    primary key (person_id, unit_id, role)
) without rowid;
create index post_by_unit on post (unit_id, role);

-- A Telegram bot that this database serves, as getMe tells it.
create table bot (
    bot_id   integer primary key,
    username text not null
);

create table account (
    user_id            integer primary key,
    language           text,
    reachable          integer not null default true,
    unreachable_reason text,
    first_seen_at      text not null
);

create table link (
    user_id      integer not null,
    person_id    integer not null references person (id),
    kind         text not null,         -- guardian, self
    nickname     text,
    display_name text not null,         -- as Telegram shows the user, for the class teacher's list of guardians
    linked_at    text not null,
    primary key (user_id, person_id)
) without rowid;
create index link_by_person on link (person_id);

-- Guardians whom the class teacher removed: the pupil's code does not let them back in.
create table removed_guardian (
    user_id    integer not null,
    person_id  integer not null references person (id),
    removed_at text not null,
    primary key (user_id, person_id)
) without rowid;

create table invitation (
    code       text primary key,
    person_id  integer not null references person (id),
    created_at text not null,
    revoked_at text
) without rowid;
create index invitation_by_person on invitation (person_id);

create table invitation_use (
    code    text not null references invitation (code),
    user_id integer not null,
    used_at text not null,
    primary key (code, user_id)
) without rowid;
create index invitation_use_by_user on invitation_use (user_id);

create table code_failure (
    user_id   integer not null,
    failed_at text not null
);
create index code_failure_by_user on code_failure (user_id, failed_at);

create table group_chat (
    chat_id    integer primary key,
    bot_id     integer not null,
    unit_id    integer references unit (id), -- null until somebody binds the group
    title      text,
    bot_admin  integer not null default false,
    can_delete integer not null default false,
    tidy       integer not null default false,
    bound_by   integer,
    bound_at   text
);
create index group_chat_by_unit on group_chat (unit_id);

create table card (
    unit_id    integer not null references unit (id),
    chat_id    integer not null,
    day        text not null,
    slot       text not null,
    message_id integer,                 -- null while the card is on its way
    shown      text,                    -- what the card says, to leave it alone where nothing changed
    primary key (unit_id, chat_id, day, slot)
) without rowid;
create index card_by_message on card (chat_id, message_id);

-- Append-only: a correction or an undo is a new revision, and the only change to a row is that it is no longer current.
create table check_in (
    id                 integer primary key,
    person_id          integer not null references person (id),
    unit_id            integer not null references unit (id), -- the person's unit on that day
    day                text not null,
    slot               text not null,
    revision           integer not null,
    is_current         integer not null,
    status             text not null,   -- reported, partial, exempt, missing (taken back)
    temperature_tenths integer,
    site               text not null,
    taken              text,            -- json: all readings told
    symptoms           integer not null,
    diseases           integer not null default 0, -- bit mask of the infectious diseases told
    suspected          integer not null default false, -- none of them is confirmed
    seen_doctor        integer,
    travel             text not null,   -- unknown, no, yes
    place              text,
    returned_on        text,
    still_away         integer not null,
    isolation          text not null,
    absence            text not null,
    contact            integer not null,
    no_thermometer     integer not null,
    normal_said        integer not null,
    reporter_user_id   integer,
    reporter_person_id integer,
    reporter_name      text,
    reported_at        text not null,
    source             text not null,
    chat_id            integer,
    message_id         integer
);
create unique index check_in_revision on check_in (person_id, day, slot, revision);
create unique index check_in_current on check_in (person_id, day, slot) where is_current;
create index check_in_by_unit on check_in (unit_id, day, slot) where is_current;
-- Whatever a digest must look at: its condition is DigestStore's.
create index check_in_remarkable on check_in (unit_id, day, slot)
    where is_current and (status <> 'reported' or temperature_tenths >= 373 or symptoms <> 0 or travel = 'yes' or isolation <> 'none' or contact or diseases <> 0);
create index check_in_by_message on check_in (chat_id, message_id) where message_id is not null;

create table conversation (
    bot_id     integer not null,
    chat_id    integer not null,
    thread_id  integer not null,        -- 0 outside of topics
    user_id    integer not null,
    epoch      integer not null,
    version    integer not null,
    state      text,                    -- json with the version of its shape; null: nothing is asked
    expires_at text,
    updated_at text not null,
    primary key (bot_id, chat_id, thread_id, user_id)
) without rowid;
create index conversation_by_expiry on conversation (expires_at) where expires_at is not null;

create table inbox (
    bot_id      integer not null,
    update_id   integer not null,
    received_at text not null,
    error       text,                   -- set where the update was poisoned: the kind of fault, never content
    primary key (bot_id, update_id)
) without rowid;

create table outbox (
    id         integer primary key autoincrement,
    bot_id     integer not null,
    chat_id    integer not null,
    lane       text not null,
    call       text not null,           -- json of the Bot API call
    track      text,                    -- what to do with the message id that comes back
    dedupe_key text,
    created_at text not null,
    due_at     text not null,
    attempts   integer not null default 0,
    sent_at    text,
    error      text
);
create unique index outbox_dedupe on outbox (dedupe_key) where dedupe_key is not null;

-- The idempotency key of everything that the schedule does.
create table job_run (
    unit_id integer not null,
    day     text not null,
    slot    text not null,
    kind    text not null,
    ran_at  text not null,
    primary key (unit_id, day, slot, kind)
) without rowid;

create table digest (
    unit_id  integer not null references unit (id),
    day      text not null,
    slot     text not null,
    revision integer not null,
    as_of    text not null,
    body     text not null,             -- json: numbers only, so that it outlives the retention time
    primary key (unit_id, day, slot, revision)
) without rowid;

-- Who signed which revision of a unit's numbers. The only change to a row is that it is found not to hold any more.
create table sign_off (
    unit_id     integer not null references unit (id),
    day         text not null,
    slot        text not null,
    revision    integer not null,
    numbers     text not null,          -- json: the numbers that were signed
    person_id   integer not null references person (id),
    signed_at   text not null,
    outdated_at text,                   -- null as long as it holds
    primary key (unit_id, day, slot, revision)
) without rowid;
create index sign_off_by_day on sign_off (day, slot);

create table setting (
    unit_id integer not null references unit (id),
    key     text not null,
    value   text not null,
    primary key (unit_id, key)
) without rowid;

-- Every change of a setting. Append-only.
create table setting_change (
    id           integer primary key,
    unit_id      integer not null references unit (id),
    key          text not null,
    old_value    text,
    new_value    text,                  -- null: taken away
    changed_at   text not null,
    by_user_id   integer,               -- null: the operator, at the command line
    by_person_id integer references person (id),
    by_operator  text
);
create index setting_change_by_unit on setting_change (unit_id, changed_at);

-- Who was in which unit until when. What was told before counts for the old unit.
create table transfer (
    id             integer primary key,
    person_id      integer not null references person (id),
    from_unit_id   integer not null references unit (id),
    to_unit_id     integer not null references unit (id),
    from_number    text,
    on_day         text not null,       -- the first day in the new unit
    transferred_at text not null,
    by_operator    text,                -- the operating system's account, at the command line
    by_person_id   integer references person (id), -- the member of staff, in the chat
    told_at        text                 -- when family and class teachers were told; null: not yet
);
create index transfer_by_person on transfer (person_id, on_day);
create index transfer_by_day on transfer (on_day);
create index transfer_untold on transfer (id) where told_at is null;

-- Who looked at whose health; families and class teachers are not logged. The unit is the person's at that time.
create table look (
    id           integer primary key,
    looked_at    text not null,
    by_user_id   integer,               -- null: the operator, at the command line
    by_person_id integer references person (id),
    by_operator  text,                  -- the operating system's account, at the command line
    person_id    integer not null references person (id),
    unit_id      integer not null references unit (id),
    reason       text not null,
    via          text not null          -- chat, export, form, command_line
);
create index look_by_unit on look (unit_id, looked_at);
create index look_by_person on look (person_id, looked_at);

-- A rule that has fired at a class, a dormitory of a school, or a school. It fires once for the same facts.
create table rule_firing (
    id                integer primary key,
    unit_id           integer not null references unit (id), -- the class or the school
    rule              text not null,
    scope             text not null,       -- class, dormitory, school
    dormitory         text not null,       -- empty for a class or a school
    signs             integer not null,    -- bit mask of the symptoms that are alike
    diseases          integer not null,    -- bit mask of the diseases told
    first_day         text not null,
    last_day          text not null,       -- on which the rule was last fulfilled
    fired_at          text not null,
    deadline_at       text,
    stage             integer not null,    -- levels that it has gone up
    told_unit_id      integer,             -- the highest unit that was told
    goes_up_at        text,                -- when the level above is told; null: never
    acknowledged_by   integer,
    acknowledged_name text,
    acknowledged_at   text,
    withdrawn_at      text                 -- corrections or late answers took its ground away
);
create unique index rule_firing_once on rule_firing (unit_id, rule, scope, dormitory, first_day);
create index rule_firing_by_day on rule_firing (last_day);
create index rule_firing_due on rule_firing (goes_up_at) where goes_up_at is not null;

create table rule_firing_pupil (
    firing_id integer not null references rule_firing (id),
    person_id integer not null references person (id),
    primary key (firing_id, person_id)
) without rowid;

-- The message by which somebody was told, kept up to date by editing.
create table alert_message (
    firing_id  integer not null references rule_firing (id),
    chat_id    integer not null,
    message_id integer,                    -- null while it is on its way
    shown      text not null,              -- what it says, to leave it alone where nothing changed
    primary key (firing_id, chat_id)
) without rowid;

-- A unit that is let off for a day, with the reason; reminders, pings and escalation leave it in peace.
create table waiver (
    unit_id integer not null references unit (id),
    day     text not null,
    slot    text not null,                 -- in which it was said; it holds for the day
    by_user_id integer not null,
    by_name text not null,
    reason  text not null,                 -- no_school, outing, power, other
    note    text,                          -- as typed
    at      text not null,
    primary key (unit_id, day)
) without rowid;
create index waiver_by_day on waiver (day);
