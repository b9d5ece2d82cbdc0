"""Writing events as a workbook of Excel: one sheet, its header frozen and filterable.

Dates known to the day are dates that can be sorted and reckoned with, where Excel has them: from March 1900
(before that its calendar has a day too many) to the year 9999. All else is text, and nothing is a formula.
"""

import contextlib
import datetime as dt
import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Final

from explorer.domain.provenance import Provenance
from explorer.domain.tongue import grouped, translate
from explorer.formats import FORMATS, check_rows
from explorer.formats.cells import cells_of
from explorer.formats.table import NUMBERS, Chunk, TableOptions, Written, sources_of
from explorer.formats.writing import scratch_folder, write_whole

_FORMAT: Final = next(known for known in FORMATS if known.name == "excel")

#: UTF-16 units that a cell holds.
_LONGEST: Final = 32_767

_LONGEST_PROPERTY: Final = 255

#: Widths in digits; what has none here is narrow.
_WIDTHS: Final = {
    "id": 28, "title": 46, "date": 26, "precision": 10, "kind": 14, "relationship": 22, "people": 44,
    "place": 28, "country": 16, "basis": 9, "paragraphs": 11, "claims": 20, "commentary": 60, "summary": 60,
    "sources": 60, "note": 60, "star": 5, "importance": 11,
}  # fmt: skip
_USUAL_WIDTH: Final = 12
_DATES: Final = frozenset({"start", "end", "earliest", "latest"})
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST: Final = "1900-03-01"
#: Where a text is parted that looks like Excel's number of a letter, _x0041_: before and behind its x.
_SEAM: Final = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)|(?<=_x)(?=[0-9A-Fa-f]{4}_)")


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    return sources_of(options.names())


def write(
    out: Path | IO[bytes], chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    """The workbook is in the file or stream. A file appears whole or not at all, replacing an older one.

    What a cell cannot hold is cut, and told. Raises ExportError, also for more events than a
    sheet holds.
    """
    with contextlib.ExitStack() as stack:
        # Rows go to disk as they come; what is left of them goes with the folder, whatever happens.
        folder = stack.enter_context(scratch_folder())
        stream = stack.enter_context(write_whole(out, "wb")) if isinstance(out, Path) else out
        book = folder / "book.xlsx"
        written = _write(book, folder, chunks, options, provenance)
        with book.open("rb") as made:
            shutil.copyfileobj(made, stream)
    return written


def _write(
    book: Path, folder: Path, chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    # pyright wants stubs of a library that has its types in place, but does not say so.
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
    from xlsxwriter.exceptions import FileCreateError  # pyright: ignore[reportMissingTypeStubs]

    workbook: Any = xlsxwriter.Workbook(
        str(book),
        {
            "constant_memory": True,
            "tmpdir": str(folder),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    # Only where a sheet is beyond four gigabytes does this make a difference.
    workbook.use_zip64()
    sheet: Any = workbook.add_worksheet("Events")
    try:
        workbook.set_properties(
            {
                "title": provenance.collection or provenance.database,
                "subject": provenance.filter,
                "author": provenance.program,
                "comments": provenance.citation,
                "created": dt.datetime.fromisoformat(f"{provenance.exported or '1980-01-01'}T00:00:00"),
            }
        )
        for name, value in asdict(provenance).items():
            # A property holds so many letters; part of a view would be another one.
            if len(str(value)) <= _LONGEST_PROPERTY:
                workbook.set_custom_property(name, value, "number" if isinstance(value, int) else "text")
        header = options.names()
        bold = workbook.add_format({"bold": True, "bottom": 1})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for column, name in enumerate(header):
            sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH))
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, header, bold)
        rows, cut = 0, 0
        for chunk in chunks:
            columns = [cells_of(chunk, name) for name in header]
            check_rows(_FORMAT, rows + len(chunk["id"]))
            for row in zip(*columns, strict=True):
                rows += 1
                for column, (name, value) in enumerate(zip(header, row, strict=True)):
                    if value is None or value == "":
                        continue
                    if name in NUMBERS:
                        sheet.write_number(rows, column, value)
                    elif name in _DATES and (known := _day(value)) is not None:
                        sheet.write_datetime(rows, column, known, day)
                    else:
                        cut += _write_text(sheet, rows, column, value)
        sheet.autofilter(0, 0, max(rows, 1), len(header) - 1)
    except BaseException:
        # Its destructor would complain, and Windows removes no folder with an open file.
        sheet.row_data_fh.close()
        workbook.fileclosed = True
        raise
    try:
        workbook.close()
    except FileCreateError as error:
        # A full disk for one: told as what it is.
        raise (error.__context__ or error) from error
    left_out = ""
    if cut:
        said = (
            translate("Export", "{n} text was cut to the {most} letters that a cell of Excel holds.")
            if cut == 1
            else translate("Export", "{n} texts were cut to the {most} letters that a cell of Excel holds.")
        )
        left_out = said.format(n=grouped(cut), most=grouped(_LONGEST))
    return Written(rows, left_out)


def _write_text(sheet: Any, row: int, column: int, text: str) -> bool:
    """Put a text into a cell, cut where it must be; the answer is whether it was.

    A cell knows one kind of line end: any other would be read back as the letters _x000D_.
    """
    is_cut = False
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LONGEST // 2:
        units = text.encode("utf-16-le")
        is_cut = len(units) > 2 * _LONGEST
        if is_cut:
            # A letter of two units that is cut in the middle goes as a whole.
            text = units[: 2 * _LONGEST - 2].decode("utf-16-le", "ignore") + "…"
    if len(pieces := _SEAM.split(text)) > 1:
        # Whole, Excel would take it for a letter's number; masked as it wants that, others read it wrongly.
        sheet.write_rich_string(row, column, *pieces)
    elif text.startswith("<r>") and text.endswith("</r>"):
        # The library would take this for marked up text of its own; pieces of text it does not.
        sheet.write_rich_string(row, column, text[0], text[1], text[2:])
    else:
        sheet.write_string(row, column, text)
    return is_cut


def _day(text: str) -> dt.datetime | None:
    """The day that is exactly meant, None where Excel has none."""
    if not _DAY.fullmatch(text) or text < _FIRST:
        return None
    try:
        return dt.datetime.fromisoformat(f"{text}T00:00:00")
    except ValueError:
        return None
