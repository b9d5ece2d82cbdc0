-- Sources can be searched, views be kept with the file, and columns packed from citations go when these change.

CREATE TABLE views (
    name     TEXT PRIMARY KEY,
    view     TEXT NOT NULL,                 -- one line: the words of VIEW on the command line
    position INTEGER NOT NULL
) STRICT;

DROP TABLE event_text_terms;
DROP TABLE event_text;
DROP VIEW event_text_source;

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

CREATE VIRTUAL TABLE event_text_terms USING fts5vocab ('event_text', 'instance');

-- Columns packed for version 1 lack the sources.
DELETE FROM packed_columns;

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

INSERT INTO event_text (event_text) VALUES ('rebuild');
