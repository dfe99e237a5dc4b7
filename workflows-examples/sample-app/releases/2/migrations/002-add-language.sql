-- Version 1 goes on working: it names its columns, and the new one has a default.
ALTER TABLE greetings ADD COLUMN language TEXT NOT NULL DEFAULT 'en';

INSERT INTO greetings (text, language) VALUES ('Bonjour', 'fr'), ('Guten Tag', 'de'), ('こんにちは', 'ja');
