//! Any spreadsheet to a table, a column mapping and a checked plan of invitations.
