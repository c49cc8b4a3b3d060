-- What makes a list of a million answer at once: for each person a value of each column, one after the other in
-- the order of their numbers, n. Made when a list is swapped in; see records.rs for the names. A list from before
-- has none, and they are made in memory until it is refreshed.
--
-- From now on text_* and trigram_* hold what people's ids are searched by, and sorted_* stays empty: names and
-- addresses are looked through in memory.

CREATE TABLE column_a (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE column_b (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE column_c (name TEXT PRIMARY KEY, data BLOB NOT NULL);

CREATE INDEX user_a_external_id ON user_a (external_id);
CREATE INDEX user_b_external_id ON user_b (external_id);
CREATE INDEX user_c_external_id ON user_c (external_id);
