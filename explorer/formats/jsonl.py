"""Writing events as JSON Lines, one object on each line, with nothing lost; and reading them back.

The first object is the Provenance; formats/restoring.py opens the view that it names. docs/EXPORT.md lists
the fields of the others.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from explorer.domain.errors import ExplorerError
from explorer.domain.provenance import Provenance, from_mapping
from explorer.domain.tongue import translate
from explorer.formats.cells import bound_texts
from explorer.formats.table import Chunk, TableOptions, Written
from explorer.formats.writing import write_whole

#: What each object has as it is read, in this order.
_PLAIN: Final = (
    "id", "title", "label", "kind", "kind_label", "relationship", "relationship_label", "importance",
    "summary", "confidence", "verification",
)  # fmt: skip
_BOUNDS: Final = ("earliest", "start_latest", "end_earliest", "latest")
_PLACE: Final = ("place", "country", "country_code", "latitude", "longitude")
#: What the document says, and where the record bears on that.
_COMMENTARY: Final = ("basis", "paragraphs", "claims", "commentary", "record_notes")


class JsonLinesError(ExplorerError):
    """A file is not one that `write` wrote."""


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    shown = _COMMENTARY if options.has_commentary else ()
    return (*_PLAIN, "start", "end", *_BOUNDS, "precision", *_PLACE, "people", "sources", *shown)


def write(
    out: Path | IO[str], chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    """The provenance is in the file or stream, and an object for each event of the chunks.

    A file appears whole or not at all, replacing an older one. Raises ExportError.
    """
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(write_whole(out)) if isinstance(out, Path) else out
        stream.write(f"{provenance.to_json()}\n")
        rows = 0
        for chunk in chunks:
            lines = [json.dumps(event, ensure_ascii=False) for event in _objects(chunk, options)]
            stream.write("".join(f"{line}\n" for line in lines))
            rows += len(lines)
    return Written(rows)


def _objects(chunk: Chunk, options: TableOptions) -> Iterator[dict[str, Any]]:
    texts = {name: bound_texts(chunk, name) for name in _BOUNDS}
    for at in range(len(chunk["id"])):
        event = {name: chunk[name][at] for name in _PLAIN}
        event |= {"start": chunk["start"][at], "end": chunk["end"][at] or None}
        event |= {name: texts[name][at] or None for name in _BOUNDS}
        event["precision"] = chunk["precision"][at]
        event["place"] = _place(chunk, at)
        event["people"] = [
            {"name": name, "office": office, "country": country, "is_body": bool(is_body)}
            for name, office, country, is_body in chunk["people"][at]
        ]
        event["sources"] = list(chunk["sources"][at])
        if options.has_commentary:
            event |= _commentary(chunk, at)
        if options.has_notes:
            event |= {"star": bool(chunk["star"][at]), "note": chunk["note"][at]}
        yield event


def _place(chunk: Chunk, at: int) -> dict[str, Any] | None:
    """The place with its coordinates; without a name where an event has only a spot of its own."""
    known = {name: chunk[name][at] for name in _PLACE}
    if all(value is None for value in known.values()):
        return None
    return {"name": known.pop("place"), **known}


def _commentary(chunk: Chunk, at: int) -> dict[str, Any]:
    return {
        "basis": chunk["basis"][at],
        "paragraphs": list(chunk["paragraphs"][at]),
        "claims": [{"id": slug, "role": role} for slug, role in chunk["claims"][at]],
        "commentary": [
            {"document": document, "text": text, "paragraphs": list(paragraphs)}
            for document, text, paragraphs in chunk["commentary"][at]
        ],
        "record_notes": list(chunk["record_notes"][at]),
    }


def read_jsonl(source: Path | IO[str]) -> tuple[Provenance, Iterator[Mapping[str, Any]]]:
    """What a file is of, and its events one after another. Raises JsonLinesError or ProvenanceError.

    A file is closed when the last event has been read.
    """
    stream = source.open(encoding="utf-8", newline="\n") if isinstance(source, Path) else source
    try:
        return from_mapping(_read(stream.readline())), _events(stream)
    except BaseException:
        stream.close()
        raise


def _events(stream: IO[str]) -> Iterator[Mapping[str, Any]]:
    with stream:
        for line in stream:
            yield _read(line)


def _read(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise JsonLinesError(
            translate("Errors", "This is no file of JSON Lines that can be read."),
            translate("Errors", "Export it again."),
            str(error),
        ) from error
