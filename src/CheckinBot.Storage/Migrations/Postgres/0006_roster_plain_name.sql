-- The name in the form in which names are compared (no space between Chinese characters, compatibility forms as what they
-- stand for), where that is another text than the name; what is shown is the name.
alter table person add column plain_name text collate "C";

-- Names spread to the width of three, as lists are set; an import brings the rarer forms in order.
update person
set plain_name = replace(replace(replace(name, ' ', ''), '　', ''), chr(160), '')
where name !~ '[A-Za-z]' and (name like '% %' or name like '%　%' or name like '%' || chr(160) || '%');
