<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
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
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show the exported file in its folder</source>
        <translation>Exportierte Datei im Ordner zeigen</translation>
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
        <source>In the table: list only what is in view</source>
        <translation>In der Tabelle: nur auflisten, was im Bild ist</translation>
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
        <extracomment>What a text field does itself with the keys of these. What must be there for an action to do anything, for those that need something. Why an action can do nothing now, by what it needs; Commands.has knows whether it is there.</extracomment>
        <translation>Keine Datenbank ist geöffnet</translation>
    </message>
    <message>
        <source>Nothing was exported yet</source>
        <translation>Noch wurde nichts exportiert</translation>
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
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Clear one filter</source>
        <translation>Einen Filter aufheben</translation>
    </message>
    <message>
        <source>Collapse gaps</source>
        <translation>Lücken einklappen</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern …</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Edit saved views…</source>
        <translation>Gespeicherte Ansichten bearbeiten …</translation>
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
        <extracomment>Pixels from the top: where the reading line is, and where a paragraph gone to comes to stand. How often what has come into view may turn out higher or lower and bring others into view.</extracomment>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Paragraphs of the article</source>
        <extracomment>Seconds of one step: a quarter of a frame. Paragraphs that have their parts at one time, but for more in view. Pixels left and right of the paragraphs, between two of them, and below the last. Steps of the keys beyond one paragraph: a screen, and all there are.</extracomment>
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
    <name>Axis</name>
    <message>
        <source>{n} billion</source>
        <extracomment>Width in pixels of a label, bold (upper row) or not. Pixels kept free between two labels of one row, and between two lines without labels. The same for labels under a strip, and years that must find room there for finer ticks than years. Years in millions and billions, of our era or before.</extracomment>
        <translation>{n} Mrd.</translation>
    </message>
    <message>
        <source>{n} billion BCE</source>
        <translation>{n} Mrd. v. Chr.</translation>
    </message>
    <message>
        <source>{n} million</source>
        <translation>{n} Mio.</translation>
    </message>
    <message>
        <source>{n} million BCE</source>
        <translation>{n} Mio. v. Chr.</translation>
    </message>
    <message>
        <source>Mar</source>
        <comment>the widest short month, to measure by</comment>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>Mar</source>
        <comment>the widest of January, April, July and October in short, to measure by</comment>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>{year} BCE</source>
        <translation>{year} v. Chr.</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday}, {day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{range}, {events} in view</source>
        <translation>{range}, {events} im Bild</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>The star is taken away</source>
        <translation>Der Stern ist weggenommen</translation>
    </message>
    <message>
        <source>Hidden: {lane}</source>
        <extracomment>Lanes whose order is told, from the top. What is said of lanes that are now among these, and of those that are no longer.</extracomment>
        <translation>Ausgeblendet: {lane}</translation>
    </message>
    <message>
        <source>Shown again: {lane}</source>
        <translation>Wieder eingeblendet: {lane}</translation>
    </message>
    <message>
        <source>Folded: {lane}</source>
        <translation>Gefaltet: {lane}</translation>
    </message>
    <message>
        <source>No longer folded: {lane}</source>
        <translation>Nicht mehr gefaltet: {lane}</translation>
    </message>
    <message>
        <source>Expanded: {lane}</source>
        <translation>Ausgeklappt: {lane}</translation>
    </message>
    <message>
        <source>No longer expanded: {lane}</source>
        <translation>Nicht mehr ausgeklappt: {lane}</translation>
    </message>
    <message>
        <source>Table of events</source>
        <translation>Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Lanes by {facet}</source>
        <translation>Bahnen nach: {facet}</translation>
    </message>
    <message>
        <source>Gaps are collapsed</source>
        <translation>Lücken sind eingeklappt</translation>
    </message>
    <message>
        <source>Gaps have their full length</source>
        <translation>Lücken haben ihre volle Länge</translation>
    </message>
    <message>
        <source>Claim {number}: {claim}</source>
        <translation>These {number}: {claim}</translation>
    </message>
    <message>
        <source>No claim is chosen</source>
        <translation>Keine These ist gewählt</translation>
    </message>
    <message>
        <source>What the article says is shown</source>
        <translation>Was der Artikel sagt, wird gezeigt</translation>
    </message>
    <message>
        <source>What the article says is hidden</source>
        <translation>Was der Artikel sagt, ist ausgeblendet</translation>
    </message>
    <message>
        <source>Sorted: {column}</source>
        <translation>Sortiert nach: {column}</translation>
    </message>
    <message>
        <source>Sorted: {column}, from last to first</source>
        <translation>Sortiert nach: {column}, absteigend</translation>
    </message>
    <message>
        <source>{n} lane</source>
        <translation>{n} Bahn</translation>
    </message>
    <message>
        <source>{n} lanes</source>
        <translation>{n} Bahnen</translation>
    </message>
    <message>
        <source>Lanes in another order: {lanes}</source>
        <translation>Bahnen in anderer Reihenfolge: {lanes}</translation>
    </message>
    <message>
        <source>Lanes in their usual order</source>
        <translation>Bahnen in der üblichen Reihenfolge</translation>
    </message>
    <message>
        <source>Nothing is compared any more</source>
        <translation>Nichts wird mehr verglichen</translation>
    </message>
    <message>
        <source>The first of two events to compare: {event}</source>
        <translation>Das erste von zwei Ereignissen zum Vergleich: {event}</translation>
    </message>
    <message>
        <source>Compared with: {event}</source>
        <translation>Verglichen mit: {event}</translation>
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
        <source>Show no claim on the timeline any more</source>
        <translation>Keine These mehr auf der Zeitleiste zeigen</translation>
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
    <message>
        <source>clear</source>
        <translation>abwählen</translation>
    </message>
    <message>
        <source>Clear the claim</source>
        <translation>These abwählen</translation>
    </message>
    <message>
        <source>How an event serves it</source>
        <translation>Wie ein Ereignis sie stützt</translation>
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
    <name>Dates</name>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Jan</source>
        <comment>short</comment>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <comment>short</comment>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <comment>short</comment>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <comment>short</comment>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <comment>short</comment>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <comment>short</comment>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <comment>short</comment>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <comment>short</comment>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <comment>short</comment>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>Oct</source>
        <comment>short</comment>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <comment>short</comment>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <comment>short</comment>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Mon</source>
        <comment>short</comment>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <comment>short</comment>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <comment>short</comment>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <comment>short</comment>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <comment>short</comment>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <comment>short</comment>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Sun</source>
        <comment>short</comment>
        <translation>So</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>Frühjahr</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>Sommer</translation>
    </message>
    <message>
        <source>autumn</source>
        <translation>Herbst</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>Winter</translation>
    </message>
    <message>
        <source>first quarter</source>
        <extracomment>By EDTF&apos;s number.</extracomment>
        <translation>1. Quartal</translation>
    </message>
    <message>
        <source>second quarter</source>
        <translation>2. Quartal</translation>
    </message>
    <message>
        <source>third quarter</source>
        <translation>3. Quartal</translation>
    </message>
    <message>
        <source>fourth quarter</source>
        <translation>4. Quartal</translation>
    </message>
    <message>
        <source>first third</source>
        <translation>1. Drittel</translation>
    </message>
    <message>
        <source>second third</source>
        <translation>2. Drittel</translation>
    </message>
    <message>
        <source>third third</source>
        <translation>3. Drittel</translation>
    </message>
    <message>
        <source>first half</source>
        <translation>1. Halbjahr</translation>
    </message>
    <message>
        <source>second half</source>
        <translation>2. Halbjahr</translation>
    </message>
    <message>
        <source>{n} CE</source>
        <extracomment>A number of years, of millions or billions of years, in an era.</extracomment>
        <translation>{n} n. Chr.</translation>
    </message>
    <message>
        <source>{n} BCE</source>
        <translation>{n} v. Chr.</translation>
    </message>
    <message>
        <source>{n} million CE</source>
        <translation>{n} Mio. Jahre n. Chr.</translation>
    </message>
    <message>
        <source>{n} million BCE</source>
        <translation>{n} Mio. Jahre v. Chr.</translation>
    </message>
    <message>
        <source>{n} billion CE</source>
        <translation>{n} Mrd. Jahre n. Chr.</translation>
    </message>
    <message>
        <source>{n} billion BCE</source>
        <translation>{n} Mrd. Jahre v. Chr.</translation>
    </message>
    <message>
        <source>the {nth} century</source>
        <extracomment>So many years on end, in an era or in that of today.</extracomment>
        <translation>{nth} Jahrhundert</translation>
    </message>
    <message>
        <source>the {nth} century CE</source>
        <translation>{nth} Jahrhundert n. Chr.</translation>
    </message>
    <message>
        <source>the {nth} century BCE</source>
        <translation>{nth} Jahrhundert v. Chr.</translation>
    </message>
    <message>
        <source>the {nth} millennium</source>
        <translation>{nth} Jahrtausend</translation>
    </message>
    <message>
        <source>the {nth} millennium CE</source>
        <translation>{nth} Jahrtausend n. Chr.</translation>
    </message>
    <message>
        <source>the {nth} millennium BCE</source>
        <translation>{nth} Jahrtausend v. Chr.</translation>
    </message>
    <message>
        <source>{n} year</source>
        <translation>{n} Jahr</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} Jahre</translation>
    </message>
    <message>
        <source>{n} month</source>
        <translation>{n} Monat</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} Monate</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} Tag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} Tage</translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation>{n} Stunde</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} Stunden</translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation>{n} Minute</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <source>{n} second</source>
        <translation>{n} Sekunde</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>{n} billion years</source>
        <translation>{n} Mrd. Jahre</translation>
    </message>
    <message>
        <source>{n} million years</source>
        <translation>{n} Mio. Jahre</translation>
    </message>
    <message>
        <source>probable, not certain</source>
        <translation>wahrscheinlich, nicht sicher</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>known to the time of day</source>
        <translation>auf die Uhrzeit genau bekannt</translation>
    </message>
    <message>
        <source>known to the day</source>
        <translation>auf den Tag genau bekannt</translation>
    </message>
    <message>
        <source>known to the month</source>
        <translation>auf den Monat genau bekannt</translation>
    </message>
    <message>
        <source>known to the season</source>
        <translation>auf die Jahreszeit genau bekannt</translation>
    </message>
    <message>
        <source>known to the year</source>
        <translation>auf das Jahr genau bekannt</translation>
    </message>
    <message>
        <source>known to the decade</source>
        <translation>auf das Jahrzehnt genau bekannt</translation>
    </message>
    <message>
        <source>known to the century</source>
        <translation>auf das Jahrhundert genau bekannt</translation>
    </message>
    <message>
        <source>known to the millennium</source>
        <translation>auf das Jahrtausend genau bekannt</translation>
    </message>
    <message>
        <source>start {known}</source>
        <comment>such as: start known to the day</comment>
        <translation>Beginn {known}</translation>
    </message>
    <message>
        <source>end {known}</source>
        <comment>such as: end open</comment>
        <translation>Ende {known}</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>open</source>
        <comment>an end of a date</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>the beginning of time</source>
        <extracomment>What another calendar would name otherwise.</extracomment>
        <translation>Anfang der Zeit</translation>
    </message>
    <message>
        <source>the end of time</source>
        <translation>Ende der Zeit</translation>
    </message>
    <message>
        <source>{date} {time}</source>
        <translation>{date}, {time} Uhr</translation>
    </message>
    <message>
        <source>{day}</source>
        <comment>a day alone, as the first of 19–21 November</comment>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{date} or before</source>
        <translation>{date} oder früher</translation>
    </message>
    <message>
        <source>{date} or after</source>
        <translation>{date} oder später</translation>
    </message>
    <message>
        <source>between {start} and {end}</source>
        <comment>two days</comment>
        <translation>zwischen dem {start} und dem {end}</translation>
    </message>
    <message>
        <source>between {start} and {end}</source>
        <translation>zwischen {start} und {end}</translation>
    </message>
    <message>
        <source>at all times</source>
        <translation>zu allen Zeiten</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>until {date} (start unknown)</source>
        <translation>bis {date} (Beginn unbekannt)</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>ab {date}</translation>
    </message>
    <message>
        <source>from {date} (end unknown)</source>
        <translation>ab {date} (Ende unbekannt)</translation>
    </message>
    <message>
        <source>c. {date}</source>
        <translation>ca. {date}</translation>
    </message>
    <message>
        <source>about {date}</source>
        <comment>a year by itself</comment>
        <translation>um {date}</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>etwa {date}</translation>
    </message>
    <message>
        <source>perhaps {date}</source>
        <translation>vielleicht {date}</translation>
    </message>
    <message>
        <source>{weekday} {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>about {date} (between {first} and {last})</source>
        <translation>um {date} (zwischen {first} und {last})</translation>
    </message>
    <message>
        <source>the {part} of {year}</source>
        <translation>{part} {year}</translation>
    </message>
    <message>
        <source>{season} {year}</source>
        <translation>{season} {year}</translation>
    </message>
    <message>
        <source>{season} (northern hemisphere)</source>
        <translation>{season} (Nordhalbkugel)</translation>
    </message>
    <message>
        <source>{season} (southern hemisphere)</source>
        <translation>{season} (Südhalbkugel)</translation>
    </message>
    <message>
        <source>some month in {date}</source>
        <translation>{date}, Monat unbekannt</translation>
    </message>
    <message>
        <source>some day in {date}</source>
        <extracomment>Digits of a year with the unknown ones at the end; and those behind the unknown ones. More days or months than this are told by the first and the last.</extracomment>
        <translation>{date}, Tag unbekannt</translation>
    </message>
    <message>
        <source>some year between {first} and {last}</source>
        <translation>ein Jahr zwischen {first} und {last}</translation>
    </message>
    <message>
        <source>an unknown year</source>
        <translation>unbekanntes Jahr</translation>
    </message>
    <message>
        <source>an unknown year BCE</source>
        <translation>unbekanntes Jahr v. Chr.</translation>
    </message>
    <message>
        <source>the {year}s</source>
        <translation>{year}er-Jahre</translation>
    </message>
    <message>
        <source>the {year}s CE</source>
        <translation>{year}er-Jahre n. Chr.</translation>
    </message>
    <message>
        <source>{n}st</source>
        <translation>{n}.</translation>
    </message>
    <message>
        <source>{n}nd</source>
        <translation>{n}.</translation>
    </message>
    <message>
        <source>{n}rd</source>
        <translation>{n}.</translation>
    </message>
    <message>
        <source>{n}th</source>
        <translation>{n}.</translation>
    </message>
    <message>
        <source>the year only in part</source>
        <extracomment>Of a day or month whose year has unknown digits, by how many there are at the end; 0: within the year.</extracomment>
        <translation>das Jahr nur zum Teil</translation>
    </message>
    <message>
        <source>the year only to the decade</source>
        <translation>das Jahr nur auf das Jahrzehnt</translation>
    </message>
    <message>
        <source>the year only to the century</source>
        <translation>das Jahr nur auf das Jahrhundert</translation>
    </message>
    <message>
        <source>the year only to the millennium</source>
        <translation>das Jahr nur auf das Jahrtausend</translation>
    </message>
    <message>
        <source>the year not known</source>
        <translation>das Jahr unbekannt</translation>
    </message>
    <message>
        <source>{date} {time} {zone}</source>
        <translation>{date} {time} {zone}</translation>
    </message>
    <message>
        <source>proleptic Gregorian calendar</source>
        <translation>proleptischer gregorianischer Kalender</translation>
    </message>
    <message>
        <source>some year between {first} and {last} that ends in {low}</source>
        <translation>ein Jahr zwischen {first} und {last}, das auf {low} endet</translation>
    </message>
    <message>
        <source>some year between {first} and {last} that ends in {low} to {high}</source>
        <translation>ein Jahr zwischen {first} und {last}, das auf {low} bis {high} endet</translation>
    </message>
    <message>
        <source>{date} {year}</source>
        <translation>{date} {year}</translation>
    </message>
    <message>
        <source>{date} of an unknown year BCE</source>
        <translation>{date} eines unbekannten Jahres v. Chr.</translation>
    </message>
    <message>
        <source>{date} of an unknown year</source>
        <translation>{date} eines unbekannten Jahres</translation>
    </message>
    <message>
        <source>{date} of a year in {years}</source>
        <comment>a decade</comment>
        <translation>{date} eines Jahres der {years}</translation>
    </message>
    <message>
        <source>{date} of a year in {years}</source>
        <comment>a century or a millennium</comment>
        <translation>{date} eines Jahres im {years}</translation>
    </message>
    <message>
        <source>{date} of a year between {first} and {last}</source>
        <translation>{date} eines Jahres zwischen {first} und {last}</translation>
    </message>
    <message>
        <source>{date} of a year between {first} and {last} that ends in {low}</source>
        <translation>{date} eines Jahres zwischen {first} und {last}, das auf {low} endet</translation>
    </message>
    <message>
        <source>{date} of a year between {first} and {last} that ends in {low} to {high}</source>
        <translation>{date} eines Jahres zwischen {first} und {last}, das auf {low} bis {high} endet</translation>
    </message>
    <message>
        <source>some day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>some month</source>
        <translation>ein Monat</translation>
    </message>
    <message>
        <source>some month from {first} to {last}</source>
        <translation>ein Monat von {first} bis {last}</translation>
    </message>
    <message>
        <source>some day from {first} to {last}</source>
        <translation>ein Tag vom {first} bis {last}</translation>
    </message>
    <message>
        <source>the {nth}</source>
        <translation>{nth}</translation>
    </message>
    <message>
        <source>{day} of {month}</source>
        <comment>a day of one of several months</comment>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>some month</source>
        <comment>of some month</comment>
        <translation>eines Monats</translation>
    </message>
    <message>
        <source>the {part}</source>
        <translation>{part}</translation>
    </message>
</context>
<context>
    <name>Distance</name>
    <message>
        <source>{length} after {name}</source>
        <extracomment>Days up to which a length is told in days, and up to which in days and months both. What is finer than a day, and the minutes up to which such dates are told apart by the clock.</extracomment>
        <translation>{length} nach {name}</translation>
    </message>
    <message>
        <source>{length} before {name}</source>
        <translation>{length} vor {name}</translation>
    </message>
    <message>
        <source>{length} after {name} ended</source>
        <extracomment>A lasting event is measured from its end, or to its beginning: by whether this and the other one last.</extracomment>
        <translation>{length} nach dem Ende von {name}</translation>
    </message>
    <message>
        <source>ended {length} before {name}</source>
        <translation>beendet {length} vor {name}</translation>
    </message>
    <message>
        <source>{length} before {name} began</source>
        <translation>{length} vor dem Beginn von {name}</translation>
    </message>
    <message>
        <source>ended {length} before {name} began</source>
        <translation>beendet {length} vor dem Beginn von {name}</translation>
    </message>
    <message>
        <source>how far from {name} is not known</source>
        <translation>der Abstand zu {name} ist nicht bekannt</translation>
    </message>
    <message>
        <source>perhaps at the same time as {name}, at most {length} apart</source>
        <translation>vielleicht gleichzeitig mit {name}, höchstens {length} auseinander</translation>
    </message>
    <message>
        <source>perhaps {said}</source>
        <translation>vielleicht {said}</translation>
    </message>
    <message>
        <source>on the same day as {name}</source>
        <translation>am selben Tag wie {name}</translation>
    </message>
    <message>
        <source>while {name} lasted</source>
        <translation>während der Dauer von {name}</translation>
    </message>
    <message>
        <source>{length} after {name} began, while it lasted</source>
        <translation>{length} nach dem Beginn von {name}, noch vor dem Ende</translation>
    </message>
    <message>
        <source>begun {length} before {name}, and lasting into it</source>
        <translation>begonnen {length} vor {name} und noch währenddessen im Gang</translation>
    </message>
    <message>
        <source>begun on the same day as {name}</source>
        <translation>begonnen am selben Tag wie {name}</translation>
    </message>
    <message>
        <source>at the same time as {name}</source>
        <translation>gleichzeitig mit {name}</translation>
    </message>
    <message>
        <source>at least about {length}</source>
        <translation>mindestens etwa {length}</translation>
    </message>
    <message>
        <source>at least {length}</source>
        <translation>mindestens {length}</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>etwa {length}</translation>
    </message>
    <message>
        <source>{days} (about {length})</source>
        <translation>{days} (etwa {length})</translation>
    </message>
    <message>
        <source>between about {least} and {days}</source>
        <translation>etwa {least} bis {days}</translation>
    </message>
    <message>
        <source>between {least} and {days}</source>
        <translation>{least} bis {days}</translation>
    </message>
    <message>
        <source>between about {first} and {last}</source>
        <translation>etwa {first} bis {last}</translation>
    </message>
    <message>
        <source>about {length} ({least} to {days})</source>
        <translation>etwa {length} ({least} bis {days})</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“{text}” is an interval with a time of day.</source>
        <translation>„{text}“ ist ein Zeitraum mit Uhrzeit.</translation>
    </message>
    <message>
        <source>Intervals in EDTF run from date to date: leave out the times.</source>
        <translation>Zeiträume reichen in EDTF von Datum zu Datum: Lassen Sie die Uhrzeiten weg.</translation>
    </message>
    <message>
        <source>“{text}” ends before it starts.</source>
        <translation>„{text}“ endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Write the earlier date first.</source>
        <translation>Schreiben Sie das frühere Datum zuerst.</translation>
    </message>
    <message>
        <source>“{text}” is not a set of dates.</source>
        <translation>„{text}“ ist keine Menge von Daten.</translation>
    </message>
    <message>
        <source>Write [1667,1668] for one of them, {1667,1668} for all.</source>
        <translation>Schreiben Sie [1667,1668] für eines davon, {1667,1668} für alle.</translation>
    </message>
    <message>
        <source>“{whole}” has a range without a date.</source>
        <translation>„{whole}“ enthält einen Bereich ohne Datum.</translation>
    </message>
    <message>
        <source>Write a date beside the two dots: [..1760].</source>
        <translation>Schreiben Sie neben die zwei Punkte ein Datum: [..1760].</translation>
    </message>
    <message>
        <source>“{text}” is a range between dates of different precision.</source>
        <translation>„{text}“ verbindet zwei verschieden genaue Daten zu einem Bereich.</translation>
    </message>
    <message>
        <source>Write both as years, as months or as days.</source>
        <translation>Schreiben Sie beide als Jahre, als Monate oder als Tage.</translation>
    </message>
    <message>
        <source>Write a date like 1985, 1985-04, 1985-04-12, 198X, 1985~ or 1984/1986.</source>
        <translation>Schreiben Sie ein Datum wie 1985, 1985-04, 1985-04-12, 198X, 1985~ oder 1984/1986.</translation>
    </message>
    <message>
        <source>Years reach from about 73 billion BCE to 73 billion CE.</source>
        <translation>Jahre reichen von etwa 73 Milliarden v. Chr. bis 73 Milliarden n. Chr.</translation>
    </message>
    <message>
        <source>“{text}” names month {month}, which does not exist.</source>
        <translation>„{text}“ nennt den Monat {month}, den es nicht gibt.</translation>
    </message>
    <message>
        <source>Months are 01 to 12; without a day, 21 to 41 name seasons and other parts of a year.</source>
        <translation>Monate sind 01 bis 12; ohne Tag stehen 21 bis 41 für Jahreszeiten und andere Teile eines Jahres.</translation>
    </message>
    <message>
        <source>“{text}” names day {day} of a month that has {n} days.</source>
        <translation>„{text}“ nennt den Tag {day} eines Monats, der {n} Tage hat.</translation>
    </message>
    <message>
        <source>Correct the day, or leave it out.</source>
        <translation>Berichtigen Sie den Tag, oder lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>“{text}” names the year -0000.</source>
        <translation>„{text}“ nennt das Jahr -0000.</translation>
    </message>
    <message>
        <source>The year before 0001 is written 0000 (1 BCE).</source>
        <translation>Das Jahr vor 0001 schreibt man 0000 (1 v. Chr.).</translation>
    </message>
    <message>
        <source>“{text}” fits no day of the calendar.</source>
        <translation>„{text}“ passt auf keinen Tag des Kalenders.</translation>
    </message>
    <message>
        <source>Correct the month or the day around the X.</source>
        <translation>Berichtigen Sie den Monat oder den Tag beim X.</translation>
    </message>
    <message>
        <source>“{text}” lies too far away to be placed.</source>
        <translation>„{text}“ liegt zu fern, um dargestellt zu werden.</translation>
    </message>
    <message>
        <source>“{text}” has a Y before a year of four digits.</source>
        <translation>„{text}“ hat ein Y vor einer vierstelligen Jahreszahl.</translation>
    </message>
    <message>
        <source>Write {year}.</source>
        <translation>Schreiben Sie {year}.</translation>
    </message>
    <message>
        <source>“{text}” claims {digits} significant digits of a year that has {length}.</source>
        <translation>„{text}“ nennt {digits} gültige Ziffern für ein Jahr, das {length} hat.</translation>
    </message>
    <message>
        <source>After S write a number from 1 to {length}.</source>
        <translation>Schreiben Sie nach dem S eine Zahl von 1 bis {length}.</translation>
    </message>
    <message>
        <source>“{text}” names a time that no clock shows.</source>
        <translation>„{text}“ nennt eine Uhrzeit, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Times run from 00:00:00 to 24:00:00.</source>
        <translation>Uhrzeiten reichen von 00:00:00 bis 24:00:00.</translation>
    </message>
    <message>
        <source>“{text}” names a time zone that does not exist.</source>
        <translation>„{text}“ nennt eine Zeitzone, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Zones run from -12:00 to +14:00.</source>
        <translation>Zeitzonen reichen von -12:00 bis +14:00.</translation>
    </message>
    <message>
        <source>Write the qualifier beside its part, as in 2004-06~-11, without brackets.</source>
        <translation>Schreiben Sie das Zeichen ohne Klammern neben den betreffenden Teil, wie in 2004-06~-11.</translation>
    </message>
    <message>
        <source>An interval has one start and one end: 1984/1986.</source>
        <translation>Ein Zeitraum hat einen Anfang und ein Ende: 1984/1986.</translation>
    </message>
    <message>
        <source>The date is empty.</source>
        <translation>Das Datum ist leer.</translation>
    </message>
    <message>
        <source>“{shown}” is not a date in EDTF.</source>
        <extracomment>What an end that is missing was called once.</extracomment>
        <translation>„{shown}“ ist kein Datum nach EDTF.</translation>
    </message>
    <message>
        <source>There is no relationship “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keine Beziehung „{value}“</translation>
    </message>
    <message>
        <source>There is no kind “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keine Art „{value}“</translation>
    </message>
    <message>
        <source>There is no person “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keine Person „{value}“</translation>
    </message>
    <message>
        <source>There is no place “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keinen Ort „{value}“</translation>
    </message>
    <message>
        <source>There is no country “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es kein Land „{value}“</translation>
    </message>
    <message>
        <source>There is no claim “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keine These „{value}“</translation>
    </message>
    <message>
        <source>There is no source “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keine Quelle „{value}“</translation>
    </message>
    <message>
        <source>Events here have no relationship at all</source>
        <translation>Für kein Ereignis ist hier eine Beziehung angegeben</translation>
    </message>
    <message>
        <source>Events here have no kind at all</source>
        <translation>Für kein Ereignis ist hier eine Art angegeben</translation>
    </message>
    <message>
        <source>Events here have no person at all</source>
        <translation>Für kein Ereignis ist hier eine Person angegeben</translation>
    </message>
    <message>
        <source>Events here have no place at all</source>
        <translation>Für kein Ereignis ist hier ein Ort angegeben</translation>
    </message>
    <message>
        <source>Events here have no country at all</source>
        <translation>Für kein Ereignis ist hier ein Land angegeben</translation>
    </message>
    <message>
        <source>Events here have no claim at all</source>
        <translation>Für kein Ereignis ist hier eine These angegeben</translation>
    </message>
    <message>
        <source>Events here have no source at all</source>
        <translation>Für kein Ereignis ist hier eine Quelle angegeben</translation>
    </message>
    <message>
        <source>the relationship “{value}”</source>
        <extracomment>Of what a view names and the database lacks, in a list of such.</extracomment>
        <translation>die Beziehung „{value}“</translation>
    </message>
    <message>
        <source>the kind “{value}”</source>
        <translation>die Art „{value}“</translation>
    </message>
    <message>
        <source>the person “{value}”</source>
        <translation>die Person „{value}“</translation>
    </message>
    <message>
        <source>the place “{value}”</source>
        <translation>der Ort „{value}“</translation>
    </message>
    <message>
        <source>the country “{value}”</source>
        <translation>das Land „{value}“</translation>
    </message>
    <message>
        <source>the claim “{value}”</source>
        <translation>die These „{value}“</translation>
    </message>
    <message>
        <source>the source “{value}”</source>
        <translation>die Quelle „{value}“</translation>
    </message>
    <message>
        <source>the mine “{value}”</source>
        <translation>die eigene Markierung „{value}“</translation>
    </message>
    <message>
        <source>There is no lane “{value}” when lanes stand for each relationship.</source>
        <translation>Es gibt keine Spur „{value}“, wenn die Spuren für Beziehungen stehen.</translation>
    </message>
    <message>
        <source>There is no lane “{value}” when lanes stand for each kind.</source>
        <translation>Es gibt keine Spur „{value}“, wenn die Spuren für Arten stehen.</translation>
    </message>
    <message>
        <source>There is no lane “{value}” when lanes stand for each person.</source>
        <translation>Es gibt keine Spur „{value}“, wenn die Spuren für Personen stehen.</translation>
    </message>
    <message>
        <source>There is no lane “{value}” when lanes stand for each place.</source>
        <translation>Es gibt keine Spur „{value}“, wenn die Spuren für Orte stehen.</translation>
    </message>
    <message>
        <source>There is no lane “{value}” when lanes stand for each claim.</source>
        <translation>Es gibt keine Spur „{value}“, wenn die Spuren für Thesen stehen.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too large.</source>
        <translation>Ein Bild mit {width} × {height} Pixeln ist zu groß.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too small.</source>
        <extracomment>Points to an inch as the design counts them: a figure of 96 dpi has one pixel for each. Device pixels that a side may have, and that a picture may have in all (four bytes each). Dots to an inch that can be asked for at least.</extracomment>
        <translation>Ein Bild mit {width} × {height} Pixeln ist zu klein.</translation>
    </message>
    <message>
        <source>Choose 64 or more either way.</source>
        <translation>Wählen Sie in beiden Richtungen mindestens 64.</translation>
    </message>
    <message>
        <source>Choose {dpi} dpi or less, or a smaller size.</source>
        <translation>Wählen Sie höchstens {dpi} dpi oder eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Choose {width} × {height} {unit} or less.</source>
        <translation>Wählen Sie höchstens {width} × {height} {unit}.</translation>
    </message>
    <message>
        <source>No time lies between {after} and {before}.</source>
        <translation>Zwischen {after} und {before} liegt keine Zeit.</translation>
    </message>
    <message>
        <source>Give the earlier date first and the later one second.</source>
        <translation>Geben Sie zuerst das frühere, dann das spätere Datum an.</translation>
    </message>
    <message>
        <source>Perhaps you mean {values}</source>
        <comment>does not begin with a noun</comment>
        <extracomment>How much alike two words are of which one is the other misspelt.</extracomment>
        <translation>Vielleicht meinen Sie {values}</translation>
    </message>
    <message>
        <source>There are {values} and {n} more</source>
        <comment>does not begin with a noun</comment>
        <translation>Es gibt {values} und {n} weitere</translation>
    </message>
    <message>
        <source>There are {values}</source>
        <comment>does not begin with a noun</comment>
        <translation>Es gibt {values}</translation>
    </message>
    <message>
        <source>It was written by a newer version of Détente.</source>
        <translation>Die Datei stammt aus einer neueren Version von Détente.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>It does not say which view it shows.</source>
        <translation>Die Datei gibt nicht an, welche Ansicht sie zeigt.</translation>
    </message>
    <message>
        <source>Open the database itself.</source>
        <translation>Öffnen Sie die Datenbank selbst.</translation>
    </message>
    <message>
        <source>A quotation mark in this line is not closed.</source>
        <translation>In dieser Zeile ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <source>Copy the whole line.</source>
        <translation>Kopieren Sie die ganze Zeile.</translation>
    </message>
    <message>
        <source>`detente --help` lists the options of a view.</source>
        <translation>`detente --help` nennt die Optionen einer Ansicht.</translation>
    </message>
    <message>
        <source>“{text}” is not FACET=X, such as kind=letter: a FACET is {facets}</source>
        <translation>„{text}“ hat nicht die Form FACET=X, etwa kind=letter: FACET ist eines von {facets}</translation>
    </message>
    <message>
        <source>“{text}” is not the number of a paragraph</source>
        <translation>„{text}“ ist keine Nummer eines Absatzes</translation>
    </message>
    <message>
        <source>--min-importance wants the smaller of the two numbers.</source>
        <translation>Geben Sie bei --min-importance die kleinere der beiden Zahlen an.</translation>
    </message>
    <message>
        <source>This database has no claims to group lanes by.</source>
        <translation>Diese Datenbank enthält keine Thesen, nach denen sich Spuren bilden ließen.</translation>
    </message>
    <message>
        <source>Group them by {lanes} or {last} (--lanes).</source>
        <translation>Bilden Sie Spuren nach {lanes} oder {last} (--lanes).</translation>
    </message>
    <message>
        <source>--no-commentary hides the article.</source>
        <translation>--no-commentary blendet den Artikel aus.</translation>
    </message>
    <message>
        <source>Leave it out, or --show-claim, --paragraph, --tab article and --lanes claim.</source>
        <translation>Lassen Sie es weg, oder aber --show-claim, --paragraph, --tab article und --lanes claim.</translation>
    </message>
    <message>
        <source>--no-commentary hides what the article says, and so what filters by it.</source>
        <translation>--no-commentary blendet aus, was der Artikel sagt, und damit auch die Filter danach.</translation>
    </message>
    <message>
        <source>Leave it out, or --basis and --claim.</source>
        <translation>Lassen Sie es weg, oder aber --basis und --claim.</translation>
    </message>
    <message>
        <source>An event cannot be compared with itself.</source>
        <translation>Ein Ereignis lässt sich nicht mit sich selbst vergleichen.</translation>
    </message>
    <message>
        <source>Give --compare another event than --select.</source>
        <translation>Geben Sie bei --compare ein anderes Ereignis an als bei --select.</translation>
    </message>
    <message>
        <source>paragraph {n} of the article</source>
        <translation>Absatz {n} des Artikels</translation>
    </message>
    <message>
        <source>The article has no paragraph {n}.</source>
        <translation>Der Artikel hat keinen Absatz {n}.</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>der Artikel</translation>
    </message>
    <message>
        <source>the event “{slug}”</source>
        <translation>das Ereignis „{slug}“</translation>
    </message>
    <message>
        <source>There is no event “{slug}” in this database.</source>
        <translation>In dieser Datenbank gibt es kein Ereignis „{slug}“.</translation>
    </message>
    <message>
        <source>Give an event&apos;s identifier, as in the first column of a CSV export.</source>
        <translation>Geben Sie die Kennung eines Ereignisses an, wie sie in der ersten Spalte eines CSV-Exports steht.</translation>
    </message>
    <message>
        <source>the lane “{value}”</source>
        <translation>die Spur „{value}“</translation>
    </message>
    <message>
        <source>Lanes are named by a value of what --lanes says.</source>
        <translation>Eine Spur heißt wie ein Wert dessen, was --lanes angibt.</translation>
    </message>
    <message>
        <source>This database has no article to read.</source>
        <translation>Zu dieser Datenbank gehört kein Artikel.</translation>
    </message>
    <message>
        <source>Leave out --tab, --paragraph and --show-claim.</source>
        <translation>Lassen Sie --tab, --paragraph und --show-claim weg.</translation>
    </message>
    <message>
        <source>Its paragraphs are numbered {first} to {last}.</source>
        <translation>Seine Absätze tragen die Nummern {first} bis {last}.</translation>
    </message>
    <message>
        <source>Its paragraphs are one, number {n}.</source>
        <translation>Er hat nur einen Absatz mit der Nummer {n}.</translation>
    </message>
    <message>
        <source>This database has no article that claims anything.</source>
        <translation>Zu dieser Datenbank gehört kein Artikel mit Thesen.</translation>
    </message>
    <message>
        <source>Leave out --show-claim.</source>
        <translation>Lassen Sie --show-claim weg.</translation>
    </message>
    <message>
        <source>The article makes no claim “{text}”.</source>
        <translation>Der Artikel enthält keine These „{text}“.</translation>
    </message>
    <message>
        <source>There are {values}.</source>
        <translation>Es gibt {values}.</translation>
    </message>
    <message>
        <source>“{text}” lies beyond all time.</source>
        <translation>„{text}“ liegt jenseits aller Zeit.</translation>
    </message>
    <message>
        <source>Years reach to about 73 billion either way.</source>
        <translation>Jahre reichen in beiden Richtungen bis etwa 73 Milliarden.</translation>
    </message>
    <message>
        <source>The window “{text}” ends before it starts.</source>
        <translation>Der Ausschnitt „{text}“ endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Write the earlier date first, as in 2017-01/2020-05.</source>
        <translation>Schreiben Sie das frühere Datum zuerst, wie in 2017-01/2020-05.</translation>
    </message>
    <message>
        <source>{format} holds {most} events at most, and these are {rows}.</source>
        <translation>{format} fasst höchstens {most} Ereignisse, hier sind es {rows}.</translation>
    </message>
    <message>
        <source>Narrow the filter, or write CSV.</source>
        <translation>Filtern Sie enger, oder schreiben Sie CSV.</translation>
    </message>
    <message>
        <source>This is no file of JSON Lines that can be read.</source>
        <extracomment>What each object has as it is read, in this order. What the document says, and where the record bears on that.</extracomment>
        <translation>Das ist keine lesbare JSON-Lines-Datei.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” does not say which view it shows: there is no “{other}” beside it.</source>
        <translation>„{name}“ gibt nicht an, welche Ansicht die Datei zeigt: Daneben liegt keine Datei „{other}“.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check its name and its disk.</source>
        <translation>Prüfen Sie Name und Datenträger.</translation>
    </message>
    <message>
        <source>The view in “{name}” is too long.</source>
        <translation>Die Ansicht in „{name}“ ist zu lang.</translation>
    </message>
    <message>
        <source>The view in “{name}” cannot be read.</source>
        <translation>Die Ansicht in „{name}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged {kind}: which view it shows cannot be read.</source>
        <translation>„{name}“ ist beschädigt ({kind}): Welche Ansicht die Datei zeigt, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Use a sound copy, or open the database itself.</source>
        <translation>Verwenden Sie eine unbeschädigte Kopie, oder öffnen Sie die Datenbank selbst.</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of Détente.</source>
        <translation>„{name}“ stammt aus einer neueren Version von Détente.</translation>
    </message>
    <message>
        <source>“{name}” is a {kind} that does not say which view it shows: another program made it, or has left that out.</source>
        <translation>„{name}“ ({kind}) gibt nicht an, welche Ansicht die Datei zeigt: Ein anderes Programm hat sie erstellt oder diese Angabe weggelassen.</translation>
    </message>
    <message>
        <source>“{name}” does not say which view it shows.</source>
        <translation>„{name}“ gibt nicht an, welche Ansicht die Datei zeigt.</translation>
    </message>
    <message>
        <source>There is no column “{name}”.</source>
        <extracomment>By name, what may stand between the cells of a line. By name, what may end a line: what RFC 4180 says, and what Unix has. Where identifiers are not for reading.</extracomment>
        <translation>Es gibt keine Spalte „{name}“.</translation>
    </message>
    <message>
        <source>Choose from {columns}.</source>
        <translation>Zur Wahl stehen {columns}.</translation>
    </message>
    <message>
        <source>No column is left.</source>
        <translation>Es bleibt keine Spalte übrig.</translation>
    </message>
    <message>
        <source>Choose one that is not commentary.</source>
        <translation>Wählen Sie eine, die nicht zum Kommentar gehört.</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <extracomment>Seconds after which a draft that nobody writes to is left over from a process that was killed; and where it is known that there is no such process any more. Letters and names that Windows does not take in a file&apos;s name.</extracomment>
        <translation>„{path}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a file inside it.</source>
        <translation>Geben Sie eine Datei darin an.</translation>
    </message>
    <message>
        <source>“{path}” is a device or a pipe, not a file.</source>
        <translation>„{path}“ ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>Give another name, or - for standard output.</source>
        <translation>Geben Sie einen anderen Namen an, oder - für die Standardausgabe.</translation>
    </message>
    <message>
        <source>Windows does not take the name “{name}”.</source>
        <translation>Windows lässt den Namen „{name}“ nicht zu.</translation>
    </message>
    <message>
        <source>Give another one.</source>
        <translation>Geben Sie einen anderen an.</translation>
    </message>
    <message>
        <source>A name cannot have that letter.</source>
        <translation>Dieses Zeichen ist in einem Namen nicht erlaubt.</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>Es gibt keinen Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>Make it first.</source>
        <translation>Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>“{folder}” is no folder.</source>
        <translation>„{folder}“ ist kein Ordner.</translation>
    </message>
    <message>
        <source>Name a file inside a folder.</source>
        <translation>Geben Sie eine Datei in einem Ordner an.</translation>
    </message>
    <message>
        <source>“{path}” exists already.</source>
        <translation>„{path}“ ist bereits vorhanden.</translation>
    </message>
    <message>
        <source>Give another name, or --force to replace it.</source>
        <translation>Geben Sie einen anderen Namen an, oder --force, um die Datei zu ersetzen.</translation>
    </message>
    <message>
        <source>“{path}” is write-protected.</source>
        <translation>„{path}“ ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Give another name, or lift the protection.</source>
        <translation>Geben Sie einen anderen Namen an, oder heben Sie den Schutz auf.</translation>
    </message>
    <message>
        <source>You may not write to the folder “{folder}”.</source>
        <translation>Sie dürfen in den Ordner „{folder}“ nicht schreiben.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: the disk is full.</source>
        <translation>„{path}“ kann nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room, or choose another.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder “{folder}” can only be read.</source>
        <translation>Der Ordner „{folder}“ kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>The name “{name}…” is too long.</source>
        <translation>Der Name „{name}…“ ist zu lang.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>“{path}” is too large for its disk.</source>
        <translation>„{path}“ ist zu groß für den Datenträger.</translation>
    </message>
    <message>
        <source>Choose another disk.</source>
        <translation>Wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {reason}.</source>
        <translation>„{path}“ kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>“{name}” cannot be brought from schema {former} to {step}.</source>
        <translation>„{name}“ lässt sich nicht von Schema {former} auf {step} bringen.</translation>
    </message>
    <message>
        <source>Install the latest Détente or get a newer copy of the file.</source>
        <translation>Installieren Sie die neueste Version von Détente, oder besorgen Sie eine neuere Fassung der Datei.</translation>
    </message>
    <message>
        <source>“{name}” was left as it was: rows of “{table}” would refer to nothing.</source>
        <translation>„{name}“ blieb unverändert: Zeilen von „{table}“ würden ins Leere verweisen.</translation>
    </message>
    <message>
        <source>Use a sound copy; `detente check` lists what is wrong.</source>
        <translation>Verwenden Sie eine unbeschädigte Kopie; `detente check` nennt, was nicht stimmt.</translation>
    </message>
    <message>
        <source>“{path}” is not a file of notes.</source>
        <translation>„{path}“ ist keine Notizdatei.</translation>
    </message>
    <message>
        <source>Move it away, or give the database another name.</source>
        <translation>Verschieben Sie die Datei, oder geben Sie der Datenbank einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer Détente.</source>
        <translation>„{path}“ stammt aus einer neueren Version von Détente.</translation>
    </message>
    <message>
        <source>Install the latest Détente.</source>
        <translation>Installieren Sie die neueste Version von Détente.</translation>
    </message>
    <message>
        <source>“{path}” is locked by another program.</source>
        <translation>„{path}“ wird von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>Close it there.</source>
        <translation>Schließen Sie die Datei dort.</translation>
    </message>
    <message>
        <source>“{path}” is damaged or not a file of notes.</source>
        <translation>„{path}“ ist beschädigt oder keine Notizdatei.</translation>
    </message>
    <message>
        <source>“{path}” holds {n} row that is no note: it is left out.</source>
        <translation>„{path}“ enthält {n} Zeile, die keine Notiz ist: Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>“{path}” holds {n} rows that are no notes: they are left out.</source>
        <translation>„{path}“ enthält {n} Zeilen, die keine Notizen sind: Sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>Your other notes are there.</source>
        <translation>Ihre übrigen Notizen sind da.</translation>
    </message>
    <message>
        <source>“{path}” is kept with a log or a journal of another program.</source>
        <translation>„{path}“ hat ein Protokoll oder Journal eines anderen Programms neben sich.</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>Verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>Make room.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read or written.</source>
        <translation>„{path}“ kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Check its folder and its disk.</source>
        <translation>Prüfen Sie Ordner und Datenträger.</translation>
    </message>
    <message>
        <source>Check its folder.</source>
        <translation>Prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <extracomment>The oldest version that can still be read. What a file of ours has at the very least; `detente check` compares all of it. What versions after the first added. Those of them that are no tables of rows, and what makes them.</extracomment>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a damaged or very old SQLite file</source>
        <translation>eine beschädigte oder sehr alte SQLite-Datei</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <extracomment>Where what comes and goes without the database being another begins. How often a file is looked at that another program is writing. Told the work done of how much; its False ends that work. The state of the file that the user named. Keeps the copy there.</extracomment>
        <translation>{name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check its disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>{name} is locked by another program.</source>
        <translation>{name} wird von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>{name} is being written by another program.</source>
        <extracomment>What a journal begins with and what ends one that names other files; see SQLite&apos;s pager.c. How often a file that changes while it is being copied is copied again.</extracomment>
        <translation>{name} wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>Close it there, then try again.</source>
        <translation>Schließen Sie die Datei dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{name} was left half changed by another program.</source>
        <translation>{name} wurde von einem anderen Programm halb geändert zurückgelassen.</translation>
    </message>
    <message>
        <source>Open it once with the program that wrote it, or use a sound copy.</source>
        <translation>Öffnen Sie die Datei einmal mit dem Programm, das sie geschrieben hat, oder nehmen Sie eine unbeschädigte Kopie.</translation>
    </message>
    <message>
        <source>The journal beside {name} is damaged.</source>
        <translation>Das Journal neben {name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} can only be read from a copy, and there is no room for one.</source>
        <translation>{name} kann nur aus einer Kopie gelesen werden, und dafür ist kein Platz.</translation>
    </message>
    <message>
        <source>Make room in the folder for caches, or close the program that writes the file.</source>
        <translation>Schaffen Sie Platz im Cache-Ordner, oder schließen Sie das Programm, das die Datei schreibt.</translation>
    </message>
    <message>
        <source>{name} is not a database that can be read: it is damaged or encrypted.</source>
        <translation>{name} ist keine lesbare Datenbank: Die Datei ist beschädigt oder verschlüsselt.</translation>
    </message>
    <message>
        <source>Use a sound copy.</source>
        <translation>Verwenden Sie eine unbeschädigte Kopie.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{name} is damaged: a question to it does not end.</source>
        <translation>{name} ist beschädigt: Eine Abfrage endet nicht.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>{name} asks for more memory than a file of its kind can need.</source>
        <translation>{name} verlangt mehr Speicher, als eine solche Datei brauchen kann.</translation>
    </message>
    <message>
        <source>{name} holds a text that is too long to be read.</source>
        <translation>{name} enthält einen Text, der zu lang ist, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>{name} is not whole: there is {what}.</source>
        <translation>{name} ist unvollständig (SQLite meldet: {what}).</translation>
    </message>
    <message>
        <source>Use a sound copy; `detente check` lists what is missing.</source>
        <translation>Verwenden Sie eine unbeschädigte Kopie; `detente check` nennt, was fehlt.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <extracomment>Up to this size a copy is made, which SQLite and the full-text index compare with themselves. What SQLite says of rows; rows.py says it of the same rows with their names. How SQLite begins what it says of pages.</extracomment>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>Name a folder for caches in XDG_CACHE_HOME.</source>
        <translation>Nennen Sie in XDG_CACHE_HOME einen Ordner für Caches.</translation>
    </message>
    <message>
        <source>{name} is no file, and SQLite would read it.</source>
        <translation>{name} ist keine Datei, und SQLite würde daraus lesen.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a database.</source>
        <translation>{name} ist ein Ordner, keine Datenbank.</translation>
    </message>
    <message>
        <source>Name the file inside it.</source>
        <translation>Geben Sie die Datei darin an.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a database.</source>
        <translation>{name} ist ein Gerät oder eine Pipe, keine Datenbank.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Geben Sie eine Datei an.</translation>
    </message>
    <message>
        <source>You may not read {name}.</source>
        <translation>Sie dürfen {name} nicht lesen.</translation>
    </message>
    <message>
        <source>Ask its owner for read permission.</source>
        <translation>Bitten Sie den Eigentümer um Leserechte.</translation>
    </message>
    <message>
        <source>{name} is an empty file, not a database.</source>
        <translation>{name} ist eine leere Datei, keine Datenbank.</translation>
    </message>
    <message>
        <source>Name another, or use a sound copy.</source>
        <translation>Geben Sie eine andere an, oder verwenden Sie eine unbeschädigte Kopie.</translation>
    </message>
    <message>
        <source>{name} is not a database: it is {kind}.</source>
        <translation>{name} ist keine Datenbank, sondern {kind}.</translation>
    </message>
    <message>
        <source>Name a Détente database.</source>
        <translation>Geben Sie eine Datenbank von Détente an.</translation>
    </message>
    <message>
        <source>{name} is damaged: it ends after {size} of {claimed} bytes.</source>
        <translation>{name} ist beschädigt: Die Datei endet nach {size} von {claimed} Bytes.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>eine Textdatei</translation>
    </message>
    <message>
        <source>a file of another kind</source>
        <translation>eine Datei anderer Art</translation>
    </message>
    <message>
        <source>{name} is an SQLite database of another program.</source>
        <translation>{name} ist eine SQLite-Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>Name a database made by Détente.</source>
        <translation>Geben Sie eine mit Détente erstellte Datenbank an.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Détente (schema {version}, this one reads {known}).</source>
        <translation>{name} stammt aus einer neueren Version von Détente (Schema {version}, diese liest {known}).</translation>
    </message>
    <message>
        <source>{name} was made by an older Détente (schema {version}, this one reads {known}).</source>
        <translation>{name} stammt aus einer älteren Version von Détente (Schema {version}, diese liest {known}).</translation>
    </message>
    <message>
        <source>Get a newer copy: this one cannot be brought up to date.</source>
        <translation>Besorgen Sie eine neuere Fassung: Diese lässt sich nicht aktualisieren.</translation>
    </message>
    <message>
        <source>{name} is not whole: it lacks the table {tables}.</source>
        <translation>{name} ist unvollständig: Es fehlt die Tabelle {tables}.</translation>
    </message>
    <message>
        <source>{name} is not whole: it lacks the tables {tables}.</source>
        <translation>{name} ist unvollständig: Es fehlen die Tabellen {tables}.</translation>
    </message>
    <message>
        <source>{name} is not whole: its “{table}” is no table of a Détente database.</source>
        <translation>{name} ist nicht vollständig: „{table}“ darin ist keine Tabelle einer Détente-Datenbank.</translation>
    </message>
    <message>
        <source>{name} is not whole: values of its table {tables} are computed.</source>
        <translation>{name} ist nicht vollständig: Werte der Tabelle {tables} werden berechnet.</translation>
    </message>
    <message>
        <source>{name} keeps its texts as {encoding}, not as UTF-8.</source>
        <translation>{name} speichert Texte als {encoding}, nicht als UTF-8.</translation>
    </message>
    <message>
        <source>Dump it to SQL and read that into a new database.</source>
        <translation>Schreiben Sie sie als SQL heraus und lesen Sie das in eine neue Datenbank ein.</translation>
    </message>
    <message>
        <source>There is no event number {event_id} in “{name}” any more.</source>
        <extracomment>Every event, whatever the filter: the order stays, and a filter only leaves some out. Ids fetched between two reports of progress. Events asked for by their identifiers at a time, and bytes of a list of numbers. Identifiers that are compared with a misspelt one, named for it, and how much alike they must be.</extracomment>
        <translation>Ein Ereignis mit der Nummer {event_id} gibt es in „{name}“ nicht mehr.</translation>
    </message>
    <message>
        <source>Open the database again.</source>
        <translation>Öffnen Sie die Datenbank noch einmal.</translation>
    </message>
    <message>
        <source>{name} has triggers or views that are not Détente’s.</source>
        <extracomment>What runs by itself when rows are written or read. What SQLite asks about that is allowed for any table.</extracomment>
        <translation>{name} hat Trigger oder Sichten, die nicht von Détente sind.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to.</source>
        <translation>„{name}“ kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Check that you may write to it and that its disk is not full.</source>
        <translation>Prüfen Sie, ob Sie die Datei ändern dürfen und auf dem Datenträger noch Platz ist.</translation>
    </message>
    <message>
        <source>{name} is kept with a log or a journal of another program.</source>
        <translation>{name} hat ein Protokoll oder Journal eines anderen Programms neben sich.</translation>
    </message>
    <message>
        <source>What you write is kept in your settings instead.</source>
        <translation>Was Sie schreiben, bleibt stattdessen in Ihren Einstellungen.</translation>
    </message>
    <message>
        <source>“{name}” has been changed by another program.</source>
        <extracomment>SQLite&apos;s steps between two looks at the budget: some 15 ms. Steps that a question may take: reading all of an honest file takes less than one for each byte. Bytes of a text or a row that is read for showing; a longer one is cut (explorer/storage/mended.py). Bytes of the longest value that is looked into at all, and written whole into exports. Seconds in which a commit of ours ends: twice as long as it waits for a lock. Bytes that SQLite may hold in all, whatever is open: what it asks for beyond is refused as out of memory.</extracomment>
        <translation>„{name}“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} is damaged; what is sound is shown. `detente check` lists what is wrong.</source>
        <extracomment>Bytes of a file up to which SQLite looks for damage before anything is shown. Tables whose values may be of any type. Letters of a label that lanes, lists and chips show, at the most. Events whose rows are compared with what the column cache says of them. Progress is told out of so many.</extracomment>
        <translation>{name} ist beschädigt; gezeigt wird, was unversehrt ist. `detente check` listet auf, was fehlt.</translation>
    </message>
    <message>
        <source>{n} event of {name} is damaged and left out; `detente check` lists what is wrong.</source>
        <translation>{n} Ereignis von {name} ist beschädigt und ausgelassen; `detente check` listet auf, was nicht stimmt.</translation>
    </message>
    <message>
        <source>{n} events of {name} are damaged and left out; `detente check` lists what is wrong.</source>
        <translation>{n} Ereignisse von {name} sind beschädigt und ausgelassen; `detente check` listet auf, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Use a sound copy; the command `.recover` of SQLite’s own shell saves what is left of this one.</source>
        <translation>Verwenden Sie eine unbeschädigte Kopie; der Befehl `.recover` der SQLite-eigenen Shell rettet, was von dieser übrig ist.</translation>
    </message>
    <message>
        <source>This line is too long for a view: it begins with “{text}”.</source>
        <extracomment>The facets of VIEW that are options of their own. Words that any shell, of Unix or Windows, takes as they are. What a shell still changes within double quotes. Bytes that a line of a view may have: a filter of 2,000 values takes half of them.</extracomment>
        <translation>Diese Zeile ist zu lang für eine Ansicht: Sie beginnt mit „{text}“.</translation>
    </message>
    <message>
        <source>A view has {n} bytes at most.</source>
        <translation>Eine Ansicht hat höchstens {n} Bytes.</translation>
    </message>
    <message>
        <source>“{text}” is one word too many.</source>
        <translation>„{text}“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>Put a name or a text of several words in quotation marks.</source>
        <translation>Setzen Sie einen Namen oder Text aus mehreren Wörtern in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“{option}” is no option of a view.</source>
        <translation>„{option}“ ist keine Option einer Ansicht.</translation>
    </message>
    <message>
        <source>{option} takes no value.</source>
        <translation>{option} nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>{option} needs a value.</source>
        <translation>{option} braucht einen Wert.</translation>
    </message>
    <message>
        <source>{option} is {choices}, not “{text}”.</source>
        <translation>{option} ist {choices}, nicht „{text}“.</translation>
    </message>
    <message>
        <source>There is no basis “{value}” in this database</source>
        <translation>In dieser Datenbank gibt es keinen Bezug „{value}“</translation>
    </message>
    <message>
        <source>Events here have no basis at all</source>
        <translation>Für kein Ereignis ist hier ein Bezug zum Artikel angegeben</translation>
    </message>
    <message>
        <source>the basis “{value}”</source>
        <translation>der Bezug „{value}“</translation>
    </message>
    <message>
        <source>“{text}” is not an importance from 1 to 5</source>
        <translation>„{text}“ ist keine Wichtigkeit von 1 bis 5</translation>
    </message>
    <message>
        <source>No importance is at least {least} and at most {greatest}.</source>
        <extracomment>The facets that events can be grouped into lanes by. The tabs of the right panel. What the table can be sorted by; with &quot;-&quot; before it from last to first.</extracomment>
        <translation>Keine Wichtigkeit ist mindestens {least} und höchstens {greatest}.</translation>
    </message>
    <message>
        <source>No mark of yours is called “{value}”.</source>
        <extracomment>Ids looked through at a time for one, and answers remembered. In place of a row that was never asked for. Ids that leave more than this share of their range unused are looked up by bisection.</extracomment>
        <translation>Keine Ihrer Markierungen heißt „{value}“.</translation>
    </message>
    <message>
        <source>Choose {values}.</source>
        <translation>Zur Wahl stehen {values}.</translation>
    </message>
    <message>
        <source>If that is what you mean, write {date}.</source>
        <translation>Wenn das gemeint ist, schreiben Sie {date}.</translation>
    </message>
    <message>
        <source>Write a capital X for an unspecified digit: {date}.</source>
        <translation>Eine unbekannte Ziffer ist ein großes X: {date}.</translation>
    </message>
    <message>
        <source>A year has four digits: write {year}, or {decade} for the ten years.</source>
        <translation>Ein Jahr hat vier Ziffern: schreiben Sie {year}, oder {decade} für das Jahrzehnt.</translation>
    </message>
    <message>
        <source>A year has four digits, such as {year}.</source>
        <translation>Ein Jahr hat vier Ziffern, etwa {year}.</translation>
    </message>
    <message>
        <source>A year has four digits: {year} is {n} BCE, {before} is {m} BCE.</source>
        <translation>Ein Jahr hat vier Ziffern: {year} ist {n} v. Chr., {before} ist {m} v. Chr.</translation>
    </message>
    <message>
        <source>“{text}” says no date.</source>
        <extracomment>More letters than any date has. &quot;1939-41&quot;, which is the second half of 1939 in EDTF and a span of years for whoever knows none. An end that is missing, as it was written once. What precision a side of a span may be told with, from coarse to fine.</extracomment>
        <translation>„{text}“ nennt kein Datum.</translation>
    </message>
    <message>
        <source>Leave it empty where there is none.</source>
        <translation>Lassen Sie das Feld leer, wo es keines gibt.</translation>
    </message>
    <message>
        <source>“{text}” is no date that can be read.</source>
        <translation>„{text}“ ist kein Datum, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>Write a date like 16 July 2018, July 2018, 2018-07-16, 1985, 1980s, about 1500, 44 BC, before 1900 or 1984–1986.</source>
        <translation>Schreiben Sie ein Datum wie 16. Juli 2018, Juli 2018, 2018-07-16, 1985, 1980er, um 1500, 44 v. Chr., vor 1900 oder 1984–1986.</translation>
    </message>
    <message>
        <source>“{text}” may mean {readings}.</source>
        <translation>„{text}“ kann {readings} bedeuten.</translation>
    </message>
    <message>
        <source>Write the month as a word, and years with four digits.</source>
        <translation>Schreiben Sie den Monat als Wort und Jahre mit vier Ziffern.</translation>
    </message>
    <message>
        <source>Write {dates}.</source>
        <translation>Schreiben Sie {dates}.</translation>
    </message>
</context>
<context>
    <name>Export</name>
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
        <extracomment>Rows of a table that are shown. Milliseconds after which it is said that the preview is being drawn.</extracomment>
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
        <source>Drawing the preview…</source>
        <translation>Vorschau wird gezeichnet …</translation>
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
        <extracomment>Milliseconds of calm after which the preview follows what is typed. What belongs to one view and not to the next export.</extracomment>
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
        <source>A sentence beneath the title; empty for none</source>
        <translation>Ein Satz unter dem Titel; leer für keinen</translation>
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
        <extracomment>Dots to the inch that shapes are placed by; letters are drawn by the printer, as fine as it can. Dots to the inch of the preview: sharp at twice the size in which a sheet is first shown. Millimetres of the sheet that stay free; the picture has a margin of its own within.</extracomment>
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
        <extracomment>What some system does not take in a file&apos;s name, and what Windows takes for a device. Letters of a proposed name; bytes would be too many with more of most scripts. Two years with a dash, as a title has them.</extracomment>
        <translation>Zeitleiste {name}</translation>
    </message>
    <message>
        <source>{filter}, of these what lies in {span}</source>
        <extracomment>For a table that does not say what it is of.</extracomment>
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
        <source>CR LF, the standard</source>
        <extracomment>What the line ends are called.</extracomment>
        <translation>CR LF, der Standard</translation>
    </message>
    <message>
        <source>LF, as on Unix</source>
        <translation>LF, wie unter Unix</translation>
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
        <source>My stars and &amp;notes</source>
        <translation>Meine Sterne und &amp;Notizen</translation>
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
        <source>Line ends</source>
        <translation>Zeilenenden</translation>
    </message>
    <message>
        <source>How lines end: as RFC 4180 says, for spreadsheets; or as Unix tools have it</source>
        <translation>Wie Zeilen enden: nach RFC 4180, für Tabellenprogramme, oder wie Unix-Werkzeuge es tun</translation>
    </message>
    <message>
        <source>&amp;Line ends</source>
        <translation>&amp;Zeilenenden</translation>
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
        <extracomment>Told how much of how much is done; says whether to go on. Runs off the main thread; answers what is to be said, or what is to be called on the main thread, which answers that. True once it is on the writer&apos;s thread, which ends it. The file that was written last.</extracomment>
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
    <message>
        <source>{n} of {all} event</source>
        <extracomment>What marks the JSON object as ours, and the version of its shape.</extracomment>
        <translation>{n} von {all} Ereignis</translation>
    </message>
    <message>
        <source>{n} of {all} events</source>
        <translation>{n} von {all} Ereignissen</translation>
    </message>
    <message>
        <source>{collection}: {count} ({filter}). Database {database}, fingerprint {fingerprint}. Made with {program}, {date}.</source>
        <translation>{collection}: {count} ({filter}). Datenbank {database}, Prüfsumme {fingerprint}. Erstellt mit {program}, {date}.</translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <extracomment>The columns that chunks must have for each of these.</extracomment>
        <translation>Quellen: {sources}</translation>
    </message>
    <message>
        <source>{n} text was cut to the {most} letters that a cell of Excel holds.</source>
        <extracomment>UTF-16 units that a cell holds. Widths in digits; what has none here is narrow. Where a text is parted that looks like Excel&apos;s number of a letter, _x0041_: before and behind its x.</extracomment>
        <translation>{n} Text wurde auf die {most} Zeichen gekürzt, die eine Excel-Zelle fasst.</translation>
    </message>
    <message>
        <source>{n} texts were cut to the {most} letters that a cell of Excel holds.</source>
        <translation>{n} Texte wurden auf die {most} Zeichen gekürzt, die eine Excel-Zelle fasst.</translation>
    </message>
    <message>
        <source>{n} with an open end</source>
        <extracomment>Days of the longest entry: ten years with their leap days. A time on the clock of a place, and how far that is ahead of UTC, None where that is not known. Why an event is left out.</extracomment>
        <translation>{n} mit offenem Ende</translation>
    </message>
    <message>
        <source>{n} before the year 1</source>
        <translation>{n} vor dem Jahr 1</translation>
    </message>
    <message>
        <source>{n} after the year 9999</source>
        <translation>{n} nach dem Jahr 9999</translation>
    </message>
    <message>
        <source>{n} longer than ten years</source>
        <translation>{n} länger als zehn Jahre</translation>
    </message>
    <message>
        <source>Date (EDTF): {date}</source>
        <translation>Datum (EDTF): {date}</translation>
    </message>
    <message>
        <source>Event: {id}</source>
        <translation>Ereignis: {id}</translation>
    </message>
    <message>
        <source>{n} event does not fit into a calendar: {why}.</source>
        <translation>{n} Ereignis passt in keinen Kalender: {why}.</translation>
    </message>
    <message>
        <source>{n} events do not fit into a calendar: {why}.</source>
        <translation>{n} Ereignisse passen in keinen Kalender: {why}.</translation>
    </message>
    <message>
        <source>Notes on {collection}</source>
        <translation>Notizen zu {collection}</translation>
    </message>
    <message>
        <source>{name} is in {folder}</source>
        <translation>{name} liegt in {folder}</translation>
    </message>
    <message>
        <source>The folder of “{name}” cannot be shown.</source>
        <translation>Der Ordner von „{name}“ lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The file was written to {folder}.</source>
        <translation>Die Datei wurde nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>Caption of the picture</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Bilduntersc&amp;hrift</translation>
    </message>
    <message>
        <source>The stars that you have put on events, which nobody else sees otherwise</source>
        <translation>Die Sterne, die Sie Ereignissen gegeben haben und die sonst niemand sieht</translation>
    </message>
    <message>
        <source>Columns of the article beside those of the record</source>
        <translation>Spalten zum Artikel neben denen des Befunds</translation>
    </message>
    <message>
        <source>Two columns with your stars and notes, which nobody else sees otherwise</source>
        <translation>Zwei Spalten mit Ihren Sternen und Notizen, die sonst niemand sieht</translation>
    </message>
    <message>
        <source>Deselect every column</source>
        <translation>Alle Spalten abwählen</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Genannt</translation>
    </message>
    <message>
        <source>Context only</source>
        <translation>Nur Kontext</translation>
    </message>
    <message>
        <source>Alluded to</source>
        <translation>Angesprochen</translation>
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
    <message>
        <source>The program goes on, and your notes are kept. If something looks wrong, close it and start it again. The details help whoever is to mend this; nothing is sent.</source>
        <translation>Das Programm läuft weiter, und Ihre Notizen sind gespeichert. Wenn etwas falsch aussieht, beenden Sie es und starten Sie es neu. Die Einzelheiten helfen bei der Behebung; es wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Slide 16:9</source>
        <translation>Folie 16:9</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 quer</translation>
    </message>
    <message>
        <source>Column of a journal</source>
        <translation>Spalte einer Zeitschrift</translation>
    </message>
    <message>
        <source>4K screen</source>
        <translation>4K-Bildschirm</translation>
    </message>
    <message>
        <source>Wide strip</source>
        <translation>Breiter Streifen</translation>
    </message>
    <message>
        <source>Like the window</source>
        <translation>Wie das Fenster</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>{n} relationships</source>
        <translation>{n} Beziehungen</translation>
    </message>
    <message>
        <source>{n} kinds</source>
        <translation>{n} Arten</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} Personen</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} Orte</translation>
    </message>
    <message>
        <source>{n} countries</source>
        <translation>{n} Länder</translation>
    </message>
    <message>
        <source>{n} claims</source>
        <translation>{n} Thesen</translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation>{n} Quellen</translation>
    </message>
    <message>
        <source>{n} marks of yours</source>
        <translation>{n} eigene Markierungen</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>certainly in {date}</source>
        <translation>sicher im Zeitraum {date}</translation>
    </message>
    <message>
        <source>in {date}</source>
        <extracomment>The facets a filter may choose from, in the order in which its sentence names them. &quot;mine&quot; is the reader&apos;s own: its values are MINE, and an index that knows of no stars and notes does not have it. Those that tell what a document makes of an event. Those of which one event may have several values: only there does &quot;all of&quot; make sense. The values of the facet &quot;mine&quot;. &quot;certain&quot;: wholly inside whatever the dates turn out to be; &quot;possible&quot;: some reading falls inside. How an event stands to the dates of a filter: it takes place, begins or ends there, is under way there at some time, or all the time. The least and the greatest importance of an event. A filter by dates in words, by `dating` and whether for certain: one date, two, from one on, up to one.</extracomment>
        <translation>im Zeitraum {date}</translation>
    </message>
    <message>
        <source>certainly from {after} to {before}</source>
        <translation>sicher im Zeitraum {after} bis {before}</translation>
    </message>
    <message>
        <source>from {after} to {before}</source>
        <translation>im Zeitraum {after} bis {before}</translation>
    </message>
    <message>
        <source>certainly from {date} on</source>
        <translation>sicher ab {date}</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>ab {date}</translation>
    </message>
    <message>
        <source>certainly until {date}</source>
        <translation>sicher bis {date}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>{values}</source>
        <comment>relationships</comment>
        <extracomment>More values than this are counted, not listed. Letters of a value that are shown: a citation may be long.</extracomment>
        <translation>{values}</translation>
    </message>
    <message>
        <source>not {values}</source>
        <comment>relationships</comment>
        <translation>nicht {values}</translation>
    </message>
    <message>
        <source>{values}</source>
        <comment>kinds</comment>
        <translation>der Art {values}</translation>
    </message>
    <message>
        <source>no {values}</source>
        <comment>kinds</comment>
        <translation>nicht der Art {values}</translation>
    </message>
    <message>
        <source>with {values}</source>
        <comment>people</comment>
        <translation>mit {values}</translation>
    </message>
    <message>
        <source>without {values}</source>
        <comment>people</comment>
        <translation>ohne {values}</translation>
    </message>
    <message>
        <source>at {values}</source>
        <comment>places</comment>
        <translation>am Ort {values}</translation>
    </message>
    <message>
        <source>not at {values}</source>
        <comment>places</comment>
        <translation>nicht am Ort {values}</translation>
    </message>
    <message>
        <source>in {values}</source>
        <comment>countries</comment>
        <translation>im Land {values}</translation>
    </message>
    <message>
        <source>not in {values}</source>
        <comment>countries</comment>
        <translation>nicht im Land {values}</translation>
    </message>
    <message>
        <source>{values} the article</source>
        <comment>values: named in, alluded to in, context beyond</comment>
        <translation>{values}</translation>
    </message>
    <message>
        <source>not {values} the article</source>
        <comment>values: named in, alluded to in, context beyond</comment>
        <translation>nicht {values}</translation>
    </message>
    <message>
        <source>serving the claim {values}</source>
        <translation>zur These {values}</translation>
    </message>
    <message>
        <source>serving the claims {values}</source>
        <translation>zu den Thesen {values}</translation>
    </message>
    <message>
        <source>not serving the claim {values}</source>
        <translation>nicht zur These {values}</translation>
    </message>
    <message>
        <source>citing {values}</source>
        <translation>belegt durch {values}</translation>
    </message>
    <message>
        <source>not citing {values}</source>
        <translation>nicht belegt durch {values}</translation>
    </message>
    <message>
        <source>{values}</source>
        <comment>marks</comment>
        <translation>{values}</translation>
    </message>
    <message>
        <source>not {values}</source>
        <comment>marks</comment>
        <translation>nicht {values}</translation>
    </message>
    <message>
        <source>named in</source>
        <translation>im Artikel genannt</translation>
    </message>
    <message>
        <source>context beyond</source>
        <translation>Kontext über den Artikel hinaus</translation>
    </message>
    <message>
        <source>starred by you</source>
        <translation>von Ihnen mit einem Stern versehen</translation>
    </message>
    <message>
        <source>noted by you</source>
        <translation>von Ihnen mit einer Notiz versehen</translation>
    </message>
    <message>
        <source>relationship {values}</source>
        <comment>a term of a search</comment>
        <extracomment>The terms of a search by field: identifiers and numbers; texts; dates, each also for certain.</extracomment>
        <translation>Beziehung {values}</translation>
    </message>
    <message>
        <source>kind {values}</source>
        <comment>a term of a search</comment>
        <translation>Art {values}</translation>
    </message>
    <message>
        <source>person {values}</source>
        <comment>a term of a search</comment>
        <translation>Person {values}</translation>
    </message>
    <message>
        <source>country {values}</source>
        <comment>a term of a search</comment>
        <translation>Land {values}</translation>
    </message>
    <message>
        <source>claim {values}</source>
        <comment>a term of a search</comment>
        <translation>These {values}</translation>
    </message>
    <message>
        <source>source {values}</source>
        <comment>a term of a search</comment>
        <translation>Quelle {values}</translation>
    </message>
    <message>
        <source>identifier {values}</source>
        <comment>a term of a search</comment>
        <translation>Kennung {values}</translation>
    </message>
    <message>
        <source>paragraph {values}</source>
        <comment>a term of a search</comment>
        <translation>Absatz {values}</translation>
    </message>
    <message>
        <source>naming {values}</source>
        <translation>mit {values} im Text</translation>
    </message>
    <message>
        <source>naming {values} in your notes</source>
        <translation>mit {values} in Ihren Notizen</translation>
    </message>
    <message>
        <source>naming {values} in the title</source>
        <translation>mit {values} im Titel</translation>
    </message>
    <message>
        <source>naming {values} in the summary</source>
        <translation>mit {values} in der Zusammenfassung</translation>
    </message>
    <message>
        <source>naming {values} in the people</source>
        <translation>mit {values} unter den Beteiligten</translation>
    </message>
    <message>
        <source>naming {values} in the place</source>
        <translation>mit {values} im Ort</translation>
    </message>
    <message>
        <source>naming {values} in the commentary</source>
        <translation>mit {values} im Kommentar</translation>
    </message>
    <message>
        <source>after {dates}</source>
        <translation>nach {dates}</translation>
    </message>
    <message>
        <source>certainly after {dates}</source>
        <translation>sicher nach {dates}</translation>
    </message>
    <message>
        <source>before {dates}</source>
        <translation>vor {dates}</translation>
    </message>
    <message>
        <source>certainly before {dates}</source>
        <translation>sicher vor {dates}</translation>
    </message>
    <message>
        <source>since {dates}</source>
        <translation>ab {dates}</translation>
    </message>
    <message>
        <source>certainly since {dates}</source>
        <translation>sicher ab {dates}</translation>
    </message>
    <message>
        <source>until {dates}</source>
        <translation>bis {dates}</translation>
    </message>
    <message>
        <source>certainly until {dates}</source>
        <translation>sicher bis {dates}</translation>
    </message>
    <message>
        <source>during {dates}</source>
        <translation>im Zeitraum {dates}</translation>
    </message>
    <message>
        <source>certainly during {dates}</source>
        <translation>sicher im Zeitraum {dates}</translation>
    </message>
    <message>
        <source>{n} or more</source>
        <translation>mindestens {n}</translation>
    </message>
    <message>
        <source>{n} or less</source>
        <translation>höchstens {n}</translation>
    </message>
    <message>
        <source>more than {n}</source>
        <translation>mehr als {n}</translation>
    </message>
    <message>
        <source>less than {n}</source>
        <translation>weniger als {n}</translation>
    </message>
    <message>
        <source>none of {values}</source>
        <translation>{values} (ausgeschlossen)</translation>
    </message>
    <message>
        <source>all of {values}</source>
        <translation>{values} (alle zugleich)</translation>
    </message>
    <message>
        <source>any of {values}</source>
        <translation>{values} (beliebig)</translation>
    </message>
    <message>
        <source>both {first} and {last}</source>
        <translation>{first} und {last} zugleich</translation>
    </message>
    <message>
        <source>not {said}</source>
        <comment>a term of a search</comment>
        <translation>nicht {said}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{n} bases</source>
        <translation>{n} Bezüge</translation>
    </message>
    <message>
        <source>importance {n}</source>
        <translation>Wichtigkeit {n}</translation>
    </message>
    <message>
        <source>importance {n} or more</source>
        <translation>Wichtigkeit mindestens {n}</translation>
    </message>
    <message>
        <source>importance {n} or less</source>
        <translation>Wichtigkeit höchstens {n}</translation>
    </message>
    <message>
        <source>importance {least} to {greatest}</source>
        <translation>Wichtigkeit {least} bis {greatest}</translation>
    </message>
    <message>
        <source>alluded to in</source>
        <translation>im Artikel angesprochen</translation>
    </message>
    <message>
        <source>basis {values}</source>
        <comment>a term of a search</comment>
        <translation>Bezug {values}</translation>
    </message>
    <message>
        <source>importance {values}</source>
        <comment>a term of a search</comment>
        <translation>Wichtigkeit {values}</translation>
    </message>
    <message>
        <source>beginning in {date}</source>
        <translation>Beginn: {date}</translation>
    </message>
    <message>
        <source>beginning from {after} to {before}</source>
        <translation>Beginn: von {after} bis {before}</translation>
    </message>
    <message>
        <source>beginning from {date} on</source>
        <translation>Beginn: ab {date}</translation>
    </message>
    <message>
        <source>beginning until {date}</source>
        <translation>Beginn: bis {date}</translation>
    </message>
    <message>
        <source>certainly beginning in {date}</source>
        <translation>Beginn sicher: {date}</translation>
    </message>
    <message>
        <source>certainly beginning from {after} to {before}</source>
        <translation>Beginn sicher: von {after} bis {before}</translation>
    </message>
    <message>
        <source>certainly beginning from {date} on</source>
        <translation>Beginn sicher: ab {date}</translation>
    </message>
    <message>
        <source>certainly beginning until {date}</source>
        <translation>Beginn sicher: bis {date}</translation>
    </message>
    <message>
        <source>ending in {date}</source>
        <translation>Ende: {date}</translation>
    </message>
    <message>
        <source>ending from {after} to {before}</source>
        <translation>Ende: von {after} bis {before}</translation>
    </message>
    <message>
        <source>ending from {date} on</source>
        <translation>Ende: ab {date}</translation>
    </message>
    <message>
        <source>ending until {date}</source>
        <translation>Ende: bis {date}</translation>
    </message>
    <message>
        <source>certainly ending in {date}</source>
        <translation>Ende sicher: {date}</translation>
    </message>
    <message>
        <source>certainly ending from {after} to {before}</source>
        <translation>Ende sicher: von {after} bis {before}</translation>
    </message>
    <message>
        <source>certainly ending from {date} on</source>
        <translation>Ende sicher: ab {date}</translation>
    </message>
    <message>
        <source>certainly ending until {date}</source>
        <translation>Ende sicher: bis {date}</translation>
    </message>
    <message>
        <source>under way in {date}</source>
        <translation>im Gang: {date}</translation>
    </message>
    <message>
        <source>under way at some time from {after} to {before}</source>
        <translation>zeitweise im Gang: von {after} bis {before}</translation>
    </message>
    <message>
        <source>under way at some time from {date} on</source>
        <translation>zeitweise im Gang: ab {date}</translation>
    </message>
    <message>
        <source>under way at some time until {date}</source>
        <translation>zeitweise im Gang: bis {date}</translation>
    </message>
    <message>
        <source>certainly under way in {date}</source>
        <translation>sicher im Gang: {date}</translation>
    </message>
    <message>
        <source>certainly under way at some time from {after} to {before}</source>
        <translation>sicher zeitweise im Gang: von {after} bis {before}</translation>
    </message>
    <message>
        <source>certainly under way at some time from {date} on</source>
        <translation>sicher zeitweise im Gang: ab {date}</translation>
    </message>
    <message>
        <source>certainly under way at some time until {date}</source>
        <translation>sicher zeitweise im Gang: bis {date}</translation>
    </message>
    <message>
        <source>under way throughout {date}</source>
        <translation>durchgehend im Gang: {date}</translation>
    </message>
    <message>
        <source>under way all the time from {after} to {before}</source>
        <translation>durchgehend im Gang: von {after} bis {before}</translation>
    </message>
    <message>
        <source>under way all the time from {date} on</source>
        <translation>durchgehend im Gang: ab {date}</translation>
    </message>
    <message>
        <source>under way all the time until {date}</source>
        <translation>durchgehend im Gang: bis {date}</translation>
    </message>
    <message>
        <source>certainly under way throughout {date}</source>
        <translation>sicher durchgehend im Gang: {date}</translation>
    </message>
    <message>
        <source>certainly under way all the time from {after} to {before}</source>
        <translation>sicher durchgehend im Gang: von {after} bis {before}</translation>
    </message>
    <message>
        <source>certainly under way all the time from {date} on</source>
        <translation>sicher durchgehend im Gang: ab {date}</translation>
    </message>
    <message>
        <source>certainly under way all the time until {date}</source>
        <translation>sicher durchgehend im Gang: bis {date}</translation>
    </message>
    <message>
        <source>beginning in {dates}</source>
        <translation>Beginn: {dates}</translation>
    </message>
    <message>
        <source>certainly beginning in {dates}</source>
        <translation>Beginn sicher: {dates}</translation>
    </message>
    <message>
        <source>ending in {dates}</source>
        <translation>Ende: {dates}</translation>
    </message>
    <message>
        <source>certainly ending in {dates}</source>
        <translation>Ende sicher: {dates}</translation>
    </message>
    <message>
        <source>under way in {dates}</source>
        <translation>im Gang: {dates}</translation>
    </message>
    <message>
        <source>certainly under way in {dates}</source>
        <translation>sicher im Gang: {dates}</translation>
    </message>
    <message>
        <source>under way throughout {dates}</source>
        <translation>durchgehend im Gang: {dates}</translation>
    </message>
    <message>
        <source>certainly under way throughout {dates}</source>
        <translation>sicher durchgehend im Gang: {dates}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Possibly in: an event counts if any reading of its date lies in the range.</source>
        <extracomment>Milliseconds of calm after which a date that can be read is taken: &quot;1985&quot; may become &quot;1985-04&quot;. What a filter by dates asks for, by `dating` and `certainty`.</extracomment>
        <translation>Möglicherweise darin: Ein Ereignis zählt, wenn irgendeine Lesart seines Datums im Zeitraum liegt.</translation>
    </message>
    <message>
        <source>Certainly in: an event counts only if it lies in the range however its date is read.</source>
        <translation>Sicher darin: Ein Ereignis zählt nur, wenn es bei jeder Lesart seines Datums im Zeitraum liegt.</translation>
    </message>
    <message>
        <source>Dates</source>
        <extracomment>What was typed into a field, and the EDTF that it was taken for.</extracomment>
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
Click, Space or −: take it in again · O: only this</source>
        <translation>{value}: {events}, weggelassen
Klick, Leertaste oder −: wieder dazunehmen · O: nur dies</translation>
    </message>
    <message>
        <source>{value}: {events} under the other filters
Click or Space: choose it or let it go · O: only this · Alt+click or −: leave out</source>
        <translation>{value}: {events} unter den anderen Filtern
Klick oder Leertaste: wählen oder abwählen · O: nur dies · Alt+Klick oder −: weglassen</translation>
    </message>
    <message>
        <source>Space chooses a value or lets it go, O takes only it, minus leaves it out, Delete clears.</source>
        <translation>Leertaste wählt einen Wert oder wählt ihn ab, O nimmt nur ihn, Minus lässt ihn weg, Entf leert.</translation>
    </message>
    <message>
        <source>only</source>
        <extracomment>Rows as they were painted last, of all lists: each look says all that is seen of it. Some 300 rows.</extracomment>
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
        <extracomment>Lines of chips that are shown before the rest is a number, and pixels that a chip may be wide. Milliseconds after which the bar comes or goes without waiting for what the filter finds. Sentences on what the search cannot understand that are shown at once.</extracomment>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Copy filter as sentence</source>
        <translation>Filter als Satz kopieren</translation>
    </message>
    <message>
        <source>Showing only</source>
        <translation>Nur</translation>
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
        <source>Close the section</source>
        <translation>Abschnitt schließen</translation>
    </message>
    <message>
        <source>Open the section</source>
        <translation>Abschnitt öffnen</translation>
    </message>
    <message>
        <source>Open {title} (Enter); right click for more</source>
        <translation>„{title}“ öffnen (Eingabe); Rechtsklick für mehr</translation>
    </message>
    <message>
        <source>Close {title} (Enter); right click for more</source>
        <translation>„{title}“ schließen (Eingabe); Rechtsklick für mehr</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Remove every filter (Ctrl+Shift+F)</source>
        <translation>Jeden Filter aufheben (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Remove this filter: {filter} (Delete)</source>
        <translation>Diesen Filter aufheben: {filter} (Entf)</translation>
    </message>
    <message>
        <source>Remove filter: {filter}</source>
        <translation>Filter aufheben: {filter}</translation>
    </message>
    <message>
        <source>Clear the choice in {title}</source>
        <translation>Auswahl in „{title}“ zurücksetzen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>Clear {title}</source>
        <translation>„{title}“ zurücksetzen</translation>
    </message>
    <message>
        <source>Possibly begins: an event counts if it may begin in the range, whenever it ends.</source>
        <translation>Möglicher Beginn: Ein Ereignis zählt, wenn es im Zeitraum beginnen kann, wann auch immer es endet.</translation>
    </message>
    <message>
        <source>Certainly begins: an event counts only if it begins in the range however its date is read.</source>
        <translation>Sicherer Beginn: Ein Ereignis zählt nur, wenn es im Zeitraum beginnt, wie auch immer sein Datum zu lesen ist.</translation>
    </message>
    <message>
        <source>Possibly ends: an event counts if it may end in the range, whenever it began.</source>
        <translation>Mögliches Ende: Ein Ereignis zählt, wenn es im Zeitraum enden kann, wann auch immer es begann.</translation>
    </message>
    <message>
        <source>Certainly ends: an event counts only if it ends in the range however its date is read.</source>
        <translation>Sicheres Ende: Ein Ereignis zählt nur, wenn es im Zeitraum endet, wie auch immer sein Datum zu lesen ist.</translation>
    </message>
    <message>
        <source>Possibly under way: an event counts if it may go on at some time of the range.</source>
        <translation>Möglicherweise im Gang: Ein Ereignis zählt, wenn es zu irgendeiner Zeit des Zeitraums andauern kann.</translation>
    </message>
    <message>
        <source>Certainly under way: an event counts only if it goes on at some time of the range however its dates are read.</source>
        <translation>Sicher im Gang: Ein Ereignis zählt nur, wenn es zu irgendeiner Zeit des Zeitraums andauert, wie auch immer seine Daten zu lesen sind.</translation>
    </message>
    <message>
        <source>Possibly under way: an event counts if it may go on for the whole range.</source>
        <translation>Möglicherweise im Gang: Ein Ereignis zählt, wenn es den ganzen Zeitraum andauern kann.</translation>
    </message>
    <message>
        <source>Certainly under way: an event counts only if it goes on for the whole range however its dates are read.</source>
        <translation>Sicher im Gang: Ein Ereignis zählt nur, wenn es den ganzen Zeitraum andauert, wie auch immer seine Daten zu lesen sind.</translation>
    </message>
    <message>
        <source>Takes place</source>
        <translation>Findet statt</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Under way at some time</source>
        <translation>Zeitweise im Gang</translation>
    </message>
    <message>
        <source>Under way all the time</source>
        <translation>Durchgehend im Gang</translation>
    </message>
    <message>
        <source>From: a date such as June 2018, 1985, 1980s, about 1500 or 44 BC, or EDTF such as 1985-04~</source>
        <translation>Von: ein Datum wie Juni 2018, 1985, 1980er, um 1500 oder 44 v. Chr., oder EDTF wie 1985-04~</translation>
    </message>
    <message>
        <source>To: a date such as June 2018, 1985, 1980s, about 1500 or 44 BC, or EDTF such as 1985-04~</source>
        <translation>Bis: ein Datum wie Juni 2018, 1985, 1980er, um 1500 oder 44 v. Chr., oder EDTF wie 1985-04~</translation>
    </message>
    <message>
        <source>Visible window</source>
        <translation>Sichtbarer Zeitraum</translation>
    </message>
    <message>
        <source>“{text}” names no year.</source>
        <translation>„{text}“ nennt kein Jahr.</translation>
    </message>
    <message>
        <source>Add the year.</source>
        <translation>Fügen Sie das Jahr hinzu.</translation>
    </message>
    <message>
        <source>The first date cannot be read.</source>
        <translation>Das erste Datum lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The last date cannot be read.</source>
        <translation>Das letzte Datum lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>May mean {words}: both are taken ({edtf})</source>
        <translation>Kann {words} bedeuten: beides gilt ({edtf})</translation>
    </message>
    <message>
        <source>{words} ({edtf})</source>
        <translation>{words} ({edtf})</translation>
    </message>
    <message>
        <source>Other ways to read the search</source>
        <translation>Andere Lesarten der Suche</translation>
    </message>
    <message>
        <source>{words}: {events}</source>
        <translation>{words}: {events}</translation>
    </message>
    <message>
        <source>Search for {search} instead</source>
        <translation>Stattdessen nach {search} suchen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>an SVG picture</source>
        <translation>ein SVG-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a CSV table</source>
        <translation>eine CSV-Tabelle</translation>
    </message>
    <message>
        <source>a JSON Lines file</source>
        <translation>eine JSON-Lines-Datei</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>eine Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>a Markdown table</source>
        <translation>eine Markdown-Tabelle</translation>
    </message>
    <message>
        <source>an HTML table</source>
        <translation>eine HTML-Tabelle</translation>
    </message>
    <message>
        <source>an iCalendar file</source>
        <translation>eine iCalendar-Datei</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <extracomment>What the name of the file beside an export has after that export&apos;s own name. The endings of files that may say what they are of, for dialogs. Bytes that a provenance may have; those of its view are LONGEST of domain/view_line.py. Bytes of a file that are looked through for it, where it may be anywhere.</extracomment>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON Lines file</source>
        <translation>JSON-Lines-Datei</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>HTML table</source>
        <translation>HTML-Tabelle</translation>
    </message>
    <message>
        <source>iCalendar file</source>
        <translation>iCalendar-Datei</translation>
    </message>
    <message>
        <source>JSON file</source>
        <translation>JSON-Datei</translation>
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
    <message>
        <source>No relationship</source>
        <translation>Ohne Beziehung</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Ohne Art</translation>
    </message>
    <message>
        <source>No person</source>
        <translation>Ohne Person</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Ohne Ort</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Ohne Land</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>Ohne These</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Ohne Quelle</translation>
    </message>
    <message>
        <source>No basis</source>
        <translation>Ohne Bezug zum Artikel</translation>
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
        <source>Not of the paragraph</source>
        <translation>Nicht aus dem Absatz</translation>
    </message>
    <message>
        <source>Fails the filter</source>
        <translation>Vom Filter ausgeschlossen</translation>
    </message>
    <message>
        <source>and {n} more kinds</source>
        <translation>und {n} weitere Arten</translation>
    </message>
    <message>
        <source>Does not serve the claim</source>
        <translation>Stützt die These nicht</translation>
    </message>
    <message>
        <source>Context only: never discussed</source>
        <translation>Nur Kontext: nicht behandelt</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
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
        <source>Your note (kept in {file})</source>
        <translation>Ihre Notiz (in {file})</translation>
    </message>
    <message>
        <source>{action}: saved as you type, undone by {key}</source>
        <translation>{action}: wird beim Tippen gespeichert, rückgängig mit {key}</translation>
    </message>
    <message>
        <source>Not saved yet: {problem}</source>
        <translation>Noch nicht gespeichert: {problem}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
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
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No single filter is to blame. Drop several, or clear them.</source>
        <translation>Es liegt nicht an einem einzelnen Filter. Mehrere weglassen oder alle aufheben.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of all time</source>
        <extracomment>pyqtgraph has no types. Here is the border: what comes from it is Any, and none of it leaves this module. Pixels: one bar of the density, the least width of the brush. Events up to which they are counted in an instant; more are, off the main thread. What each key moves: the start and the end of the window, in shares of its length. Milliseconds after a movement in which the overview says anew what is visible.</extracomment>
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
    <message>
        <source>Basis</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Type a command, a person, a place, a saved view…</source>
        <translation>Befehl, Person, Ort oder gespeicherte Ansicht eingeben …</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Nothing selected</source>
        <extracomment>Milliseconds of rest after which the visible stretch of time is told.</extracomment>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Selected: {event}</source>
        <translation>Ausgewählt: {event}</translation>
    </message>
    <message>
        <source>“{name}” could not be opened: Détente made a mistake.</source>
        <extracomment>Titles are read with the index up to this many events, and on demand beyond. Events up to which facets are counted together with a match; beyond, the picture does not wait for them. What stands at either end of all time, as a share of it. Events up to which the lanes of another facet are kept for when they are asked for again: of ten million they take 200 MB, and a second to arrange. How often a file that another program is writing is read. Hits that a search in a large database shows before all are counted.</extracomment>
        <translation>„{name}“ konnte nicht geöffnet werden: Détente hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Open another database, and please report this one.</source>
        <translation>Eine andere Datenbank öffnen und diese bitte melden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>Pixels: the widest list; rows that it shows at once. How far from the pointer it stands, so that it covers no number.</extracomment>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{n} events at the same time</source>
        <translation>{n} Ereignisse zur selben Zeit</translation>
    </message>
    <message>
        <source>Zoom in until they stand apart ({key}; double click on the number)</source>
        <translation>Hineinzoomen, bis sie auseinanderstehen ({key}; Doppelklick auf die Zahl)</translation>
    </message>
    <message>
        <source>Zoom here</source>
        <translation>Hierhin zoomen</translation>
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
        <source>The filter leaves this event out.</source>
        <translation>Der Filter schließt dieses Ereignis aus.</translation>
    </message>
    <message>
        <source>Click a mark to read it, or use ← and → on the timeline.</source>
        <translation>Ein Zeichen anklicken, um es zu lesen, oder ← und → auf der Zeitleiste benutzen.</translation>
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
        <source>Event: {title}</source>
        <extracomment>Letters of a title and of a summary: Qt takes seconds to lay out a megabyte, and nobody reads one.</extracomment>
        <translation>Ereignis: {title}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Click to show only events with {person}</source>
        <translation>Klicken zeigt nur Ereignisse mit {person}</translation>
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
    <message>
        <source>Most important in view</source>
        <translation>Das Wichtigste im Bild</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Der Befund</translation>
    </message>
    <message>
        <source>The article does not discuss this event.</source>
        <translation>Der Artikel behandelt dieses Ereignis nicht.</translation>
    </message>
    <message>
        <source>On the record</source>
        <translation>Zum Befund</translation>
    </message>
    <message>
        <source>Claims it serves</source>
        <translation>Thesen, die es stützt</translation>
    </message>
    <message>
        <source>Found by {reasons}.</source>
        <translation>Gefunden durch {reasons}.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>No event matches, so there is nothing to draw.</source>
        <extracomment>Pixels of the design: between the parts of a page, and what its timeline has at least. Pixels from which on the lanes are named at both ends; left and right of all that matches. Of the page&apos;s width, what the lanes&apos; names get, and what they get where two lines of theirs need it. The columns with the lanes&apos; names, left and, on a page wider than one looks at at once, right.</extracomment>
        <translation>Kein Ereignis passt, also gibt es nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Lift a filter.</source>
        <translation>Einen Filter aufheben.</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} von {pages}</translation>
    </message>
    <message>
        <source>Fails the filter</source>
        <translation>Vom Filter ausgeschlossen</translation>
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
    <message>
        <source>The picture could not be made: Détente made a mistake.</source>
        <extracomment>How often a picture is composed at most: what is drawn may change with what its titles say. Titles read at once, between which a picture is given up; titles kept for the next picture.</extracomment>
        <translation>Das Bild konnte nicht erstellt werden: Détente hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Choose something else, and please report this.</source>
        <translation>Etwas anderes wählen und dies bitte melden.</translation>
    </message>
    <message>
        <source>Does not serve the claim</source>
        <translation>Stützt die These nicht</translation>
    </message>
    <message>
        <source>Context only: never discussed</source>
        <translation>Nur Kontext: nicht behandelt</translation>
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
        <source>After a filter</source>
        <translation>Nach einem Filter</translation>
    </message>
    <message>
        <source>Fit the window to what is left</source>
        <translation>Den Zeitraum an das anpassen, was bleibt</translation>
    </message>
    <message>
        <source>Leave the window alone</source>
        <translation>Den Zeitraum lassen, wie er ist</translation>
    </message>
    <message>
        <source>Only where what is left fills less than a third of the window.</source>
        <translation>Nur wenn das, was bleibt, weniger als ein Drittel des Zeitraums füllt.</translation>
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
        <source>Search, such as  {words}</source>
        <extracomment>Milliseconds after the last key before a search starts: a fast typist asks once a word.</extracomment>
        <translation>Suche, etwa  {words}</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Suche: {words}</translation>
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
        <source>within them; the three mean the same</source>
        <translation>darin; alle drei bedeuten dasselbe</translation>
    </message>
    <message>
        <source>what begins, or ends, then</source>
        <translation>was dann beginnt oder endet</translation>
    </message>
    <message>
        <source>what is under way at some time, or all the time, of it</source>
        <translation>was irgendwann oder durchweg in dieser Zeit im Gang ist</translation>
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
        <extracomment>What may change how far down the list stands.</extracomment>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>who took part: person:kim</source>
        <extracomment>Facets whose values are offered before any field is named, and so many of each. What a field asks for, with an example, to be translated where shown; the order is that of the offer.</extracomment>
        <translation>wer beteiligt war: person:kim</translation>
    </message>
    <message>
        <source>what happened: kind:letter,call</source>
        <translation>was geschah: kind:letter,call</translation>
    </message>
    <message>
        <source>between whom: relationship:Trump–Kim</source>
        <translation>zwischen wem: relationship:Trump–Kim</translation>
    </message>
    <message>
        <source>where: country:Japan</source>
        <translation>wo: country:Japan</translation>
    </message>
    <message>
        <source>words of the place: place:helsinki</source>
        <translation>Wörter des Ortes: place:helsinki</translation>
    </message>
    <message>
        <source>later than a date: after:2018-03</source>
        <translation>später als ein Datum: after:2018-03</translation>
    </message>
    <message>
        <source>earlier than a date: before:2018</source>
        <translation>früher als ein Datum: before:2018</translation>
    </message>
    <message>
        <source>within a date: during:2018-06</source>
        <translation>innerhalb eines Datums: during:2018-06</translation>
    </message>
    <message>
        <source>from a date on: since:2018</source>
        <translation>ab einem Datum: since:2018</translation>
    </message>
    <message>
        <source>up to a date: until:2018-06</source>
        <translation>bis zu einem Datum: until:2018-06</translation>
    </message>
    <message>
        <source>for certain later than a date</source>
        <translation>mit Sicherheit später als ein Datum</translation>
    </message>
    <message>
        <source>for certain earlier than a date</source>
        <translation>mit Sicherheit früher als ein Datum</translation>
    </message>
    <message>
        <source>for certain within a date</source>
        <translation>mit Sicherheit innerhalb eines Datums</translation>
    </message>
    <message>
        <source>for certain from a date on</source>
        <translation>mit Sicherheit ab einem Datum</translation>
    </message>
    <message>
        <source>for certain up to a date</source>
        <translation>mit Sicherheit bis zu einem Datum</translation>
    </message>
    <message>
        <source>the claim it serves: claim:3</source>
        <translation>die These, die es stützt: claim:3</translation>
    </message>
    <message>
        <source>named, alluded or context: basis:named</source>
        <translation>named, alluded oder context: basis:named</translation>
    </message>
    <message>
        <source>words of a source: source:reuters</source>
        <translation>Wörter einer Quelle: source:reuters</translation>
    </message>
    <message>
        <source>words of the title: title:summit</source>
        <translation>Wörter des Titels: title:summit</translation>
    </message>
    <message>
        <source>words of the summary: summary:nuclear</source>
        <translation>Wörter der Zusammenfassung: summary:nuclear</translation>
    </message>
    <message>
        <source>names, offices, countries: people:minister</source>
        <translation>Namen, Ämter, Länder: people:minister</translation>
    </message>
    <message>
        <source>what is said of it: commentary:leverage</source>
        <translation>was dazu gesagt wird: commentary:leverage</translation>
    </message>
    <message>
        <source>your own notes: note:check</source>
        <translation>Ihre eigenen Notizen: note:check</translation>
    </message>
    <message>
        <source>from 1 to 5: importance:&gt;=4</source>
        <translation>von 1 bis 5: importance:&gt;=4</translation>
    </message>
    <message>
        <source>is:starred, is:noted</source>
        <translation>is:starred, is:noted</translation>
    </message>
    <message>
        <source>has:note, has:star</source>
        <translation>has:note, has:star</translation>
    </message>
    <message>
        <source>one event by its identifier</source>
        <translation>ein Ereignis nach seiner Kennung</translation>
    </message>
    <message>
        <source>{n} event</source>
        <translation>{n} Ereignis</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>{n} Ereignisse</translation>
    </message>
    <message>
        <source>{said}, not “{given}”</source>
        <extracomment>Date fields that go by another name, and those that leave all time on one side. Greater than every number that may be written. What does not hold other terms. A term is left out when one of so many before it says the same.</extracomment>
        <translation>{said}, nicht „{given}“</translation>
    </message>
    <message>
        <source>There is no field “{name}:”; write {near}: if you mean that one.</source>
        <translation>Es gibt kein Feld „{name}:“; schreiben Sie {near}:, falls Sie dieses meinen.</translation>
    </message>
    <message>
        <source>“{field}:” needs a word or a “phrase” right after the colon, such as {field}:summit</source>
        <extracomment>Columns of the full text that may be asked for alone; &quot;note&quot; are the reader&apos;s own notes. What may stand before the name of a date field. What `is:` and `has:` ask for, as values of the facet &quot;mine&quot;. Every field with a sentence, without its end, that says what is wrong with its value.</extracomment>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt ein Wort oder eine „Wortfolge“, etwa {field}:summit</translation>
    </message>
    <message>
        <source>“{field}:” needs a relationship right after the colon, such as relationship:Trump–Kim</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt eine Beziehung, etwa relationship:Trump–Kim</translation>
    </message>
    <message>
        <source>“{field}:” needs a kind right after the colon, such as kind:letter</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt eine Art, etwa kind:letter</translation>
    </message>
    <message>
        <source>“{field}:” needs a name right after the colon, such as person:kim</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt einen Namen, etwa person:kim</translation>
    </message>
    <message>
        <source>“{field}:” needs a country right after the colon, such as country:Japan</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt ein Land, etwa country:Japan</translation>
    </message>
    <message>
        <source>“{field}:” needs named, alluded or context right after the colon</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt named, alluded oder context</translation>
    </message>
    <message>
        <source>“{field}:” needs its number or a word of it right after the colon, such as claim:3</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt die Nummer der These oder ein Wort daraus, etwa claim:3</translation>
    </message>
    <message>
        <source>“{field}:” needs a word of a source right after the colon, such as source:reuters</source>
        <translation>„{field}:“ braucht direkt nach dem Doppelpunkt ein Wort einer Quelle, etwa source:reuters</translation>
    </message>
    <message>
        <source>“{field}:” needs a date such as 2019-03</source>
        <translation>„{field}:“ braucht ein Datum wie 2019-03</translation>
    </message>
    <message>
        <source>“{field}:” needs a number from 1 to 5, such as importance:4, importance:&gt;=4 or importance:2..4</source>
        <translation>„{field}:“ braucht eine Zahl von 1 bis 5, etwa importance:4, importance:&gt;=4 oder importance:2..4</translation>
    </message>
    <message>
        <source>“{field}:” needs a paragraph&apos;s number, such as paragraph:12 or paragraph:3..5</source>
        <translation>„{field}:“ braucht die Nummer eines Absatzes, etwa paragraph:12 oder paragraph:3..5</translation>
    </message>
    <message>
        <source>“{field}:” needs the identifier of an event, as an export has it in its first column</source>
        <translation>„{field}:“ braucht die Kennung eines Ereignisses, wie sie ein Export in der ersten Spalte führt</translation>
    </message>
    <message>
        <source>“{field}:” knows is:starred and is:noted</source>
        <translation>„{field}:“ kennt is:starred und is:noted</translation>
    </message>
    <message>
        <source>“{field}:” knows has:note and has:star</source>
        <translation>„{field}:“ kennt has:note und has:star</translation>
    </message>
    <message>
        <source>where the article discusses it: paragraph:12</source>
        <translation>wo der Artikel es behandelt: paragraph:12</translation>
    </message>
    <message>
        <source>within a date: in:1980s</source>
        <translation>innerhalb eines Datums: in:1980s</translation>
    </message>
    <message>
        <source>within a year: year:2018</source>
        <translation>innerhalb eines Jahres: year:2018</translation>
    </message>
    <message>
        <source>beginning within a date: begins:2018-06</source>
        <translation>Beginn innerhalb eines Datums: begins:2018-06</translation>
    </message>
    <message>
        <source>ending within a date: ends:2018-06</source>
        <translation>Ende innerhalb eines Datums: ends:2018-06</translation>
    </message>
    <message>
        <source>under way at some time of it: underway:2018-06</source>
        <translation>zeitweise dann im Gang: underway:2018-06</translation>
    </message>
    <message>
        <source>under way all the time: throughout:2018-06</source>
        <translation>durchgehend im Gang: throughout:2018-06</translation>
    </message>
    <message>
        <source>for certain within a year</source>
        <translation>sicher innerhalb eines Jahres</translation>
    </message>
    <message>
        <source>for certain beginning within a date</source>
        <translation>sicher mit Beginn innerhalb eines Datums</translation>
    </message>
    <message>
        <source>for certain ending within a date</source>
        <translation>sicher mit Ende innerhalb eines Datums</translation>
    </message>
    <message>
        <source>for certain under way at some time of it</source>
        <translation>sicher zeitweise dann im Gang</translation>
    </message>
    <message>
        <source>for certain under way all the time</source>
        <translation>sicher durchgehend im Gang</translation>
    </message>
    <message>
        <source>either word; brackets say what belongs together, a minus may stand before them</source>
        <translation>eines der Wörter; Klammern sagen, was zusammengehört, davor kann ein Minus stehen</translation>
    </message>
    <message>
        <source>read as dates first; “1987” in quotation marks is the word</source>
        <translation>zuerst als Datum gelesen; „1987“ in Anführungszeichen ist das Wort</translation>
    </message>
    <message>
        <source>the words “{text}”</source>
        <translation>die Wörter „{text}“</translation>
    </message>
    <message>
        <source>the word “{text}”</source>
        <translation>das Wort „{text}“</translation>
    </message>
    <message>
        <source>{text} as a date</source>
        <translation>{text} als Datum</translation>
    </message>
    <message>
        <source>both words, each as the beginning of a word; case, accents and widths do not matter</source>
        <translation>beide Wörter, jedes als Anfang eines Wortes; Groß- und Kleinschreibung, Akzente und Breiten sind gleich</translation>
    </message>
    <message>
        <source>did you mean “{words}”?</source>
        <extracomment>Facets whose values are offered where no text has the words, so many of each, and so many offers in all.</extracomment>
        <translation>meinten Sie „{words}“?</translation>
    </message>
    <message>
        <source>“{words}” in the title</source>
        <translation>„{words}“ im Titel</translation>
    </message>
    <message>
        <source>“{words}” in the people</source>
        <translation>„{words}“ bei den Personen</translation>
    </message>
    <message>
        <source>“{words}” in the place</source>
        <translation>„{words}“ im Ort</translation>
    </message>
    <message>
        <source>“{words}” in the summary</source>
        <translation>„{words}“ in der Zusammenfassung</translation>
    </message>
    <message>
        <source>“{words}” in the commentary</source>
        <translation>„{words}“ im Kommentar</translation>
    </message>
    <message>
        <source>“{words}” in the sources</source>
        <translation>„{words}“ in den Quellen</translation>
    </message>
    <message>
        <source>“{words}” in your note</source>
        <translation>„{words}“ in Ihrer Notiz</translation>
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
        <source>Click a number</source>
        <translation>Klick auf eine Zahl</translation>
    </message>
    <message>
        <source>List the events that it counts</source>
        <translation>Die Ereignisse auflisten, die sie zählt</translation>
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
        <source>Drop a file</source>
        <translation>Eine Datei ablegen</translation>
    </message>
    <message>
        <source>Open it: a database, or the view of an export</source>
        <translation>Sie öffnen: eine Datenbank oder die Ansicht eines Exports</translation>
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
        <source>From control to control</source>
        <translation>Von Bedienelement zu Bedienelement</translation>
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
    <message>
        <source>In the saved views: rename, delete</source>
        <translation>In den gespeicherten Ansichten: umbenennen, löschen</translation>
    </message>
    <message>
        <source>In the saved views: move</source>
        <translation>In den gespeicherten Ansichten: verschieben</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Nothing is filtered</source>
        <translation>Es ist nichts gefiltert</translation>
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
        <source>Only the table lists events ({key})</source>
        <translation>Nur die Tabelle listet Ereignisse auf ({key})</translation>
    </message>
    <message>
        <source>The table lists only what is in view</source>
        <translation>Die Tabelle listet nur auf, was im Bild ist</translation>
    </message>
    <message>
        <source>The table lists all that match</source>
        <translation>Die Tabelle listet alle passenden auf</translation>
    </message>
    <message>
        <source>{back} takes the filter back · {key} once more undoes your last star or note</source>
        <translation>{back} nimmt den Filter zurück · noch einmal {key} macht Ihren letzten Stern oder Ihre letzte Notiz rückgängig</translation>
    </message>
    <message>
        <source>Undone: your star on {event} · {key} does it again</source>
        <translation>Rückgängig: Ihr Stern zu {event} · {key} stellt ihn wieder her</translation>
    </message>
    <message>
        <source>Undone: your note on {event} · {key} does it again</source>
        <translation>Rückgängig: Ihre Notiz zu {event} · {key} stellt sie wieder her</translation>
    </message>
    <message>
        <source>Done again: your star on {event} · {key} undoes it</source>
        <translation>Wiederhergestellt: Ihr Stern zu {event} · {key} macht es rückgängig</translation>
    </message>
    <message>
        <source>Done again: your note on {event} · {key} undoes it</source>
        <translation>Wiederhergestellt: Ihre Notiz zu {event} · {key} macht es rückgängig</translation>
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
        <source>the event</source>
        <translation>dem Ereignis</translation>
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
        <source>Another window is opening</source>
        <translation>Ein weiteres Fenster wird geöffnet</translation>
    </message>
    <message>
        <source>No other window could be started</source>
        <translation>Es konnte kein weiteres Fenster gestartet werden</translation>
    </message>
    <message>
        <source>Copied the event with its citation</source>
        <translation>Ereignis mit Quellenangabe kopiert</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Milliseconds for which the folder of a file just written is offered; the palette offers it after that.</extracomment>
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
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the file that was written</source>
        <translation>Den Ordner der geschriebenen Datei öffnen</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Kopiert: {text}</translation>
    </message>
    <message>
        <source>{n} in view</source>
        <translation>{n} sichtbar</translation>
    </message>
    <message>
        <source>{n} without a year</source>
        <translation>{n} ohne Jahr</translation>
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
    <message>
        <source>Clear: {filter}</source>
        <translation>Aufheben: {filter}</translation>
    </message>
    <message>
        <source>The legend is shown</source>
        <translation>Die Legende wird gezeigt</translation>
    </message>
    <message>
        <source>The legend is hidden</source>
        <translation>Die Legende ist ausgeblendet</translation>
    </message>
    <message>
        <source>Only the table is sorted ({key})</source>
        <translation>Sortiert wird nur die Tabelle ({key})</translation>
    </message>
    <message>
        <source>From the beginning again, {n} found: {title}</source>
        <translation>Wieder von vorn, {n} gefunden: {title}</translation>
    </message>
    <message>
        <source>{n} found, here: {title}</source>
        <translation>{n} gefunden, hier: {title}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Chosen span</source>
        <translation>Gewählte Spanne</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Identifier</source>
        <extracomment>The columns of a table in their order. `earliest` and `latest` are the first and the last day that an event may touch, both inclusive. What the document says of an event, left out where that is switched off; and what the reader says. A column in words: “19–21 November 1985”. Only where it is asked for, and in tables that are to be read. Every name that may be asked for, and what a table to be read has unless another choice is made. Headings of tables that are to be read, where the name alone is not enough.</extracomment>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>¶</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Frühestens</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Spätestens</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breitengrad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Längengrad</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Thesen</translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Shown while a title is being read, and where there is no value. True where an event lies, in part at least, in the Store&apos;s window. Rows whose titles are read together with those asked for, before and after them.</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
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
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Sort by people; again: from last to first</source>
        <translation>Nach Personen sortieren; nochmals: absteigend</translation>
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
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>Table of events</source>
        <extracomment>Keys that move in the table, and not on the timeline. Milliseconds between lists while the window moves. What a title keeps at least, in letters. Columns whose greatest comes first when they are first sorted by.</extracomment>
        <translation>Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Sort by importance; again: from last to first</source>
        <translation>Nach Wichtigkeit sortieren; nochmals: absteigend</translation>
    </message>
    <message>
        <source>importance {n} of 5</source>
        <translation>Wichtigkeit {n} von 5</translation>
    </message>
    <message>
        <source>What the table lists</source>
        <translation>Was die Tabelle auflistet</translation>
    </message>
    <message>
        <source>In view only</source>
        <translation>Nur im Bild</translation>
    </message>
    <message>
        <source>List only events of the visible range, not all that match ({key})</source>
        <translation>Nur Ereignisse des sichtbaren Zeitraums auflisten, nicht alle passenden ({key})</translation>
    </message>
    <message>
        <source>All that match: {events}, in view or not</source>
        <translation>Alle passenden: {events}, im Bild oder nicht</translation>
    </message>
    <message>
        <source>Only what is in view: {events}, all that match</source>
        <translation>Nur was im Bild ist: {events}, alle passenden</translation>
    </message>
    <message>
        <source>Only what is in view: {events} of {all} that match</source>
        <translation>Nur was im Bild ist: {events} von {all} passenden</translation>
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
        <extracomment>Pixels: the room a lane has free at its foot for &quot;3 earlier&quot;. How much of the bars behind a text is covered.</extracomment>
        <translation>◂ {n} davor</translation>
    </message>
    <message>
        <source>{n} later ▸</source>
        <translation>{n} danach ▸</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <extracomment>Pixels: the stripe in a lane&apos;s colour, from the frame&apos;s left edge to its text, between text and lanes. Pixels: the header column where lanes have no names: room for the stripe. Pixels: a line of the grid, and how high a lane must be for a header of two lines. Pixels: from one line of a name to the next, from the last to the count, from a line&apos;s middle to its foot. Pixels that what stands in a lane may reach beyond it.</extracomment>
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
        <extracomment>Titles that a cluster&apos;s name lists. Events of a cluster that can be walked through; a list of thousands holds a reader up.</extracomment>
        <translation>{n} davor</translation>
    </message>
    <message>
        <source>{n} later</source>
        <translation>{n} danach</translation>
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
        <source>Events of one lane that fall close together and find no row here. A click lists them, a double click zooms in on them.</source>
        <translation>Ereignisse einer Spur, die nahe beieinanderliegen und hier keine Zeile finden. Ein Klick listet sie auf, ein Doppelklick zoomt zu ihnen.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>Pixels kept for a label whose title is still being read.</extracomment>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>scrolled out of view</source>
        <translation>nicht im Bild</translation>
    </message>
    <message>
        <source>{n} more in view, counted in bars</source>
        <translation>{n} weitere im Bild, als Balken gezählt</translation>
    </message>
    <message>
        <source>{events} in view, {date}, in {n} lane, one for each {facet}</source>
        <translation>{events} im Bild, {date}, in {n} Bahn, je {facet} eine</translation>
    </message>
    <message>
        <source>{events} in view, {date}, in {n} lanes, one for each {facet}</source>
        <translation>{events} im Bild, {date}, in {n} Bahnen, je {facet} eine</translation>
    </message>
    <message>
        <source>Context only: the author never discusses it</source>
        <translation>Nur Kontext: der Autor behandelt es nicht</translation>
    </message>
    <message>
        <source>{date} ({calendar})</source>
        <translation>{date} ({calendar})</translation>
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
    <message>
        <source>Collapse gaps</source>
        <translation>Lücken einklappen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
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
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
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
    <message>
        <source>Kept in your settings only: {problem}</source>
        <extracomment>Things that a view lacks, named one by one.</extracomment>
        <translation>Nur in Ihren Einstellungen gespeichert: {problem}</translation>
    </message>
    <message>
        <source>No view is saved yet</source>
        <extracomment>Letters that a name may have, and views that the menu lists.</extracomment>
        <translation>Noch keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save this view as</source>
        <translation>Diese Ansicht speichern unter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved the view “{name}”</source>
        <translation>Ansicht „{name}“ gespeichert</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>{problem} This is the database&apos;s first view.</source>
        <translation>{problem} Das ist die erste Ansicht der Datenbank.</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>{name} was changed by another program and read again</source>
        <extracomment>Milliseconds between two looks at the file. Looks for which a file that goes on changing is waited for, and things named that a view would lack. The state that was found, told or read; nothing more is done about that one.</extracomment>
        <translation>{name} wurde von einem anderen Programm geändert und neu gelesen</translation>
    </message>
    <message>
        <source>{name} is no longer there. You see it as it was.</source>
        <translation>{name} ist nicht mehr da. Sie sehen den letzten Stand.</translation>
    </message>
    <message>
        <source>{name} has been changed by another program.</source>
        <translation>{name} wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>{name} has been changed by another program and cannot be read now: {problem} You see it as it was.</source>
        <translation>{name} wurde von einem anderen Programm geändert und kann jetzt nicht gelesen werden: {problem} Sie sehen den letzten Stand.</translation>
    </message>
    <message>
        <source>{name} has been changed by another program and lacks now {what}.</source>
        <translation>{name} wurde von einem anderen Programm geändert; es fehlt jetzt {what}.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Show the file as it is now</source>
        <translation>Die Datei zeigen, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>“{name}” is damaged: what you see may be wrong or not all.</source>
        <extracomment>Milliseconds after the opening: the first things that the user does come first.</extracomment>
        <translation>„{name}“ ist beschädigt: Was Sie sehen, kann falsch oder unvollständig sein.</translation>
    </message>
    <message>
        <source>`detente check` lists what is wrong.</source>
        <translation>`detente check` listet auf, was nicht stimmt.</translation>
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
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Border between panes</source>
        <translation>Grenze zwischen Bereichen</translation>
    </message>
    <message>
        <source>Your notes are saved</source>
        <translation>Ihre Notizen sind gespeichert</translation>
    </message>
</context>
</TS>
