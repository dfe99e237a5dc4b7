CREATE TABLE greetings (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL CHECK (text <> '')
);

INSERT INTO greetings (text) VALUES ('Hello'), ('Good morning'), ('Welcome');
