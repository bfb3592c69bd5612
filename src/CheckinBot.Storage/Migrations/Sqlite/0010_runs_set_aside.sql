-- A run that failed three times for a unit by its own fault counts as run, and keeps what it failed by until it is run again.
alter table job_run add column error text;
alter table job_run add column cause text;
