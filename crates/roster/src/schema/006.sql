-- What the platform sent of each person, as JSON text: blocks of people whose numbers, n, follow each other from
-- first on, a line each, compressed (deflate). See raw.rs. A list from before has none until it is refreshed.

CREATE TABLE raw_a (first INTEGER PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE raw_b (first INTEGER PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE raw_c (first INTEGER PRIMARY KEY, records BLOB NOT NULL);
