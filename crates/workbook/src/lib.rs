//! Writes workbooks for people.
