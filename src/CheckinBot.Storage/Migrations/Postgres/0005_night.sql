-- What of the night's work was done on which local day. A clock that is set, forwards or back, does none of it twice.
create table night_run (
    day    date not null,
    work   text collate "C" not null,
    ran_at timestamptz not null,
    primary key (day, work)
);
