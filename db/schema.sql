-- A Détente event database, schema version 2. This file is the truth: db/build.py runs it as it is,
-- storage/ reads what it declares, and db/migrations brings older files here.
--
-- Time: INTEGER seconds from 1970-01-01T00:00:00 in the proleptic Gregorian calendar, half-open.
-- An event begins in [start_earliest, start_latest) and is over in [end_earliest, end_latest): it lies
-- within [start_earliest, end_latest). A single date has the same bounds for both ends.

PRAGMA application_id = 0x44544E54;  -- "DTNT"
PRAGMA user_version = 2;
PRAGMA foreign_keys = ON;

-- What the file says of itself: title, description, first_event (the slug selected at the first
-- start), first_window (the EDTF interval in view at the first start).
CREATE TABLE properties (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE relationships (
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE,          -- the identifier, as in the sources: Trump–MBS
    label    TEXT NOT NULL,                 -- as people read it: Trump–Mohammed bin Salman
    position INTEGER NOT NULL UNIQUE        -- order of the lanes, from 0
) STRICT;

CREATE TABLE kinds (
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE,          -- summit
    label    TEXT NOT NULL,                 -- Summit
    shape    TEXT NOT NULL,                 -- the mark: a name of explorer/ui/shapes.py
    position INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE places (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,      -- Presidential Palace, Helsinki
    country_code TEXT NOT NULL CHECK (length(country_code) = 2),   -- ISO 3166-1, today's
    country      TEXT NOT NULL,             -- Finland
    latitude     REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude    REAL CHECK (longitude BETWEEN -180 AND 180)
) STRICT;

CREATE TABLE people (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    sort_name TEXT NOT NULL,                -- Putin, Vladimir
    is_body   INTEGER NOT NULL DEFAULT 0 CHECK (is_body IN (0, 1))  -- a ministry, a company, a group
) STRICT;

CREATE TABLE events (
    id              INTEGER PRIMARY KEY,
    slug            TEXT NOT NULL UNIQUE,
    title           TEXT NOT NULL,
    label           TEXT,                   -- the short title drawn on the timeline; NULL: the title
    kind_id         INTEGER NOT NULL REFERENCES kinds (id),
    relationship_id INTEGER NOT NULL REFERENCES relationships (id),
    place_id        INTEGER REFERENCES places (id),
    start_edtf      TEXT NOT NULL,
    end_edtf        TEXT,                   -- NULL: a single date
    start_earliest  INTEGER NOT NULL,
    start_latest    INTEGER NOT NULL,
    end_earliest    INTEGER NOT NULL,
    end_latest      INTEGER NOT NULL,
    start_precision TEXT NOT NULL,          -- second, minute, hour, day, month, season, year, decade ...
    end_precision   TEXT NOT NULL,
    start_qualifier TEXT NOT NULL DEFAULT '' CHECK (start_qualifier IN ('', '?', '~', '%', '..')),
    end_qualifier   TEXT NOT NULL DEFAULT '' CHECK (end_qualifier IN ('', '?', '~', '%', '..')),
    importance      INTEGER NOT NULL CHECK (importance BETWEEN 1 AND 5),
    basis           TEXT NOT NULL CHECK (basis IN ('named', 'alluded', 'context')),
    summary         TEXT NOT NULL DEFAULT '',
    confidence      TEXT NOT NULL DEFAULT 'high' CHECK (confidence IN ('high', 'medium', 'low')),
    verification    TEXT NOT NULL DEFAULT '',   -- how the event and its date were confirmed
    CHECK (start_earliest < start_latest),
    CHECK (end_earliest < end_latest),
    CHECK (start_earliest < end_latest)
) STRICT;
CREATE INDEX events_by_relationship ON events (relationship_id, start_earliest, id);
CREATE INDEX events_by_start ON events (start_earliest, id);

-- The spot of an event where it differs from that of its place.
CREATE TABLE event_coordinates (
    event_id  INTEGER PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    latitude  REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180)
) STRICT;

-- Who took part, with the office held and the country stood for at the time.
CREATE TABLE participations (
    event_id  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    office    TEXT NOT NULL DEFAULT '',
    country   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (event_id, position),
    UNIQUE (event_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX participations_by_person ON participations (person_id, event_id);

CREATE TABLE sources (
    id       INTEGER PRIMARY KEY,
    citation TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE citations (
    event_id  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

-- Texts that discuss the events. What they say is kept apart from the record above.
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    slug      TEXT NOT NULL UNIQUE,
    title     TEXT NOT NULL,
    author    TEXT NOT NULL,
    publisher TEXT NOT NULL,
    date_edtf TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE passages (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number > 0),     -- the paragraph's
    summary     TEXT NOT NULL,                           -- ours, never the document's own words
    UNIQUE (document_id, number)
) STRICT;

CREATE TABLE passage_events (
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (passage_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_events_by_event ON passage_events (event_id);

-- What a document says of one event, in our words.
CREATE TABLE commentary (
    id          INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    text        TEXT NOT NULL,
    UNIQUE (event_id, document_id)
) STRICT;

CREATE TABLE commentary_passages (
    commentary_id INTEGER NOT NULL REFERENCES commentary (id) ON DELETE CASCADE,
    passage_id    INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    PRIMARY KEY (commentary_id, passage_id)
) STRICT, WITHOUT ROWID;

-- Where the record bears on, or tells against, what the document says of an event.
CREATE TABLE record_notes (
    id       INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX record_notes_by_event ON record_notes (event_id);

CREATE TABLE claims (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    slug        TEXT NOT NULL UNIQUE,
    position    INTEGER NOT NULL,           -- from 1, the order of the argument
    label       TEXT NOT NULL,              -- a short heading
    statement   TEXT NOT NULL,
    UNIQUE (document_id, position)
) STRICT;

CREATE TABLE claim_passages (
    claim_id   INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    PRIMARY KEY (claim_id, passage_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_events (
    claim_id   INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    role       TEXT NOT NULL CHECK (role IN ('evidence', 'precedent', 'exception', 'consequence')),
    passage_id INTEGER REFERENCES passages (id),
    PRIMARY KEY (claim_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_events_by_event ON claim_events (event_id);

-- Views that readers named and keep with the file, in the order of `position`.
CREATE TABLE views (
    name     TEXT PRIMARY KEY,
    view     TEXT NOT NULL,                 -- one line: the words of VIEW on the command line
    position INTEGER NOT NULL
) STRICT;

-- Full text of what a reader may look for. After a change to the tables below, run
-- INSERT INTO event_text (event_text) VALUES ('rebuild').
CREATE VIEW event_text_source AS
SELECT e.id AS id,
       e.title || coalesce(' ' || e.label, '') AS title,
       e.summary AS summary,
       coalesce((SELECT group_concat(p.name || ' ' || t.office || ' ' || t.country, ' · ')
                   FROM participations t JOIN people p ON p.id = t.person_id
                  WHERE t.event_id = e.id), '') AS people,
       coalesce((SELECT l.name || ' ' || l.country FROM places l WHERE l.id = e.place_id), '') AS place,
       coalesce((SELECT group_concat(c.text, ' ') FROM commentary c WHERE c.event_id = e.id), '')
           || coalesce((SELECT ' ' || group_concat(n.text, ' ') FROM record_notes n WHERE n.event_id = e.id), '')
           AS commentary,
       coalesce((SELECT group_concat(s.citation, ' · ')
                   FROM citations x JOIN sources s ON s.id = x.source_id
                  WHERE x.event_id = e.id), '') AS sources
  FROM events e;

CREATE VIRTUAL TABLE event_text USING fts5 (
    title, summary, people, place, commentary, sources,
    content = 'event_text_source', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Every occurrence of every term of that index, in order of term: takes no room, and has the first events
-- for the beginning of a word without looking at all.
CREATE VIRTUAL TABLE event_text_terms USING fts5vocab ('event_text', 'instance');

-- Where version 0.1 kept the numbers of all events, packed, with triggers that delete row 0 when a row changes
-- that it stands for. Never read any more: the program keeps such columns in the user's cache folder.
CREATE TABLE packed_columns (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TRIGGER events_inserted_unpack AFTER INSERT ON events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER events_updated_unpack AFTER UPDATE OF id, kind_id, relationship_id, place_id, start_earliest,
    start_latest, end_earliest, end_latest, start_qualifier, end_qualifier, importance, basis ON events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER events_deleted_unpack AFTER DELETE ON events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER participations_inserted_unpack AFTER INSERT ON participations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER participations_updated_unpack AFTER UPDATE OF event_id, position, person_id ON participations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER participations_deleted_unpack AFTER DELETE ON participations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claim_events_inserted_unpack AFTER INSERT ON claim_events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claim_events_updated_unpack AFTER UPDATE OF claim_id, event_id ON claim_events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claim_events_deleted_unpack AFTER DELETE ON claim_events
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER relationships_inserted_unpack AFTER INSERT ON relationships
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER relationships_updated_unpack AFTER UPDATE OF id, slug, label, position ON relationships
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER relationships_deleted_unpack AFTER DELETE ON relationships
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER kinds_inserted_unpack AFTER INSERT ON kinds
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER kinds_updated_unpack AFTER UPDATE OF id, slug, label, position ON kinds
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER kinds_deleted_unpack AFTER DELETE ON kinds
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER places_inserted_unpack AFTER INSERT ON places
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER places_updated_unpack AFTER UPDATE OF id, name, country_code, country ON places
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER places_deleted_unpack AFTER DELETE ON places
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER people_inserted_unpack AFTER INSERT ON people
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER people_updated_unpack AFTER UPDATE OF id, name ON people
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER people_deleted_unpack AFTER DELETE ON people
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claims_inserted_unpack AFTER INSERT ON claims
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claims_updated_unpack AFTER UPDATE OF id, document_id, slug, position, label ON claims
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER claims_deleted_unpack AFTER DELETE ON claims
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER citations_inserted_unpack AFTER INSERT ON citations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER citations_updated_unpack AFTER UPDATE OF event_id, source_id ON citations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER citations_deleted_unpack AFTER DELETE ON citations
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER sources_inserted_unpack AFTER INSERT ON sources
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER sources_updated_unpack AFTER UPDATE OF id, citation ON sources
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
CREATE TRIGGER sources_deleted_unpack AFTER DELETE ON sources
    WHEN EXISTS (SELECT 1 FROM packed_columns WHERE id = 0) BEGIN DELETE FROM packed_columns WHERE id = 0; END;
