<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, for a report</source>
        <translation>Die Versionen kopieren, für eine Meldung</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>A timeline of diplomacy with an author&apos;s argument beside the record.</source>
        <translation>Eine Zeitleiste der Diplomatie mit den Thesen eines Autors neben den Ereignissen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>MIT licence. Qt and PySide6 are used under the LGPL. Nothing is sent anywhere: Détente has no network access.</source>
        <translation>MIT-Lizenz. Qt und PySide6 werden unter der LGPL benutzt. Nichts wird irgendwohin gesendet: Détente greift nicht auf das Netz zu.</translation>
    </message>
    <message>
        <source>“{file}” is missing from this installation.</source>
        <translation>„{file}“ fehlt in dieser Installation.</translation>
    </message>
    <message>
        <source>About Détente</source>
        <translation>Über Détente</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>Packages whose version is told, by the name that pip knows.</extracomment>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <comment>group</comment>
        <extracomment>The groups of TABLE.</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Filter</source>
        <comment>group</comment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>View</source>
        <comment>group</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Go</source>
        <comment>group</comment>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>group</comment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Views</source>
        <comment>group</comment>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>group</comment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>Zuletzt geöffnet…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Copy event with citation</source>
        <translation>Ereignis mit Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>Copy picture of the timeline</source>
        <translation>Bild der Zeitleiste kopieren</translation>
    </message>
    <message>
        <source>Copy all that matches as a table</source>
        <translation>Alle Treffer als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear one filter</source>
        <translation>Einen Filter löschen</translation>
    </message>
    <message>
        <source>Go to the filters</source>
        <translation>Zu den Filtern</translation>
    </message>
    <message>
        <source>Hide or show the filters</source>
        <translation>Filter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Open every section of the filters</source>
        <translation>Alle Filterabschnitte aufklappen</translation>
    </message>
    <message>
        <source>Close every section of the filters</source>
        <translation>Alle Filterabschnitte zuklappen</translation>
    </message>
    <message>
        <source>Filter by date…</source>
        <translation>Nach Datum filtern …</translation>
    </message>
    <message>
        <source>Filter to the visible window</source>
        <translation>Auf den sichtbaren Zeitraum filtern</translation>
    </message>
    <message>
        <source>Copy filter as sentence</source>
        <translation>Filter als Satz kopieren</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Collapse gaps</source>
        <translation>Lücken zusammenziehen</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Dim filtered-out events instead of hiding them</source>
        <translation>Ausgefilterte Ereignisse abblenden statt ausblenden</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Show what the article says</source>
        <translation>Zeigen, was der Artikel sagt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Sort the table by the column; again: the other way</source>
        <translation>Tabelle nach der Spalte sortieren; nochmals: andersherum</translation>
    </message>
    <message>
        <source>Centre the selection; again: fit it</source>
        <translation>Auswahl zentrieren; nochmals: einpassen</translation>
    </message>
    <message>
        <source>Show the event</source>
        <translation>Ereignis zeigen</translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation>Artikel zeigen</translation>
    </message>
    <message>
        <source>Follow the article on the timeline</source>
        <translation>Dem Artikel auf der Zeitleiste folgen</translation>
    </message>
    <message>
        <source>One screen earlier</source>
        <translation>Eine Bildschirmbreite früher</translation>
    </message>
    <message>
        <source>One screen later</source>
        <translation>Eine Bildschirmbreite später</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Nearest event in the lane above</source>
        <translation>Nächstgelegenes Ereignis in der Bahn darüber</translation>
    </message>
    <message>
        <source>Nearest event in the lane below</source>
        <translation>Nächstgelegenes Ereignis in der Bahn darunter</translation>
    </message>
    <message>
        <source>Previous event in the lane</source>
        <translation>Voriges Ereignis der Bahn</translation>
    </message>
    <message>
        <source>Next event in the lane</source>
        <translation>Nächstes Ereignis der Bahn</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Next passage about the event</source>
        <translation>Nächste Stelle über das Ereignis</translation>
    </message>
    <message>
        <source>Previous passage about it</source>
        <translation>Vorige Stelle darüber</translation>
    </message>
    <message>
        <source>Compare: mark the first of two events</source>
        <translation>Vergleichen: erstes von zwei Ereignissen merken</translation>
    </message>
    <message>
        <source>Swap the two events compared</source>
        <translation>Die zwei verglichenen Ereignisse tauschen</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Step back out</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Star the event</source>
        <translation>Ereignis mit Stern versehen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Export my notes…</source>
        <translation>Meine Notizen exportieren …</translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation>Nächster Bereich des Fensters</translation>
    </message>
    <message>
        <source>Region before</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Copy view as text</source>
        <translation>Ansicht als Text kopieren</translation>
    </message>
    <message>
        <source>Open view from text…</source>
        <translation>Ansicht aus Text öffnen …</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht sichern …</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gesicherte Ansichten</translation>
    </message>
    <message>
        <source>Edit saved views…</source>
        <translation>Gesicherte Ansichten bearbeiten …</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Problem melden…</translation>
    </message>
    <message>
        <source>About Détente</source>
        <translation>Über Détente</translation>
    </message>
    <message>
        <source>No database is open</source>
        <extracomment>What must be there for an action to do anything, for those that need something. Why an action can do nothing now, by what it needs; Commands.has knows whether it is there.</extracomment>
        <translation>Keine Datenbank ist geöffnet</translation>
    </message>
    <message>
        <source>No event is selected</source>
        <translation>Kein Ereignis ist ausgewählt</translation>
    </message>
    <message>
        <source>No two events are compared</source>
        <translation>Es werden keine zwei Ereignisse verglichen</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>Nothing is filtered</source>
        <translation>Es ist nichts gefiltert</translation>
    </message>
    <message>
        <source>This is the first view</source>
        <translation>Dies ist die erste Ansicht</translation>
    </message>
    <message>
        <source>This is the last view</source>
        <translation>Dies ist die letzte Ansicht</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>The article</source>
        <extracomment>Milliseconds of calm after which the paragraph at the top counts as read.</extracomment>
        <translation>Der Artikel</translation>
    </message>
    <message>
        <source>{document} · our summary</source>
        <extracomment>Whether reading lights events on the timeline.</extracomment>
        <translation>{document} · unsere Zusammenfassung</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <extracomment>Pixels from the top: where the reading line is, and where a paragraph gone to comes to stand. Steps of the keys beyond one paragraph: a screen, and all there are.</extracomment>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Paragraphs of the article</source>
        <extracomment>The paragraph to keep at its place when the room changes; None after a hand has scrolled.</extracomment>
        <translation>Absätze des Artikels</translation>
    </message>
    <message>
        <source>Light the events of ¶ {number}</source>
        <extracomment>Chips of a paragraph before &quot;+2&quot; is pressed, and how many more each press shows. Pixels: the mark on the edge, and how far the text keeps from it. Pixels: above, below and right of what a paragraph holds; the width below which its tags change sides. Pixels between chips. Whether every chip has its event&apos;s name.</extracomment>
        <translation>Ereignisse von ¶ {number} hervorheben</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>Absatz {number}</translation>
    </message>
    <message>
        <source>C {number}</source>
        <comment>claim</comment>
        <translation>T {number}</translation>
    </message>
    <message>
        <source>Claim {number}: {statement}
Show the events that carry it</source>
        <translation>These {number}: {statement}
Ereignisse zeigen, die sie tragen</translation>
    </message>
    <message>
        <source>fewer</source>
        <comment>events</comment>
        <translation>weniger</translation>
    </message>
    <message>
        <source>Show fewer events</source>
        <translation>Weniger Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Show {n} more of {total} events</source>
        <translation>{n} weitere von {total} Ereignissen zeigen</translation>
    </message>
    <message>
        <source>hidden by the filter</source>
        <translation>vom Filter verborgen</translation>
    </message>
    <message>
        <source>carries the chosen claim</source>
        <translation>trägt die gewählte These</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>Claim {number}: {label}</source>
        <translation>These {number}: {label}</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>{n} event, which passes the filter</source>
        <translation>{n} Ereignis, das den Filter passiert</translation>
    </message>
    <message>
        <source>{n} events, all pass the filter</source>
        <translation>{n} Ereignisse, alle passieren den Filter</translation>
    </message>
    <message>
        <source>{passing} of {n} events pass the filter</source>
        <translation>{passing} von {n} Ereignissen passieren den Filter</translation>
    </message>
    <message>
        <source>{passing} of {n} event pass the filter</source>
        <translation>{passing} von {n} Ereignis passiert den Filter</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Close the claim</source>
        <extracomment>What Tab leaves the banner from.</extracomment>
        <translation>These schließen</translation>
    </message>
    <message>
        <source>Show no claim on the timeline any more (Esc)</source>
        <translation>Keine These mehr auf der Zeitleiste zeigen (Esc)</translation>
    </message>
    <message>
        <source>Claim {n}</source>
        <translation>These {n}</translation>
    </message>
    <message>
        <source>Claim {n}: {claim} {carried}.</source>
        <translation>These {n}: {claim} {carried}.</translation>
    </message>
    <message>
        <source>Read paragraph {n} of the article</source>
        <translation>Absatz {n} des Artikels lesen</translation>
    </message>
    <message>
        <source>Paragraph {n}</source>
        <translation>Absatz {n}</translation>
    </message>
    <message>
        <source>No event carries it</source>
        <translation>Kein Ereignis trägt sie</translation>
    </message>
    <message>
        <source>No event that passes the filter carries it; the one that carries it does not pass</source>
        <translation>Kein Ereignis, das den Filter passiert, trägt sie; das eine, das sie trägt, passiert ihn nicht</translation>
    </message>
    <message>
        <source>No event that passes the filter carries it; the {n} that carry it do not pass</source>
        <translation>Kein Ereignis, das den Filter passiert, trägt sie; die {n}, die sie tragen, passieren ihn nicht</translation>
    </message>
    <message>
        <source>{n} event carries it</source>
        <translation>{n} Ereignis trägt sie</translation>
    </message>
    <message>
        <source>{n} events carry it</source>
        <translation>{n} Ereignisse tragen sie</translation>
    </message>
    <message>
        <source>{carried}, {n} dimmed</source>
        <translation>{carried}, {n} abgeblendet</translation>
    </message>
    <message>
        <source>Claim {n}: {claim}, {events}, chosen</source>
        <extracomment>The most of the left column that the claims take; the facets have the rest.</extracomment>
        <translation>These {n}: {claim}, {events}, gewählt</translation>
    </message>
    <message>
        <source>Claim {n}: {claim}, {events}</source>
        <translation>These {n}: {claim}, {events}</translation>
    </message>
    <message>
        <source>Claim {n}: {claim}</source>
        <translation>These {n}: {claim}</translation>
    </message>
    <message>
        <source>Claims of the article</source>
        <translation>Thesen des Artikels</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Show no claim on the timeline any more</source>
        <translation>Keine These mehr auf der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Clear the claim</source>
        <translation>These löschen</translation>
    </message>
    <message>
        <source>How an event serves it</source>
        <translation>Wie ein Ereignis ihr dient</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Thesen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Precedent</source>
        <translation>Präzedenzfall</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>{n} event</source>
        <translation>{n} Ereignis</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>{n} Ereignisse</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>No event matches, so there is nothing to draw.</source>
        <translation>Kein Ereignis passt, also gibt es nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Lift a filter.</source>
        <translation>Einen Filter aufheben.</translation>
    </message>
    <message>
        <source>The picture is too large for this machine&apos;s memory.</source>
        <translation>Das Bild ist zu groß für den Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>Eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>The picture could not be encoded.</source>
        <translation>Das Bild konnte nicht kodiert werden.</translation>
    </message>
    <message>
        <source>Copied a picture of the timeline</source>
        <extracomment>Events that a clipboard takes as a table: more would stand in memory several times over, in two programs. Device pixels of a copied picture to one of the screen.</extracomment>
        <translation>Bild der Zeitleiste kopiert</translation>
    </message>
    <message>
        <source>There is nothing to copy</source>
        <translation>Es gibt nichts zu kopieren</translation>
    </message>
    <message>
        <source>Copied {n} event as a table</source>
        <translation>{n} Ereignis als Tabelle kopiert</translation>
    </message>
    <message>
        <source>Copied {n} events as a table</source>
        <translation>{n} Ereignisse als Tabelle kopiert</translation>
    </message>
    <message>
        <source>The clipboard takes {most} events at most, and these are {n}.</source>
        <translation>Die Zwischenablage nimmt höchstens {most} Ereignisse auf, und dies sind {n}.</translation>
    </message>
    <message>
        <source>Filter them, or export a table.</source>
        <translation>Sie lassen sich filtern oder als Tabelle exportieren.</translation>
    </message>
    <message>
        <source>What will be written</source>
        <extracomment>Rows of a table that are shown. How often a picture is composed again because titles have come.</extracomment>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Die nächste Seite</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {wide} × {high} mm</source>
        <translation>{width} × {height} Pixel, {wide} × {high} mm</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <source>{size} (higher than asked for: its lanes need it)</source>
        <translation>{size} (höher als verlangt: die Bahnen brauchen es)</translation>
    </message>
    <message>
        <source>Page {page} of {pages} · {size}</source>
        <translation>Seite {page} von {pages} · {size}</translation>
    </message>
    <message>
        <source>{found} of {n} event</source>
        <translation>{found} von {n} Ereignis</translation>
    </message>
    <message>
        <source>{found} of {n} events</source>
        <translation>{found} von {n} Ereignissen</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>Milliseconds of calm after which the preview follows what is typed; at least so many times as long as it took to compose, so that in a large database nobody types into a picture that is being made. What belongs to one view and not to the next export.</extracomment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What keeps this from being exported</source>
        <translation>Was den Export verhindert</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Choose a name and write the file (Enter)</source>
        <translation>Namen wählen und Datei schreiben (Eingabe)</translation>
    </message>
    <message>
        <source>From: a date such as 1985, 1985-04, 198X or -0043 (44 BCE); empty for no limit</source>
        <extracomment>What a picture or a table may show.</extracomment>
        <translation>Von: ein Datum wie 1985, 1985-04, 198X oder -0043 (44 v. Chr.); leer für keine Grenze</translation>
    </message>
    <message>
        <source>To: a date such as 1985, 1985-04, 198X or -0043 (44 BCE); empty for no limit</source>
        <translation>Bis: ein Datum wie 1985, 1985-04, 198X oder -0043 (44 v. Chr.); leer für keine Grenze</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Sichtbares</translation>
    </message>
    <message>
        <source>All matches</source>
        <translation>Alle Treffer</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Extent</source>
        <extracomment>True while what stands in the fields cannot be read.</extracomment>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>The stretch of time that the timeline shows now</source>
        <translation>Der Zeitraum, den die Zeitleiste gerade zeigt</translation>
    </message>
    <message>
        <source>Everything that passes the filter</source>
        <translation>Alles, was den Filter passiert</translation>
    </message>
    <message>
        <source>A span of dates of your own</source>
        <translation>Ein selbst gewählter Zeitraum</translation>
    </message>
    <message>
        <source>From (date)</source>
        <translation>Von (Datum)</translation>
    </message>
    <message>
        <source>To (date)</source>
        <translation>Bis (Datum)</translation>
    </message>
    <message>
        <source>The span has no date.</source>
        <translation>Der Zeitraum hat kein Datum.</translation>
    </message>
    <message>
        <source>Write a first or a last one.</source>
        <translation>Ein erstes oder ein letztes eintragen.</translation>
    </message>
    <message>
        <source>Until the end of {last}</source>
        <translation>Bis zum Ende von: {last}</translation>
    </message>
    <message>
        <source>From the start of {first} on</source>
        <translation>Ab dem Anfang von: {first}</translation>
    </message>
    <message>
        <source>From the start of {first} to the end of {last}</source>
        <translation>Vom Anfang ({first}) bis zum Ende ({last})</translation>
    </message>
    <message>
        <source>Markdown texts (*.md);;CSV tables (*.csv)</source>
        <translation>Markdown-Texte (*.md);;CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>There are no stars and notes yet</source>
        <translation>Es gibt noch keine Sterne und Notizen</translation>
    </message>
    <message>
        <source>Export my notes</source>
        <translation>Meine Notizen exportieren</translation>
    </message>
    <message>
        <source>Custom</source>
        <extracomment>What the list of sizes says of one that is none of its own.</extracomment>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <extracomment>Formats whose pictures can have several pages. What a dot per inch and the letters&apos; size may be.</extracomment>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>What shapes and colours mean</source>
        <translation>Was Formen und Farben bedeuten</translation>
    </message>
    <message>
        <source>Lane &amp;headers</source>
        <translation>Bahn&amp;köpfe</translation>
    </message>
    <message>
        <source>The name and count of each lane at its left</source>
        <translation>Name und Anzahl links an jeder Bahn</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Übersi&amp;cht</translation>
    </message>
    <message>
        <source>Where in all of time the picture lies</source>
        <translation>Wo in der gesamten Zeit das Bild liegt</translation>
    </message>
    <message>
        <source>Small pri&amp;nt</source>
        <translation>Klei&amp;ngedrucktes</translation>
    </message>
    <message>
        <source>Filter, count, dates, database and how to cite, beneath the picture</source>
        <translation>Filter, Anzahl, Daten, Datenbank und Zitierweise unter dem Bild</translation>
    </message>
    <message>
        <source>Transparent &amp;ground</source>
        <translation>Trans&amp;parent</translation>
    </message>
    <message>
        <source>No paper behind the picture: whatever it is laid on shows</source>
        <translation>Kein Papier hinter dem Bild: der Untergrund scheint durch</translation>
    </message>
    <message>
        <source>Like the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>Extent of the picture</source>
        <translation>Umfang des Bildes</translation>
    </message>
    <message>
        <source>E&amp;xtent</source>
        <translation>&amp;Umfang</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title of the picture</source>
        <translation>Titel des Bildes</translation>
    </message>
    <message>
        <source>Above the picture; empty for none</source>
        <translation>Über dem Bild; leer für keinen</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>Caption of the picture</source>
        <translation>Unterzeile des Bildes</translation>
    </message>
    <message>
        <source>A sentence beneath the title; empty for none</source>
        <translation>Ein Satz unter dem Titel; leer für keinen</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Unter&amp;zeile</translation>
    </message>
    <message>
        <source>A size for a purpose, with the letters&apos; size that goes with it</source>
        <translation>Eine Größe für einen Zweck, mit passender Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>How wide the picture is</source>
        <translation>Wie breit das Bild ist</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>How high the picture is</source>
        <translation>Wie hoch das Bild ist</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Millimetres</source>
        <translation>Millimeter</translation>
    </message>
    <message>
        <source>&amp;Width, height</source>
        <translation>B&amp;reite, Höhe</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Dots to the inch: how fine the picture is</source>
        <translation>Punkte je Zoll: wie fein das Bild ist</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Over how many pages, side by side, the time is split</source>
        <translation>Auf wie viele Seiten nebeneinander die Zeit verteilt wird</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark ink on white</source>
        <translation>Dunkle Schrift auf Weiß</translation>
    </message>
    <message>
        <source>Light ink on a dark ground</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Größe der Schrift</translation>
    </message>
    <message>
        <source>How large letters and marks are drawn</source>
        <translation>Wie groß Schrift und Zeichen gezeichnet werden</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>M&amp;y stars</source>
        <translation>&amp;Meine Sterne</translation>
    </message>
    <message>
        <source>The stars that you have put on events, which else stay with you</source>
        <translation>Die eigenen Sterne, die sonst niemand sieht</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <extracomment>Pixels around the picture, and of a square of the board that shines through a transparent one. Letters of a cell that the preview shows.</extracomment>
        <translation>Vorschau des Bildes</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>Dots to the inch that shapes are placed by; letters are drawn by the printer, as fine as it can. Millimetres of the sheet that stay free; the picture has a margin of its own within. How often a sheet is composed again because titles have come.</extracomment>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>Es konnte nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>Look whether the printer or the file is ready.</source>
        <translation>Bitte prüfen, ob der Drucker oder die Datei bereit ist.</translation>
    </message>
    <message>
        <source>timeline {name}</source>
        <extracomment>What some system does not take in a file&apos;s name, and what Windows takes for a device. Letters of a proposed name; bytes would be too many with more of most scripts.</extracomment>
        <translation>Zeitleiste {name}</translation>
    </message>
    <message>
        <source>{filter}, of these what lies in {span}</source>
        <extracomment>The cells of some columns, each a list. Formats whose table is to be read rather than computed with.</extracomment>
        <translation>{filter}, davon nur: {span}</translation>
    </message>
    <message>
        <source>Comma</source>
        <extracomment>What a format&apos;s table can be told, beside its extent. What the separators are called.</extracomment>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Extent of the table</source>
        <extracomment>The columns that can be chosen; the reader&apos;s own have a switch. Rows of the list of columns that are seen at once.</extracomment>
        <translation>Umfang der Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What the article &amp;says</source>
        <translation>Was der Artikel &amp;sagt</translation>
    </message>
    <message>
        <source>Columns of the article beside those of the record</source>
        <translation>Spalten zum Artikel neben denen der Aktenlage</translation>
    </message>
    <message>
        <source>My stars and &amp;notes</source>
        <translation>Meine Sterne und &amp;Notizen</translation>
    </message>
    <message>
        <source>Two more columns: your own, which else stay with you</source>
        <translation>Zwei weitere, eigene Spalten, die sonst niemand sieht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What stands between two cells; a spreadsheet may want a semicolon</source>
        <translation>Was zwischen zwei Zellen steht; manche Tabellenkalkulation will ein Semikolon</translation>
    </message>
    <message>
        <source>Separato&amp;r</source>
        <translation>T&amp;rennzeichen</translation>
    </message>
    <message>
        <source>Sa&amp;fe for spreadsheets</source>
        <translation>&amp;Formeln entschärfen</translation>
    </message>
    <message>
        <source>An apostrophe before a text that would be run as a formula</source>
        <translation>Ein Apostroph vor jedem Text, der als Formel ausgeführt würde</translation>
    </message>
    <message>
        <source>&amp;Byte order mark</source>
        <translation>Byte-&amp;Order-Mark</translation>
    </message>
    <message>
        <source>So that an older spreadsheet takes the file for UTF-8</source>
        <translation>Damit auch ältere Tabellenkalkulationen UTF-8 erkennen</translation>
    </message>
    <message>
        <source>&amp;View file beside it</source>
        <translation>&amp;Ansichtsdatei daneben</translation>
    </message>
    <message>
        <source>A second small file, so that the table opens its view again</source>
        <translation>Eine zweite, kleine Datei, mit der die Tabelle ihre Ansicht wieder öffnet</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>The columns of the table: Space turns one on and off</source>
        <translation>Die Spalten der Tabelle: Leertaste schaltet eine ein und aus</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>The columns that are usual for the format</source>
        <translation>Die für das Format üblichen Spalten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every column</source>
        <translation>Jede Spalte</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No column: to choose a few</source>
        <translation>Keine Spalte: um wenige zu wählen</translation>
    </message>
    <message>
        <source>The table has no column.</source>
        <translation>Die Tabelle hat keine Spalte.</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>Mindestens eine wählen.</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <extracomment>What is said when there is no new file.</extracomment>
        <translation>Es wurde nichts exportiert</translation>
    </message>
    <message>
        <source>Another file is being written</source>
        <extracomment>Told how much of how much is done; says whether to go on. Runs off the main thread; answers what is to be said, or what is to be called on the main thread, which answers that. True once it is on the writer&apos;s thread, which ends it.</extracomment>
        <translation>Eine andere Datei wird gerade geschrieben</translation>
    </message>
    <message>
        <source>Wrote {name}</source>
        <translation>{name} geschrieben</translation>
    </message>
    <message>
        <source>Wrote {n} event to {name}</source>
        <translation>{n} Ereignis in {name} geschrieben</translation>
    </message>
    <message>
        <source>Wrote {n} events to {name}</source>
        <translation>{n} Ereignisse in {name} geschrieben</translation>
    </message>
    <message>
        <source>Wrote the notes on {n} event to {name}</source>
        <translation>Notizen zu {n} Ereignis in {name} geschrieben</translation>
    </message>
    <message>
        <source>Wrote the notes on {n} events to {name}</source>
        <translation>Notizen zu {n} Ereignissen in {name} geschrieben</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The same mistake happened again; it is in the log</source>
        <extracomment>Letters of one failure that are worth keeping. How often the same failure is written down one by one; after that at each power of ten.</extracomment>
        <translation>Derselbe Fehler ist wieder aufgetreten; er steht im Protokoll</translation>
    </message>
    <message>
        <source>Détente made a mistake</source>
        <translation>Détente hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>The program goes on, and your notes are kept. If something looks wrong, close it and start it again. The details help whoever is to mend this; nothing is sent.</source>
        <translation>Das Programm läuft weiter, und Ihre Notizen sind gesichert. Wenn etwas falsch aussieht, beenden Sie es und starten Sie es neu. Die Einzelheiten helfen bei der Behebung; es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy what went wrong, with the versions</source>
        <translation>Kopieren, was schiefging, samt den Versionen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>What exactly went wrong</source>
        <translation>Was genau schiefging</translation>
    </message>
    <message>
        <source>Go on ({key})</source>
        <translation>Weiter ({key})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{n} more since; all of it is in the details and in the log.</source>
        <translation>Seither {n} weitere; alles steht in den Einzelheiten und im Protokoll.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Possibly in: an event counts if any reading of its date lies in the range.</source>
        <extracomment>Milliseconds of calm after which a date that can be read is taken: &quot;1985&quot; may become &quot;1985-04&quot;.</extracomment>
        <translation>Möglicherweise darin: Ein Ereignis zählt, wenn irgendeine Lesart seines Datums im Zeitraum liegt.</translation>
    </message>
    <message>
        <source>Certainly in: an event counts only if it lies in the range however its date is read.</source>
        <translation>Sicher darin: Ein Ereignis zählt nur, wenn es bei jeder Lesart seines Datums im Zeitraum liegt.</translation>
    </message>
    <message>
        <source>From: a date such as 1985, 1985-04, 1985-04-12, 198X, 1985~ or -0043 (44 BCE)</source>
        <translation>Von: ein Datum wie 1985, 1985-04, 1985-04-12, 198X, 1985~ oder -0043 (44 v. Chr.)</translation>
    </message>
    <message>
        <source>To: a date such as 1985, 1985-04, 1985-04-12, 198X, 1985~ or -0043 (44 BCE)</source>
        <translation>Bis: ein Datum wie 1985, 1985-04, 1985-04-12, 198X, 1985~ oder -0043 (44 v. Chr.)</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>From (date)</source>
        <translation>Von (Datum)</translation>
    </message>
    <message>
        <source>To (date)</source>
        <translation>Bis (Datum)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Possibly in</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Certainly in</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Use the visible window</source>
        <translation>Sichtbaren Zeitraum nehmen</translation>
    </message>
    <message>
        <source>From the first to the last day that the timeline shows</source>
        <translation>Vom ersten bis zum letzten Tag, den die Zeitleiste zeigt</translation>
    </message>
    <message>
        <source>From the start of {first} to the end of {last}</source>
        <translation>Vom Anfang ({first}) bis zum Ende ({last})</translation>
    </message>
    <message>
        <source>From the start of {first} on</source>
        <translation>Ab dem Anfang von: {first}</translation>
    </message>
    <message>
        <source>Until the end of {last}</source>
        <translation>Bis zum Ende von: {last}</translation>
    </message>
    <message>
        <source>not {value}, {events}</source>
        <extracomment>More rows than this scroll within the list, which then shows so many at once. Milliseconds after a letter in which the next one goes on with the same word.</extracomment>
        <translation>nicht {value}, {events}</translation>
    </message>
    <message>
        <source>{value}, {events}</source>
        <translation>{value}, {events}</translation>
    </message>
    <message>
        <source>{value}: {events}, left out
Space: take or leave · O: only this · −: leave out</source>
        <translation>{value}: {events}, ausgeschlossen
Leertaste: an/aus · O: nur dies · −: ausschließen</translation>
    </message>
    <message>
        <source>{value}: {events} under the other filters
Space: take or leave · O: only this · −: leave out</source>
        <translation>{value}: {events} unter den übrigen Filtern
Leertaste: an/aus · O: nur dies · −: ausschließen</translation>
    </message>
    <message>
        <source>Space takes or leaves a value, O takes only it, minus leaves it out, Delete clears.</source>
        <translation>Leertaste wählt einen Wert an oder ab, O wählt nur ihn, Minus schließt ihn aus, Entf löscht die Wahl.</translation>
    </message>
    <message>
        <source>only</source>
        <translation>nur</translation>
    </message>
    <message>
        <source>Sort: in their own order</source>
        <extracomment>Values shown of a long facet until &quot;Show all&quot; is pressed. The ways to sort, with what a menu calls them.</extracomment>
        <translation>Sortieren: in eigener Reihenfolge</translation>
    </message>
    <message>
        <source>Sort: by count</source>
        <translation>Sortieren: nach Anzahl</translation>
    </message>
    <message>
        <source>Sort: by name</source>
        <translation>Sortieren: nach Name</translation>
    </message>
    <message>
        <source>Filter {values}</source>
        <translation>{values} filtern</translation>
    </message>
    <message>
        <source>all of them on one event</source>
        <translation>alle am selben Ereignis</translation>
    </message>
    <message>
        <source>Ask for all of the chosen {values} on the same event, not any of them</source>
        <translation>Alle gewählten {values} am selben Ereignis verlangen, nicht irgendeine Auswahl davon</translation>
    </message>
    <message>
        <source>All of the chosen {values} on one event</source>
        <translation>Alle gewählten {values} am selben Ereignis</translation>
    </message>
    <message>
        <source>not {value}</source>
        <translation>nicht {value}</translation>
    </message>
    <message>
        <source>Filter {n} {values}…</source>
        <translation>{n} {values} filtern …</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>Alle {n} zeigen</translation>
    </message>
    <message>
        <source>List every one of the {values}</source>
        <translation>Sämtliche {values} auflisten</translation>
    </message>
    <message>
        <source>Show all {n} {values}</source>
        <translation>Alle {n} {values} zeigen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>List only the commonest of the {values}</source>
        <translation>Nur die häufigsten {values} auflisten</translation>
    </message>
    <message>
        <source>Show fewer {values}</source>
        <translation>Weniger {values} zeigen</translation>
    </message>
    <message>
        <source>All of the chosen on one event</source>
        <translation>Alle gewählten am selben Ereignis</translation>
    </message>
    <message>
        <source>Do not leave out {value}</source>
        <translation>{value} nicht mehr ausschließen</translation>
    </message>
    <message>
        <source>Leave out {value}</source>
        <translation>{value} ausschließen</translation>
    </message>
    <message>
        <source>Only {value}</source>
        <translation>Nur {value}</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Im Artikel</translation>
    </message>
    <message>
        <source>bases</source>
        <translation>Rollen im Artikel</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Thesen</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Thesen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>Vermerke</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Active filters</source>
        <extracomment>Lines of chips that are shown before the rest is a number, and pixels that a chip may be wide. Sentences on what the search cannot understand that are shown at once.</extracomment>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Copy filter as sentence</source>
        <translation>Filter als Satz kopieren</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Showing only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Remove every filter (Ctrl+Shift+F)</source>
        <translation>Jeden Filter entfernen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the filter as a sentence</source>
        <translation>Den Filter als Satz kopieren</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Show the filters on two lines</source>
        <translation>Die Filter auf zwei Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show also: {filters}</source>
        <translation>Auch zeigen: {filters}</translation>
    </message>
    <message>
        <source>Show fewer filters</source>
        <translation>Weniger Filter zeigen</translation>
    </message>
    <message>
        <source>Show {n} more filters</source>
        <translation>{n} weitere Filter zeigen</translation>
    </message>
    <message>
        <source>Remove this filter: {filter} (Delete)</source>
        <translation>Diesen Filter entfernen: {filter} (Entf)</translation>
    </message>
    <message>
        <source>Remove filter: {filter}</source>
        <translation>Filter entfernen: {filter}</translation>
    </message>
    <message>
        <source>{filter}: {n} of {all}</source>
        <translation>{filter}: {n} von {all}</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Least importance</source>
        <translation>Geringste Wichtigkeit</translation>
    </message>
    <message>
        <source>Greatest importance</source>
        <translation>Größte Wichtigkeit</translation>
    </message>
    <message>
        <source>From</source>
        <comment>an importance</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <comment>an importance</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>{least} to {greatest}</source>
        <translation>{least} bis {greatest}</translation>
    </message>
    <message>
        <source>{name}, {least} to {greatest} ({keys})</source>
        <translation>{name}, {least} bis {greatest} ({keys})</translation>
    </message>
    <message>
        <source>Click a level to take only it, drag over several</source>
        <translation>Eine Stufe anklicken, um nur sie zu nehmen; über mehrere ziehen</translation>
    </message>
    <message>
        <source>level {level}: {n}</source>
        <translation>Stufe {level}: {n}</translation>
    </message>
    <message>
        <source>Events by importance. {levels}</source>
        <translation>Ereignisse nach Wichtigkeit. {levels}</translation>
    </message>
    <message>
        <source>Clear the choice in {title}</source>
        <translation>Auswahl in „{title}“ löschen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Clear {title}</source>
        <translation>„{title}“ löschen</translation>
    </message>
    <message>
        <source>Close the section</source>
        <translation>Abschnitt schließen</translation>
    </message>
    <message>
        <source>Open the section</source>
        <translation>Abschnitt öffnen</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a section</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Open {title} (Enter); right click for more</source>
        <translation>„{title}“ öffnen (Eingabe); Rechtsklick für mehr</translation>
    </message>
    <message>
        <source>Close {title} (Enter); right click for more</source>
        <translation>„{title}“ schließen (Eingabe); Rechtsklick für mehr</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Relationship</source>
        <extracomment>What lanes can stand for, by facet.</extracomment>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>These</translation>
    </message>
    <message>
        <source>Group lanes by</source>
        <translation>Bahnen gruppieren nach</translation>
    </message>
    <message>
        <source>Lane {name}</source>
        <translation>Bahn „{name}“</translation>
    </message>
    <message>
        <source>Fold this lane to one row</source>
        <translation>Diese Bahn auf eine Zeile falten</translation>
    </message>
    <message>
        <source>Expand this lane to all rows</source>
        <translation>Diese Bahn auf alle Zeilen ausklappen</translation>
    </message>
    <message>
        <source>Hide this lane</source>
        <translation>Diese Bahn ausblenden</translation>
    </message>
    <message>
        <source>Move this lane up</source>
        <translation>Diese Bahn nach oben</translation>
    </message>
    <message>
        <source>Move this lane down</source>
        <translation>Diese Bahn nach unten</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>Alle Bahnen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle falten</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Back to the usual order and size</source>
        <translation>Zurück zu üblicher Reihenfolge und Größe</translation>
    </message>
    <message>
        <source>Dim filtered-out events</source>
        <translation>Ausgefilterte Ereignisse abblenden</translation>
    </message>
    <message>
        <source>Hidden lanes</source>
        <translation>Ausgeblendete Bahnen</translation>
    </message>
    <message>
        <source>Show {name} again</source>
        <translation>„{name}“ wieder zeigen</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Evidence</source>
        <extracomment>Kinds that are listed; of more, which few databases have, the rest is counted. Milliseconds of rest after which the legend follows the picture.</extracomment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Precedent</source>
        <translation>Präzedenzfall</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Hide the legend</source>
        <translation>Legende ausblenden</translation>
    </message>
    <message>
        <source>Hide the legend ({key})</source>
        <translation>Legende ausblenden ({key})</translation>
    </message>
    <message>
        <source>Does not serve the claim</source>
        <translation>Dient der These nicht</translation>
    </message>
    <message>
        <source>Not of the paragraph</source>
        <translation>Nicht aus dem Absatz</translation>
    </message>
    <message>
        <source>Fails the filter</source>
        <translation>Vom Filter ausgeschlossen</translation>
    </message>
    <message>
        <source>Context only: never discussed</source>
        <translation>Nur Zusammenhang: nie erörtert</translation>
    </message>
    <message>
        <source>and {n} more kinds</source>
        <translation>und {n} weitere Arten</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Your note</source>
        <extracomment>Lines that the editor shows: with the keyboard in it at least, and at most.</extracomment>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>{action}: saved as you type, undone by {key}</source>
        <translation>{action}: wird beim Tippen gesichert, rückgängig mit {key}</translation>
    </message>
    <message>
        <source>Your note (kept in {file})</source>
        <translation>Ihre Notiz (in {file})</translation>
    </message>
    <message>
        <source>Not saved yet: {problem}</source>
        <translation>Noch nicht gesichert: {problem}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>No single filter is to blame. Drop several, or clear them.</source>
        <translation>Es liegt nicht an einem einzelnen Filter. Mehrere weglassen oder alle löschen.</translation>
    </message>
    <message>
        <source>Without ‘{words}’: {events}</source>
        <translation>Ohne ‚{words}‘: {events}</translation>
    </message>
    <message>
        <source>Drop this filter: {words}</source>
        <translation>Diesen Filter weglassen: {words}</translation>
    </message>
    <message>
        <source>Open another…</source>
        <extracomment>What a card can offer: the button&apos;s text, that in full, and a key that does the same.</extracomment>
        <translation>Andere öffnen …</translation>
    </message>
    <message>
        <source>Open another database ({key})</source>
        <translation>Eine andere Datenbank öffnen ({key})</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the database that is open ({key})</source>
        <translation>Zurück zur geöffneten Datenbank ({key})</translation>
    </message>
    <message>
        <source>Open what was open</source>
        <translation>Zuletzt Geöffnetes öffnen</translation>
    </message>
    <message>
        <source>Open the database and the view of last time</source>
        <translation>Datenbank und Ansicht vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Open the bundled timeline instead</source>
        <translation>Stattdessen die mitgelieferte Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Let every event pass again ({key})</source>
        <translation>Wieder alle Ereignisse durchlassen ({key})</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>One of _WAYS by its name, and what it does.</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What exactly went wrong</source>
        <translation>Was genau schiefging</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Nicht wieder zeigen</translation>
    </message>
    <message>
        <source>Dismiss the hint</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of all time</source>
        <extracomment>pyqtgraph has no types. Here is the border: what comes from it is Any, and none of it leaves this module. Pixels: one bar of the density, the least width of the brush. Events up to which they are counted in an instant; more are, off the main thread. What each key moves: the start and the end of the window, in shares of its length.</extracomment>
        <translation>Überblick über die ganze Zeit</translation>
    </message>
    <message>
        <source>Drag the brush to move through time, its edges to zoom; click to go there</source>
        <translation>Den Ausschnitt ziehen bewegt durch die Zeit, seine Ränder zoomen; Klicken springt dorthin</translation>
    </message>
    <message>
        <source>Left and Right move the brush, with Shift its later end; Up and Down zoom</source>
        <translation>Links und Rechts bewegen den Ausschnitt, mit Umschalt sein späteres Ende; Hoch und Runter zoomen</translation>
    </message>
    <message>
        <source>Density of events over time</source>
        <translation>Dichte der Ereignisse über die Zeit</translation>
    </message>
    <message>
        <source>Visible: {range}</source>
        <translation>Sichtbar: {range}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Relationship</source>
        <extracomment>Rows that a search shows; values of a facet that are looked through; words for each facet.</extracomment>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>These</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Im Artikel</translation>
    </message>
    <message>
        <source>Recently used</source>
        <extracomment>What comes first when nothing is typed, and how much having been used lately adds to a hit.</extracomment>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Group lanes by relationship</source>
        <extracomment>What it costs a hit that it cannot be had now, and the share of the best hit&apos;s score that others need. What it costs to be one of many values rather than a command or a saved view.</extracomment>
        <translation>Bahnen nach Beziehung gruppieren</translation>
    </message>
    <message>
        <source>Group lanes by kind</source>
        <translation>Bahnen nach Art gruppieren</translation>
    </message>
    <message>
        <source>Group lanes by person</source>
        <translation>Bahnen nach Person gruppieren</translation>
    </message>
    <message>
        <source>Group lanes by place</source>
        <translation>Bahnen nach Ort gruppieren</translation>
    </message>
    <message>
        <source>Group lanes by claim</source>
        <translation>Bahnen nach These gruppieren</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gesicherte Ansichten</translation>
    </message>
    <message>
        <source>Lanes are grouped so</source>
        <translation>Die Bahnen sind schon so gruppiert</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Chosen already</source>
        <translation>Schon gewählt</translation>
    </message>
    <message>
        <source>{preference}: {value}</source>
        <translation>{preference}: {value}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Not a view</source>
        <translation>Keine Ansicht</translation>
    </message>
    <message>
        <source>Open this view</source>
        <translation>Diese Ansicht öffnen</translation>
    </message>
    <message>
        <source>Show only {value}</source>
        <translation>Nur {value} zeigen</translation>
    </message>
    <message>
        <source>Not with this database</source>
        <translation>Nicht bei dieser Datenbank</translation>
    </message>
    <message>
        <source>on</source>
        <comment>what a command switches is switched on</comment>
        <extracomment>Pixels: the card&apos;s width and distance from the top, a row, the heading above the first of a group. Pixels of the card that are no rows: the field, and air. Names of what was used last that are kept.</extracomment>
        <translation>an</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Type a command, a person, a place, a saved view…</source>
        <translation>Befehl, Person, Ort oder gesicherte Ansicht eingeben …</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation>Nichts dieses Namens</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Selected: {event}</source>
        <translation>Ausgewählt: {event}</translation>
    </message>
    <message>
        <source>“{name}” could not be opened: Détente made a mistake.</source>
        <extracomment>Titles are read with the index up to this many events, and on demand beyond. Events up to which facets are counted together with a match; beyond, the picture does not wait for them. Events up to which the lanes of another facet are kept for when they are asked for again: of ten million they take 200 MB, and a second to arrange. Hits that a search in a large database shows before all are counted.</extracomment>
        <translation>„{name}“ konnte nicht geöffnet werden: Détente hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Open another database, and please report this one.</source>
        <translation>Eine andere Datenbank öffnen und diese bitte melden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>Pixels: the widest list; rows that it shows at once.</extracomment>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{n} events at the same time</source>
        <translation>{n} Ereignisse zur selben Zeit</translation>
    </message>
    <message>
        <source>Choose an event: a click, or ↑ ↓ and Enter; {copy} copies all; Esc closes the list</source>
        <translation>Ereignis wählen: klicken, oder ↑ ↓ und Eingabe; {copy} kopiert alle; Esc schließt die Liste</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation>{title} zeigen</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>Nothing lies between them in {names}.</source>
        <translation>Dazwischen liegt nichts in {names}.</translation>
    </message>
    <message>
        <source>{n} events between them in {names}, of which the {listed} most important</source>
        <translation>{n} Ereignisse dazwischen in {names}, davon die {listed} wichtigsten</translation>
    </message>
    <message>
        <source>{n} event between them in {names}</source>
        <translation>{n} Ereignis dazwischen in {names}</translation>
    </message>
    <message>
        <source>{n} events between them in {names}</source>
        <translation>{n} Ereignisse dazwischen in {names}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Choose the event to compare “{event}” with: by click or by the arrow keys.</source>
        <translation>Das Ereignis wählen, mit dem „{event}“ verglichen werden soll: durch Klicken oder mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>End the comparison ({key})</source>
        <translation>Vergleich beenden ({key})</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>Pixels below which tabs and arrows take all the width there is.</extracomment>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Event details</source>
        <translation>Einzelheiten des Ereignisses</translation>
    </message>
    <message>
        <source>Most important in view</source>
        <translation>Das Wichtigste in Sicht</translation>
    </message>
    <message>
        <source>Click a mark to read it, or use ← and → on the timeline.</source>
        <translation>Ein Zeichen anklicken, um es zu lesen, oder ← und → auf der Zeitleiste benutzen.</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Die Aktenlage</translation>
    </message>
    <message>
        <source>Before and after, same relationship</source>
        <translation>Davor und danach, gleiche Beziehung</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>Copy the event as text with its citation (Ctrl+C)</source>
        <translation>Ereignis als Text mit Quellenangabe kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Show what the article says of it, from ¶ {n} on (P)</source>
        <translation>Zeigen, was der Artikel dazu sagt, ab ¶ {n} (P)</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>Im Artikel zeigen</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star the event</source>
        <translation>Ereignis mit Stern versehen</translation>
    </message>
    <message>
        <source>{text} ({key})</source>
        <translation>{text} ({key})</translation>
    </message>
    <message>
        <source>Sources: {sources}.</source>
        <translation>Quellen: {sources}.</translation>
    </message>
    <message>
        <source>Discussed in {author}, {publisher}, {date}, ¶ {numbers}.</source>
        <translation>Erörtert in {author}, {publisher}, {date}, ¶ {numbers}.</translation>
    </message>
    <message>
        <source>What the article says</source>
        <extracomment>What stands above a commentary: an allusion is not a statement, and context is ours alone.</extracomment>
        <translation>Was der Artikel sagt</translation>
    </message>
    <message>
        <source>What the article alludes to</source>
        <translation>Worauf der Artikel anspielt</translation>
    </message>
    <message>
        <source>The article does not discuss this event.</source>
        <translation>Der Artikel erörtert dieses Ereignis nicht.</translation>
    </message>
    <message>
        <source>Event: {title}</source>
        <extracomment>Letters of a title and of a summary: Qt takes seconds to lay out a megabyte, and nobody reads one.</extracomment>
        <translation>Ereignis: {title}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Checked against {source}</source>
        <translation>Geprüft an {source}</translation>
    </message>
    <message>
        <source>Click to show only events with {person}</source>
        <translation>Klicken zeigt nur Ereignisse mit {person}</translation>
    </message>
    <message>
        <source>On the record</source>
        <translation>Nach Aktenlage</translation>
    </message>
    <message>
        <source>Our own words beside {author}, {publisher}</source>
        <translation>Unsere eigenen Worte neben {author}, {publisher}</translation>
    </message>
    <message>
        <source>In our words, on {author}, {publisher}, {date}</source>
        <translation>In unseren Worten, zu {author}, {publisher}, {date}</translation>
    </message>
    <message>
        <source>Show paragraph {n} in the article</source>
        <translation>Absatz {n} im Artikel zeigen</translation>
    </message>
    <message>
        <source>Claims it serves</source>
        <translation>Thesen, denen es dient</translation>
    </message>
    <message>
        <source>{claim}
Click to see the events that carry it</source>
        <translation>{claim}
Klicken zeigt die Ereignisse, die sie tragen</translation>
    </message>
    <message>
        <source>Claim {n}: {claim}. {role}</source>
        <translation>These {n}: {claim}. {role}</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern versehen</translation>
    </message>
    <message>
        <source>Compare with the selection</source>
        <translation>Mit der Auswahl vergleichen</translation>
    </message>
    <message>
        <source>{ctrl}+click</source>
        <translation>{ctrl}+Klick</translation>
    </message>
    <message>
        <source>Compare with another event</source>
        <translation>Mit anderem Ereignis vergleichen</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <extracomment>Events listed of those between two.</extracomment>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>Der Artikel</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>{action} ({key} on the timeline)</source>
        <translation>{action} ({key} auf der Zeitleiste)</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
    <message>
        <source>{n} passage about the selected event</source>
        <translation>{n} Stelle über das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>{n} passages about the selected event</source>
        <translation>{n} Stellen über das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>Passage {at} of {n} about the selected event</source>
        <translation>Stelle {at} von {n} über das ausgewählte Ereignis</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>No event matches, so there is nothing to draw.</source>
        <extracomment>Pixels of the design: between the parts of a page, and what its timeline has at least. Pixels from which on the lanes are named at both ends; left and right of all that matches. How often titles are read for one picture: what is drawn may change with what they say. The columns with the lanes&apos; names, left and, on a page wider than one looks at at once, right.</extracomment>
        <translation>Kein Ereignis passt, also gibt es nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Lift a filter.</source>
        <translation>Einen Filter aufheben.</translation>
    </message>
    <message>
        <source>Fails the filter</source>
        <translation>Vom Filter ausgeschlossen</translation>
    </message>
    <message>
        <source>Does not serve the claim</source>
        <translation>Dient der These nicht</translation>
    </message>
    <message>
        <source>Not of the paragraph</source>
        <translation>Nicht aus dem Absatz</translation>
    </message>
    <message>
        <source>and {n} more kinds</source>
        <extracomment>Values of a facet that are listed; of more, the rest is counted. Pixels: a line of the legend, what a sign takes, between signs, and between groups of signs.</extracomment>
        <translation>und {n} weitere Arten</translation>
    </message>
    <message>
        <source>and {n} more relationships</source>
        <translation>und {n} weitere Beziehungen</translation>
    </message>
    <message>
        <source>Context only: never discussed</source>
        <translation>Nur Zusammenhang: nicht erörtert</translation>
    </message>
    <message>
        <source>Date uncertain</source>
        <translation>Datum unsicher</translation>
    </message>
    <message>
        <source>Date approximate or open</source>
        <translation>Datum ungefähr oder offen</translation>
    </message>
    <message>
        <source>Several events</source>
        <translation>Mehrere Ereignisse</translation>
    </message>
    <message>
        <source>Number of events, tenfold for each step in height</source>
        <translation>Anzahl der Ereignisse, je Höhenstufe das Zehnfache</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Cite as: {citation}</source>
        <extracomment>Pixels: from a title to its caption, from a rule to the text under it. Letters that are easily read on one line, in widths of an average letter. Pages narrower than this have the smaller title.</extracomment>
        <translation>Zitieren als: {citation}</translation>
    </message>
    <message>
        <source>{said}. Shown here: {shown}.</source>
        <translation>{said}. Hier gezeigt: {shown}.</translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>Pixels: the bars&apos; room, the years beneath them, one bar, the width of a collapsed gap, the least brush.</extracomment>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The picture is too large for this machine&apos;s memory.</source>
        <extracomment>Told what is done of how much; False gives up. Pixels that are painted at once: four bytes each, and as much again while they are packed.</extracomment>
        <translation>Das Bild ist zu groß für den Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>Eine kleinere Größe wählen.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Open what was shown last</source>
        <translation>Zuletzt Gezeigtes öffnen</translation>
    </message>
    <message>
        <source>Open the bundled timeline</source>
        <translation>Die mitgelieferte Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>Ctrl and the wheel always zoom, Shift and the wheel always move through time.</source>
        <translation>Strg und Mausrad zoomen immer, Umschalt und Mausrad bewegen immer durch die Zeit.</translation>
    </message>
    <message>
        <source>Reading the article</source>
        <translation>Lesen des Artikels</translation>
    </message>
    <message>
        <source>Moves the timeline along</source>
        <translation>Bewegt die Zeitleiste mit</translation>
    </message>
    <message>
        <source>Leaves the timeline alone</source>
        <translation>Lässt die Zeitleiste stehen</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Glide to what is chosen</source>
        <translation>Zum Gewählten gleiten</translation>
    </message>
    <message>
        <source>Go there at once</source>
        <translation>Sofort dorthin springen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zooms time</source>
        <translation>Zoomt die Zeit</translation>
    </message>
    <message>
        <source>Scrolls lanes</source>
        <translation>Rollt die Bahnen</translation>
    </message>
    <message>
        <source>At the next start.</source>
        <translation>Beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>The report is on the clipboard</source>
        <translation>Der Bericht ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>It holds the versions, the view and the end of the log, as below. Nothing has been sent: paste it where you describe the problem, and say what you did and what you expected.</source>
        <translation>Er enthält die Versionen, die Ansicht und das Ende des Protokolls, wie unten zu sehen. Es wurde nichts gesendet: Fügen Sie ihn dort ein, wo Sie das Problem beschreiben, und schreiben Sie dazu, was Sie getan und was Sie erwartet haben.</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>{file} (the bundled timeline)</source>
        <translation>{file} (die mitgelieferte Zeitleiste)</translation>
    </message>
    <message>
        <source>No other database has been opened</source>
        <translation>Es wurde keine andere Datenbank geöffnet</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation>Die Liste ist leer</translation>
    </message>
    <message>
        <source>{file} (not there)</source>
        <translation>{file} (nicht vorhanden)</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>“{name}”</source>
        <extracomment>Bytes of a database from which reading it is worth a bar.</extracomment>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{file} shows a view of the database “{database}”, which was not found.</source>
        <translation>{file} zeigt eine Ansicht der Datenbank „{database}“, die nicht gefunden wurde.</translation>
    </message>
    <message>
        <source>Say where it is, and the view opens.</source>
        <translation>Sobald bekannt ist, wo sie liegt, öffnet sich die Ansicht.</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose the file of the database: the view opens in it</source>
        <translation>Die Datei der Datenbank wählen: Die Ansicht öffnet sich darin</translation>
    </message>
    <message>
        <source>Détente databases</source>
        <translation>Détente-Datenbanken</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>„{name}“ suchen</translation>
    </message>
    <message>
        <source>“{database}” has changed since {file} was exported ({day}).</source>
        <translation>„{database}“ wurde geändert, seit {file} exportiert wurde ({day}).</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search, such as  kim letter after:2019</source>
        <extracomment>Milliseconds after the last key before a search starts: a fast typist asks once a word.</extracomment>
        <translation>Suchen, zum Beispiel  kim letter after:2019</translation>
    </message>
    <message>
        <source>Search: kim letter</source>
        <translation>Suchen: kim letter</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words, phrases in quotation marks, or fields such as person:kim</source>
        <translation>Wörter, Wortfolgen in Anführungszeichen oder Felder wie person:kim</translation>
    </message>
    <message>
        <source>Search title, people, place, summary and commentary ({key})</source>
        <translation>Titel, Personen, Ort, Zusammenfassung und Kommentar durchsuchen ({key})</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>The shortcut that asks for suggestions. What may be typed, and what it finds, by group; examples are in the words of the database.</extracomment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>both words, each as the beginning of a word; case and accents do not matter</source>
        <translation>beide Wörter, jedes als Wortanfang; Groß- und Kleinschreibung und Akzente sind gleichgültig</translation>
    </message>
    <message>
        <source>these words right after each other</source>
        <translation>diese Wörter unmittelbar nacheinander</translation>
    </message>
    <message>
        <source>events without it; stands before a field too: -kind:letter</source>
        <translation>Ereignisse ohne dies; steht auch vor einem Feld: -kind:letter</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>by a part of the name; so also source:, claim: and basis:</source>
        <translation>nach einem Teil des Namens; ebenso source:, claim: und basis:</translation>
    </message>
    <message>
        <source>by what a lane or a shape stands for</source>
        <translation>danach, wofür eine Bahn oder eine Form steht</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>all of them on the same event</source>
        <translation>alle am selben Ereignis</translation>
    </message>
    <message>
        <source>Parts of the text</source>
        <translation>Teile des Textes</translation>
    </message>
    <message>
        <source>only there; so also people:, place:, commentary: and note:</source>
        <translation>nur dort; ebenso people:, place:, commentary: und note:</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>later than 2018 ends, earlier than March 2019 begins</source>
        <translation>nach Ende 2018, vor Anfang März 2019</translation>
    </message>
    <message>
        <source>the dates themselves included</source>
        <translation>einschließlich der Daten selbst</translation>
    </message>
    <message>
        <source>within them</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>however a loose date is read; possibly- is meant otherwise</source>
        <translation>wie auch immer ein ungenaues Datum gelesen wird; sonst ist possibly- gemeint</translation>
    </message>
    <message>
        <source>Numbers and marks</source>
        <translation>Zahlen und Vermerke</translation>
    </message>
    <message>
        <source>one level, or from there on; importance:2..4 is a range</source>
        <translation>eine Stufe, oder ab dort; importance:2..4 ist ein Bereich</translation>
    </message>
    <message>
        <source>what that paragraph of the article is about</source>
        <translation>wovon dieser Absatz des Artikels handelt</translation>
    </message>
    <message>
        <source>your own stars and notes</source>
        <translation>Ihre eigenen Sterne und Notizen</translation>
    </message>
    <message>
        <source>by identifier, or the beginning of one</source>
        <translation>nach der Kennung oder ihrem Anfang</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>what may stand here; it also comes as you type</source>
        <translation>was hier stehen kann; erscheint auch beim Tippen</translation>
    </message>
    <message>
        <source>Up  Down, then Enter</source>
        <translation>Hoch  Runter, dann Eingabe</translation>
    </message>
    <message>
        <source>choose from that list; Tab takes the first, Enter alone searches</source>
        <translation>aus dieser Liste wählen; Tab nimmt das Erste, Eingabe allein sucht</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>“{file}” was open. If it ends the program again, start anew.</source>
        <extracomment>Milliseconds for which a view rests before it is kept.</extracomment>
        <translation>„{file}“ war geöffnet. Falls es das Programm wieder beendet, neu beginnen.</translation>
    </message>
    <message>
        <source>Détente did not end properly last time</source>
        <translation>Détente wurde das letzte Mal nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>What was open last</source>
        <translation>Das zuletzt Geöffnete</translation>
    </message>
    <message>
        <source>The view of last time could not be shown again: {problem}</source>
        <translation>Die Ansicht vom letzten Mal konnte nicht wieder gezeigt werden: {problem}</translation>
    </message>
    <message>
        <source>What was open last could not be opened again: {problem}</source>
        <translation>Das zuletzt Geöffnete konnte nicht wieder geöffnet werden: {problem}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Wheel, pinch</source>
        <extracomment>What the pointer does; the code is in explorer/ui/timeline/, for the strip below in ui/overview.py.</extracomment>
        <translation>Mausrad, Zwei-Finger-Zoom</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer, always</source>
        <translation>Am Mauszeiger zoomen, immer</translation>
    </message>
    <message>
        <source>Shift+wheel, sideways</source>
        <translation>Umschalt+Mausrad, seitwärts</translation>
    </message>
    <message>
        <source>Move through time</source>
        <translation>Durch die Zeit bewegen</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Mausrad</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Die Bahnen rollen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move through time and lanes</source>
        <translation>Durch Zeit und Bahnen bewegen</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Choose a span: zoom to it or filter to it</source>
        <translation>Zeitraum wählen: darauf zoomen oder filtern</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Select an event; beside one: select nothing</source>
        <translation>Ereignis auswählen; daneben: nichts auswählen</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Compare the selected event with another</source>
        <translation>Ausgewähltes Ereignis mit einem anderen vergleichen</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Fit the event or the cluster</source>
        <translation>Ereignis oder Häufung einpassen</translation>
    </message>
    <message>
        <source>Click “3 earlier”</source>
        <translation>Klick auf „3 früher“</translation>
    </message>
    <message>
        <source>Go to the nearest of them</source>
        <translation>Zum nächstgelegenen davon</translation>
    </message>
    <message>
        <source>Drag a lane&apos;s name</source>
        <translation>Namen einer Bahn ziehen</translation>
    </message>
    <message>
        <source>Move the lane</source>
        <translation>Bahn verschieben</translation>
    </message>
    <message>
        <source>Right-click an event</source>
        <translation>Rechtsklick auf Ereignis</translation>
    </message>
    <message>
        <source>Star it, compare it</source>
        <translation>Mit Stern versehen, vergleichen</translation>
    </message>
    <message>
        <source>Right-click a lane</source>
        <translation>Rechtsklick auf Bahn</translation>
    </message>
    <message>
        <source>Fold, expand, hide or move it</source>
        <translation>Falten, ausklappen, ausblenden, verschieben</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>In a facet: leave the value out</source>
        <translation>In einer Facette: Wert ausschließen</translation>
    </message>
    <message>
        <source>Drag on the overview</source>
        <translation>Im Überblick ziehen</translation>
    </message>
    <message>
        <source>Move or stretch the window</source>
        <translation>Zeitfenster bewegen oder dehnen</translation>
    </message>
    <message>
        <source>Back, forward button</source>
        <translation>Zurück-, Vorwärtstaste</translation>
    </message>
    <message>
        <source>Back and forward through the views</source>
        <translation>Zurück und vorwärts durch die Ansichten</translation>
    </message>
    <message>
        <source>The program&apos;s menu</source>
        <extracomment>Keys that belong to one place; the code is in that place.</extracomment>
        <translation>Das Menü des Programms</translation>
    </message>
    <message>
        <source>From region to region</source>
        <translation>Von Bereich zu Bereich</translation>
    </message>
    <message>
        <source>What can be done with the lane, event or value</source>
        <translation>Was mit Bahn, Ereignis oder Wert getan werden kann</translation>
    </message>
    <message>
        <source>In a facet: choose the value, or let it go</source>
        <translation>In einer Facette: Wert wählen oder abwählen</translation>
    </message>
    <message>
        <source>In a facet: only this value; leave it out</source>
        <translation>In einer Facette: nur diesen Wert; ihn ausschließen</translation>
    </message>
    <message>
        <source>In a facet, on a chip: lift the filter</source>
        <translation>In einer Facette, auf einer Marke: Filter aufheben</translation>
    </message>
    <message>
        <source>In the search: take what is offered; ask for it</source>
        <translation>In der Suche: Vorschlag annehmen; danach fragen</translation>
    </message>
    <message>
        <source>In the search: on to the timeline</source>
        <translation>In der Suche: weiter zur Zeitleiste</translation>
    </message>
    <message>
        <source>In the article: to another paragraph</source>
        <translation>Im Artikel: zu einem anderen Absatz</translation>
    </message>
    <message>
        <source>In the article: through its claims and events</source>
        <translation>Im Artikel: durch seine Thesen und Ereignisse</translation>
    </message>
    <message>
        <source>In the saved views: rename, delete</source>
        <translation>In den gesicherten Ansichten: umbenennen, löschen</translation>
    </message>
    <message>
        <source>In the saved views: move</source>
        <translation>In den gesicherten Ansichten: verschieben</translation>
    </message>
    <message>
        <source>In one place</source>
        <translation>An einem Ort</translation>
    </message>
    <message>
        <source>Mouse and touchpad</source>
        <translation>Maus und Touchpad</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a shortcut by what it does, or by its keys…</source>
        <translation>Tastenkürzel nach Wirkung oder Tasten suchen …</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No shortcut of that name.</source>
        <translation>Kein Tastenkürzel dieses Namens.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between keys</comment>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Nothing is filtered</source>
        <translation>Es ist nichts gefiltert</translation>
    </message>
    <message>
        <source>Clear: {filter}</source>
        <translation>Löschen: {filter}</translation>
    </message>
    <message>
        <source>Events that fail the filter are dimmed</source>
        <translation>Ereignisse, die der Filter ausschließt, sind abgeblendet</translation>
    </message>
    <message>
        <source>Events that fail the filter are hidden</source>
        <translation>Ereignisse, die der Filter ausschließt, sind ausgeblendet</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Select an event to step through what the article says of it</source>
        <translation>Ein Ereignis auswählen, um durchzugehen, was der Artikel dazu sagt</translation>
    </message>
    <message>
        <source>The article does not mention this event</source>
        <translation>Der Artikel erwähnt dieses Ereignis nicht</translation>
    </message>
    <message>
        <source>¶ {n}, passage {at} of {all} about the event</source>
        <translation>¶ {n}, Stelle {at} von {all} über das Ereignis</translation>
    </message>
    <message>
        <source>Paste a line such as detente --window 2017/2020</source>
        <translation>Eine Zeile wie detente --window 2017/2020 einfügen</translation>
    </message>
    <message>
        <source>Zoom to this span</source>
        <translation>Auf diesen Zeitraum zoomen</translation>
    </message>
    <message>
        <source>Show only {first} to {last}</source>
        <translation>Nur {first} bis {last} zeigen</translation>
    </message>
    <message>
        <source>Databases and exports</source>
        <translation>Datenbanken und Exporte</translation>
    </message>
    <message>
        <source>Détente databases</source>
        <translation>Détente-Datenbanken</translation>
    </message>
    <message>
        <source>Exports, to open their view</source>
        <translation>Exporte, um ihre Ansicht zu öffnen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open a database, or the view of an export</source>
        <translation>Eine Datenbank oder die Ansicht eines Exports öffnen</translation>
    </message>
    <message>
        <source>Copied the event with its citation</source>
        <translation>Ereignis mit Quellenangabe kopiert</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Visible range</source>
        <translation>Sichtbarer Zeitraum</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop this; what was there before stays ({key})</source>
        <translation>Dies abbrechen; was vorher da war, bleibt ({key})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Kopiert: {text}</translation>
    </message>
    <message>
        <source>claim {number}</source>
        <translation>These {number}</translation>
    </message>
    <message>
        <source>{matching} of {n} events</source>
        <translation>{matching} von {n} Ereignissen</translation>
    </message>
    <message>
        <source>{matching} of {n} event</source>
        <translation>{matching} von {n} Ereignis</translation>
    </message>
    <message>
        <source>{n} relationship</source>
        <translation>{n} Beziehung</translation>
    </message>
    <message>
        <source>{n} relationships</source>
        <translation>{n} Beziehungen</translation>
    </message>
    <message>
        <source>{n} dimmed</source>
        <translation>{n} abgeblendet</translation>
    </message>
    <message>
        <source>{n} lane hidden</source>
        <translation>{n} Bahn ausgeblendet</translation>
    </message>
    <message>
        <source>{n} lanes hidden</source>
        <translation>{n} Bahnen ausgeblendet</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Date</source>
        <extracomment>Shown while a title is being read, and where there is no value. True where an event lies, in part at least, in the Store&apos;s window. Rows whose titles are read together with those asked for, before and after them.</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Sort by date; again: from last to first</source>
        <translation>Nach Datum sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Sort by title; again: from last to first</source>
        <translation>Nach Titel sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Sort by relationship; again: from last to first</source>
        <translation>Nach Beziehung sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sort by kind; again: from last to first</source>
        <translation>Nach Art sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Sort by place; again: from last to first</source>
        <translation>Nach Ort sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Sort by people; again: from last to first</source>
        <translation>Nach Personen sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Sort by importance; again: from last to first</source>
        <translation>Nach Bedeutung sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Im Artikel</translation>
    </message>
    <message>
        <source>Sort by in the article; again: from last to first</source>
        <translation>Nach der Rolle im Artikel sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>{date}, in the visible range</source>
        <translation>{date}, im sichtbaren Zeitraum</translation>
    </message>
    <message>
        <source>importance {n} of 5</source>
        <translation>Bedeutung {n} von 5</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>Table of events</source>
        <extracomment>Keys that move in the table, and not on the timeline. What a title keeps at least, in letters. Columns whose greatest comes first when they are first sorted by.</extracomment>
        <translation>Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>No database is open</source>
        <extracomment>Objects of what is out of view that are kept before they are let go.</extracomment>
        <translation>Keine Datenbank ist geöffnet</translation>
    </message>
    <message>
        <source>{picture}. Selected: {event}</source>
        <translation>{picture}. Ausgewählt: {event}</translation>
    </message>
    <message>
        <source>◂ {n} earlier</source>
        <extracomment>Pixels: the room a lane has free at its foot for &quot;3 earlier&quot;.</extracomment>
        <translation>◂ {n} davor</translation>
    </message>
    <message>
        <source>{n} later ▸</source>
        <translation>{n} danach ▸</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <extracomment>Pixels: the stripe in a lane&apos;s colour, from the frame&apos;s left edge to its text, between text and lanes. Pixels: the header column where lanes have no names: room for the stripe. Pixels: a line of the grid, and how high a lane must be for a header of two lines. Pixels that what stands in a lane may reach beyond it.</extracomment>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>{shown} of {events}</source>
        <translation>{shown} von {events}</translation>
    </message>
    <message>
        <source>relationship</source>
        <comment>facet</comment>
        <extracomment>What stays the same while the picture moves: &quot;event&quot;, &quot;cluster&quot; or &quot;rest&quot;, a lane, and a row: the event&apos;s, the cluster&apos;s first, or -1. What the lanes stand for.</extracomment>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>kind</source>
        <comment>facet</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>person</source>
        <comment>facet</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>place</source>
        <comment>facet</comment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>claim</source>
        <comment>facet</comment>
        <translation>These</translation>
    </message>
    <message>
        <source>{n} earlier</source>
        <extracomment>Titles that a cluster&apos;s name lists.</extracomment>
        <translation>{n} davor</translation>
    </message>
    <message>
        <source>{n} later</source>
        <translation>{n} danach</translation>
    </message>
    <message>
        <source>scrolled out of view</source>
        <translation>außer Sicht</translation>
    </message>
    <message>
        <source>{n} more in view, counted in bars</source>
        <translation>{n} weitere in Sicht, als Balken gezählt</translation>
    </message>
    <message>
        <source>{kind}, {date}, title being read</source>
        <translation>{kind}, {date}, Titel wird gelesen</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>{events} close together, {date}</source>
        <translation>{events} dicht beieinander, {date}</translation>
    </message>
    <message>
        <source>{events} in view, {date}, in {n} lane, one for each {facet}</source>
        <translation>{events} in Sicht, {date}, in {n} Bahn, je {facet} eine</translation>
    </message>
    <message>
        <source>{events} in view, {date}, in {n} lanes, one for each {facet}</source>
        <translation>{events} in Sicht, {date}, in {n} Bahnen, je {facet} eine</translation>
    </message>
    <message>
        <source>Evidence for the chosen claim</source>
        <extracomment>How an event stands to the chosen claim, by role, and what the look of a context-only event says.</extracomment>
        <translation>Beleg für die gewählte These</translation>
    </message>
    <message>
        <source>A precedent for the chosen claim</source>
        <translation>Präzedenzfall für die gewählte These</translation>
    </message>
    <message>
        <source>An exception to the chosen claim</source>
        <translation>Ausnahme von der gewählten These</translation>
    </message>
    <message>
        <source>A consequence of the chosen claim</source>
        <translation>Folge der gewählten These</translation>
    </message>
    <message>
        <source>Context only: the author never discusses it</source>
        <translation>Nur Zusammenhang: der Autor erörtert es nicht</translation>
    </message>
    <message>
        <source>{events}, dimmed</source>
        <translation>{events}, abgeblendet</translation>
    </message>
    <message>
        <source>double-click to open</source>
        <translation>zum Öffnen doppelklicken</translation>
    </message>
    <message>
        <source>{events}, {n} of them dimmed</source>
        <translation>{events}, davon {n} abgeblendet</translation>
    </message>
    <message>
        <source>beyond the marks above; double-click to open</source>
        <translation>über die Zeichen oben hinaus; zum Öffnen doppelklicken</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>Events of one lane that fall close together and find no row here. Click to zoom in on them.</source>
        <translation>Ereignisse einer Bahn, die dicht beieinander liegen und hier keine Zeile finden. Klicken zoomt auf sie.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>Pixels kept for a label whose title is still being read.</extracomment>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Collapse gaps</source>
        <translation>Lücken raffen</translation>
    </message>
    <message>
        <source>Lanes ▾</source>
        <translation>Bahnen ▾</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>Ansichten ▾</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Détente, {name}: menu</source>
        <translation>Détente, {name}: Menü</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Détente: menu</source>
        <translation>Détente: Menü</translation>
    </message>
    <message>
        <source>Open another database, theme, shortcuts ({key})</source>
        <translation>Andere Datenbank öffnen, Farbschema, Tastenkürzel ({key})</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Export ▾</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the filtered timeline as a picture or a table ({key})</source>
        <translation>Die gefilterte Zeitleiste als Bild oder Tabelle exportieren ({key})</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>This view</source>
        <extracomment>Milliseconds between looks where the system does not tell of new files.</extracomment>
        <translation>Diese Ansicht</translation>
    </message>
    <message>
        <source>Kept in your settings only: {problem}</source>
        <extracomment>Things that a view lacks, named one by one.</extracomment>
        <translation>Nur in Ihren Einstellungen gesichert: {problem}</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {problem}</source>
        <translation>„{name}“ kann nicht gelesen werden: {problem}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{name} cannot be shown: {problem}</source>
        <translation>{name} kann nicht gezeigt werden: {problem}</translation>
    </message>
    <message>
        <source>{list} and {n} more</source>
        <translation>{list} und {n} weitere</translation>
    </message>
    <message>
        <source>{name} opened without what is gone: {list}.</source>
        <translation>{name} wurde ohne das geöffnet, was nicht mehr da ist: {list}.</translation>
    </message>
    <message>
        <source>Copied the view as a line of text</source>
        <translation>Ansicht als Textzeile kopiert</translation>
    </message>
    <message>
        <source>No view is saved yet</source>
        <extracomment>Letters that a name may have, and views that the menu lists.</extracomment>
        <translation>Noch keine Ansicht gesichert</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht sichern</translation>
    </message>
    <message>
        <source>Save this view as</source>
        <translation>Diese Ansicht sichern als</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>It keeps the stretch of time, the filter, the lanes and the selection.</source>
        <translation>Sie behält den Zeitraum, den Filter, die Bahnen und die Auswahl.</translation>
    </message>
    <message>
        <source>There is a view “{name}” already; it will be replaced.</source>
        <translation>Es gibt schon eine Ansicht „{name}“; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Saved the view “{name}”</source>
        <translation>Ansicht „{name}“ gesichert</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gesicherte Ansichten</translation>
    </message>
    <message>
        <source>Show the view ({key})</source>
        <translation>Die Ansicht zeigen ({key})</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Give it another name ({key})</source>
        <translation>Anders benennen ({key})</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move the view up ({key})</source>
        <translation>Die Ansicht nach oben verschieben ({key})</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move the view down ({key})</source>
        <translation>Die Ansicht nach unten verschieben ({key})</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Forget the view ({key})</source>
        <translation>Die Ansicht vergessen ({key})</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Bring the deleted view back ({key})</source>
        <translation>Die gelöschte Ansicht zurückholen ({key})</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It belongs to the database, which cannot be written to.</source>
        <translation>Sie gehört zur Datenbank, in die nicht geschrieben werden kann.</translation>
    </message>
    <message>
        <source>There is a view “{name}” already.</source>
        <translation>Es gibt schon eine Ansicht „{name}“.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Eine Ansicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>Deleted “{name}”.</source>
        <translation>„{name}“ gelöscht.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Turn the wheel to zoom at the pointer, drag to move through time.</source>
        <extracomment>Milliseconds of calm after which a view counts as one to come back to. Whether exports have the reader&apos;s stars and notes: what was chosen last, since the start.</extracomment>
        <translation>Mausrad drehen, um am Mauszeiger zu zoomen; ziehen, um durch die Zeit zu gehen.</translation>
    </message>
    <message>
        <source>Opening {file}…</source>
        <translation>{file} wird geöffnet …</translation>
    </message>
    <message>
        <source>Opening was cancelled</source>
        <translation>Öffnen abgebrochen</translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation>Keine Datenbank ist geöffnet.</translation>
    </message>
    <message>
        <source>This database holds no events</source>
        <translation>Diese Datenbank enthält keine Ereignisse</translation>
    </message>
    <message>
        <source>Open another one.</source>
        <translation>Eine andere öffnen.</translation>
    </message>
    <message>
        <source>First found</source>
        <translation>Zuerst gefunden</translation>
    </message>
    <message>
        <source>Found {names}… counting all</source>
        <translation>{names} gefunden … wird gezählt</translation>
    </message>
    <message>
        <source>Found nothing</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Your notes are saved</source>
        <translation>Ihre Notizen sind gesichert</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Border between panes</source>
        <translation>Grenze zwischen Bereichen</translation>
    </message>
</context>
</TS>
