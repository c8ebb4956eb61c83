-- H2 knows BLOB; PostgreSQL gets it as a domain in the migration of the same number.
SELECT 1;
