-- Which profile made this database: the demo never starts on production data, nor the reverse.
CREATE TABLE installation (
    id           INTEGER                  NOT NULL PRIMARY KEY CHECK (id = 1),
    profile      VARCHAR(20)              NOT NULL,
    installed_at TIMESTAMP WITH TIME ZONE NOT NULL
);
