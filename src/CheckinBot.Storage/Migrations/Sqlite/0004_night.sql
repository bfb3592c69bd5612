-- What of the night's work was done on which local day. A clock that is set, forwards or back, does none of it twice.
create table night_run (
    day    text not null,
    work   text not null,
    ran_at text not null,
    primary key (day, work)
) without rowid;
