"""`detente screenshot`, `export`, `info` and `check`. Each is given its parser and the parsed words."""

import argparse
import contextlib
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

from explorer import bundle
from explorer.cli.call import OFFERED, view_of
from explorer.cli.picture import check_picture, figure_of
from explorer.cli.progress import progress_on_terminal
from explorer.cli.table import check_table, export_table
from explorer.domain.filter import ARTICLE, FACETS, EventFilter
from explorer.domain.index import EventIndex, Matched
from explorer.domain.interval import Interval
from explorer.domain.marks import facet_of, texts_of
from explorer.domain.provenance import first_and_last
from explorer.domain.view_request import ViewRequest
from explorer.formats import FORMATS, Format, format_of
from explorer.formats.restoring import sidecar_of
from explorer.formats.writing import ExportError, check_target
from explorer.host.terminal import tell, tell_json, warn
from explorer.storage.index import load
from explorer.storage.notes import notes_by_id, read_notes
from explorer.storage.offers import offers_of
from explorer.storage.opening import Database, open_database
from explorer.storage.reading import id_of, ids_of, near_slugs, read_argument
from explorer.storage.search import search_rows

SIZE: Final = (1440, 900)

#: What `detente info` lists of a facet before it only says how many more there are.
LISTED: Final = 15


def take_screenshot(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    """OUT.png shows the whole window. Raises ExplorerError."""
    if chosen.out.suffix.lower() != ".png":
        parser.error("OUT.png must end in .png")
    path = _database_path(chosen)
    open_database(path)
    from explorer import app

    size, scale, theme = chosen.size or SIZE, chosen.scale or 1.0, chosen.theme or "light"
    app.take_screenshot(chosen.out, path, view_of(chosen), size, scale, theme)
    return 0


def export(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    """OUT holds the picture or the table. Raises ExplorerError; never replaces a file unasked."""
    out: Path = chosen.out
    is_stream = str(out) == "-"
    wanted: Format | None = chosen.format or (None if is_stream else format_of(out))
    if wanted is None:
        endings = " or ".join(ending for known in FORMATS for ending in known.endings)
        parser.error("standard output needs --format" if is_stream else f"OUT must end in {endings}")
    check_picture(parser, wanted, chosen)
    check_table(parser, wanted, chosen)
    path = _database_path(chosen)
    database = open_database(path)
    for written in () if is_stream else (out, sidecar_of(out)) if chosen.sidecar else (out,):
        if written.is_file() and written.samefile(path):
            raise ExportError(f"“{written}” is the database itself.", "Give the export another name.")
        # Told before the work, not after it.
        check_target(written, replaces=chosen.force)
    if wanted.kind == "table":
        view = view_of(chosen)
        database, index, matched, window = _look(database, view)
        with progress_on_terminal("Writing") as progress:
            export_table(
                wanted, None if is_stream else out, database, index, matched, window, chosen, progress
            )
    elif is_stream:
        # Without a name: nothing of it is left, whatever ends the process.
        with tempfile.TemporaryFile() as picture:
            _export_picture(picture, path, wanted, chosen)
            picture.seek(0)
            shutil.copyfileobj(picture, sys.stdout.buffer)
    else:
        _export_picture(out, path, wanted, chosen)
    return 0


def tell_about(_: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    """What the database holds under the view is on standard output. Raises ExplorerError."""
    path = _database_path(chosen)
    with progress_on_terminal("Copying") as progress:
        database = open_database(path, progress)
    database, index, matched, _window = _look(database, view_of(chosen))
    first, last = first_and_last(index, matched.mask)
    everything = matched if matched.filter.is_empty else index.match(EventFilter())
    facets = {
        # A value that no event of the database has is not worth a line; under a filter, 0 is an answer.
        name: {slug: count for slug, count in matched.counts[name].items() if everything.counts[name][slug]}
        for name in FACETS
        if name in matched.counts and not (chosen.no_commentary and name in ARTICLE)
    }
    with progress_on_terminal("Reading") as progress:
        fingerprint = database.fingerprint(progress)
    answer: dict[str, Any] = {
        "database": str(path),
        "title": database.properties.get("title", ""),
        "schema": database.schema_version,
        "events": len(index),
        "matching": matched.total,
        "first": first or None,
        "last": last or None,
        "filter": matched.filter.sentence(index.label_of),
        "fingerprint": fingerprint,
        "facets": facets,
    }
    if chosen.json:
        from explorer.cli.saved import saved_views

        answer["views"] = {view.name: view.line for view in saved_views(database)}
        tell_json(answer)
    else:
        tell(*_summary(answer, index, facets))
    return 0


def check_file(_: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    """Every finding is on standard output; 0 when none is an error. Raises ExplorerError without --json."""
    from explorer.storage.checking import check, opened

    if not chosen.json:
        # What cannot be opened is a failure of the call, told on standard error like any other.
        opened(chosen.database)
    findings = check(chosen.database)
    # A path may hold anything but a NUL, and need not be Unicode.
    path = os.fsencode(chosen.database).decode(errors="replace")
    is_sound = all(finding.severity != "error" for finding in findings)
    if chosen.json:
        told = [{"severity": finding.severity, "sentence": finding.sentence} for finding in findings]
        answer = {"database": path, "sound": is_sound, "findings": told}
        tell_json(answer)
    else:
        for finding in findings:
            tell(f"{finding.severity}: {finding.sentence}")
        tell(f"“{path}” is {'sound' if is_sound else 'not sound'}.")
    return 0 if is_sound else 1


def _export_picture(out: Path | IO[bytes], path: Path, wanted: Format, chosen: argparse.Namespace) -> None:
    from explorer import app

    figure, view, has_notes = figure_of(chosen), view_of(chosen), chosen.with_notes
    with progress_on_terminal("Writing") as progress:
        grown = app.export_picture(out, path, view, figure, wanted.name, progress, has_notes=has_notes)
    if grown:
        told = f"the picture is {grown:,} pixels higher than asked for, so that every lane has room"
        warn(f"detente: {told}")


def _look(database: Database, view: ViewRequest) -> tuple[Database, EventIndex, Matched, Interval | None]:
    """The database as far as it is sound, its events, those that pass the view's filter, and its window where
    it names one."""
    with contextlib.ExitStack() as reading:
        loaded = load(database, reading.enter_context(progress_on_terminal("Reading")))
        connection, index = reading.enter_context(contextlib.closing(loaded.connection)), loaded.index
        if loaded.shortcoming:
            warn(f"detente: {loaded.shortcoming}")
        # What cannot be read of them is no reason not to answer.
        written, problem = read_notes(database.path)
        if problem is not None:
            warn(f"detente: {problem.what}")
        notes = notes_by_id(written, ids_of(connection, list(written)).get)
        if notes:
            index.put(facet_of(notes, index))
        reads = bool(view.claim or view.paragraph or view.tab)
        argument = read_argument(connection) if reads else None
        fields = view.resolve(
            index, partial(id_of, connection), argument, near=partial(near_slugs, connection)
        )
        wanted = fields.get("filter", EventFilter())
        matched = index.match(wanted, search_rows(connection, index, wanted.search, texts_of(notes)))
        for offer in offers_of(connection, index, matched, texts_of(notes)):
            if not offer.is_present:
                warn(f"detente: --search {shlex.quote(offer.search)}, {offer.words}, has {offer.total:,}")
    return loaded.database, index, matched, fields.get("window")


def _summary(
    answer: Mapping[str, Any], index: EventIndex, facets: Mapping[str, Mapping[str, int]]
) -> list[str]:
    lines = [
        answer["title"] or Path(answer["database"]).name,
        f"{answer['matching']:,} of {answer['events']:,} events: {answer['filter']}",
        f"{answer['first']} to {answer['last']}" if answer["first"] else "no dates",
        f"{answer['database']}, schema {answer['schema']}, fingerprint {answer['fingerprint']}",
    ]
    for name in OFFERED:
        present = [(slug, count) for slug, count in facets.get(name, {}).items() if count]
        if name in {"person", "place", "country", "source"}:
            present.sort(key=lambda found: -found[1])
        if present:
            lines += ["", name.capitalize()]
            lines += [f"{count:>9,}  {index.label_of(name, slug)}" for slug, count in present[:LISTED]]
        if len(present) > LISTED:
            lines.append(f"{'':>9}  … and {len(present) - LISTED:,} more")
    return lines


def _database_path(chosen: argparse.Namespace) -> Path:
    return chosen.database or bundle.path("db", "diplomacy.db")
