-- One name for "bytes of any length" on both databases. (H2's BYTEA ends at 1 MiB.)
CREATE DOMAIN blob AS bytea;
