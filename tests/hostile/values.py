"""Values that the schema forbids, or allows and nobody expects: types, bounds, markup, sizes, counts."""

import contextlib
import sqlite3
from pathlib import Path

from tests.hostile.kinds import Ground, columns, declare, declared, kind, lawless, loosen

NUMBERS = (
    None, 0, 1, -1, -7, 2, 6, 300, 2**31, 2**53, 2**60, 2**62, 2**63 - 1, -(2**63), 0.5, float("inf"),
    -float("inf"), 1e308, 91.0, -181.0, "NaN",
)  # fmt: skip
DATES = (
    "", "..", "/", "../..", "2000/..", "../2000", "2020-13", "2020-02-30", "199X?", "-0000", "Y99999999999",
    "y-17e7", "2020-01-01T25:00", "0000", "99999", "-99999", "[1960..1964]", "{1,2}", "1985/1980", "2001-21",
    "9" * 400, "2020~-01?", "x", "2020-01-01\0", "٢٠٢٠", "2000-01-01/2000-01-01/2000",
)  # fmt: skip
TEXTS = (
    "", " ", "a\0b", "\0", "\x1b]0;owned\x07\x1b[31mRED", "\r\n\n", "\u202edlot\u202c", "\u200b",
    "\ufeff=1+1",
    "=cmd|' /C calc'!A0", "@x", "%s %d {} {name}", "&&&", "[*]", "x" * 4000, "\U0001f468\u200d" * 500,
    "\u0301" * 800,
    "שלום", "\ufffe\uffff", "[1, 2", "[]", "null", '{"a": 1}', "[" * 3000, "--person",
    "--lanes nothing --sort",
    "-" * 50, "\u2028line", "a\tb", "disc", "no-such-shape",
)  # fmt: skip
BYTES = (b"", b"\x00\xff", b"\xff\xfe" * 50, b"A\xffB", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\x80")


def _value(ground: Ground, type_: str, name: str) -> object:
    random = ground.random
    if random.random() < 0.15:
        return random.choice(BYTES)
    if name.endswith("_edtf") and random.random() < 0.7:
        return random.choice(DATES)
    return random.choice(NUMBERS if type_ in {"INTEGER", "REAL"} or random.random() < 0.15 else TEXTS)


def _put(
    ground: Ground, writer: sqlite3.Connection, table: str, name: str, value: object, *, most: int
) -> None:
    """One value into some rows of a table, as text where it is bytes, now and then."""
    total: int = writer.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    keys = [column for _, column, _, _, _, key in writer.execute(f"PRAGMA table_info({table})") if key]
    placed = "CAST(? AS TEXT)" if isinstance(value, bytes) and ground.random.random() < 0.5 else "?"
    for at in ground.random.sample(range(total), min(most, total)):
        found = writer.execute(f"SELECT {', '.join(keys)} FROM {table} LIMIT 1 OFFSET ?", (at,)).fetchone()
        where = " AND ".join(f"{key} IS ?" for key in keys)
        with contextlib.suppress(sqlite3.Error):
            writer.execute(f"UPDATE {table} SET {name} = {placed} WHERE {where}", (value, *found))


def _rebuilt(path: Path) -> None:
    with contextlib.suppress(sqlite3.Error), lawless(path) as writer:
        writer.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")


@kind
def types(ground: Ground) -> Path:
    """Values of every type in every column, as a schema without rules lets them in; then with it again."""
    path, random = ground.sound(), ground.random
    for table, name, type_ in random.sample(columns(), random.choice((1, 1, 2, 5))):
        with lawless(path) as writer:
            loosen(writer, table)
        with lawless(path) as writer:
            _put(
                ground, writer, table, name, _value(ground, type_, name), most=random.choice((1, 1, 3, 1000))
            )
        if random.random() < 0.8:
            with lawless(path) as writer:
                declare(writer, table, declared()[table])
    if random.random() < 0.7:
        _rebuilt(path)
    return path


@kind
def allowed(ground: Ground) -> Path:
    """Values that STRICT lets in and that are no CHECK's business, some of them everywhere."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        writer.execute(f"PRAGMA ignore_check_constraints = {random.choice(('ON', 'OFF'))}")
        for table, name, type_ in random.sample(columns(), random.choice((1, 2, 4))):
            value = _value(ground, type_, name)
            if isinstance(value, bytes):
                value = random.choice(TEXTS)
            _put(ground, writer, table, name, value, most=random.choice((1, 5, 1000)))
    _rebuilt(path)
    return path


@kind
def edtf(ground: Ground) -> Path:
    """Dates in words that are no dates, or others than the bounds beside them."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        for name in ("start_edtf", "end_edtf"):
            _put(ground, writer, "events", name, random.choice(DATES), most=random.choice((1, 20, 1000)))
        _put(ground, writer, "documents", "date_edtf", random.choice(DATES), most=1)
        for name in ("start_precision", "end_precision"):
            _put(ground, writer, "events", name, random.choice((*TEXTS, "day", "decade", "second")), most=9)
    return path


@kind
def bounds(ground: Ground) -> Path:
    """Bounds of time at the ends of what a number can be."""
    path, random = ground.sound(), ground.random
    ends = (2**63 - 1, 2**63 - 2, -(2**63), 2**60, -(2**60), 2**62, 0, 1, -1, 253402300800, -62135596800)
    with lawless(path) as writer:
        for name in ("start_earliest", "start_latest", "end_earliest", "end_latest"):
            if random.random() < 0.7:
                _put(ground, writer, "events", name, random.choice(ends), most=random.choice((1, 10, 1000)))
        if random.random() < 0.3:
            base = random.choice(ends[:-2])
            writer.execute(
                "UPDATE OR IGNORE events SET start_earliest = ?1, start_latest = ?1 + 1, end_earliest = ?1,"
                " end_latest = ?1 + 1", (max(-(2**63), base - 1),)
            )  # fmt: skip
    return path


@kind
def ids(ground: Ground) -> Path:
    """Negative, huge and missing numbers of rows, and references to nowhere."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        for table, name, _ in random.sample([one for one in columns() if one[1].endswith("id")], 3):
            value = random.choice((-1, -(2**40), 0, 2**31, 2**53 + 1, 2**61, 2**63 - 1, -(2**63), 424242))
            _put(ground, writer, table, name, value, most=random.choice((1, 3)))
        if random.random() < 0.3:
            writer.execute("UPDATE events SET id = -id")
            for table in ("participations", "citations", "commentary", "record_notes", "claim_events",
                          "passage_events", "event_coordinates"):  # fmt: skip
                writer.execute(f"UPDATE {table} SET event_id = -event_id")
    _rebuilt(path)
    return path


@kind
def properties(ground: Ground) -> Path:
    """What the file says of itself: its title, its first view, saved views."""
    path, random = ground.sound(), ground.random
    lines = (
        "--sort", "--lanes nowhere", "--search '", '--view "x"', "--person --kind", "\0", "-" * 70_000,
        "'" * 9000,
        "--window 9999/9998", "--window x/y", "--" + "a" * 60_000, "\\" * 3000, "--search " + "(" * 2000,
        "--select nothing", "--claim x --paragraph 99999999999999999999", "--min-importance 9", "--help",
        "-h",
        "--search " + '"' * 999, "--window ../..", "--window 1/2/3", "--after 2020-13", "--search a:b:c:d",
    )  # fmt: skip
    with lawless(path) as writer:
        for name in ("title", "description", "first_event", "first_window", "unknown"):
            if random.random() < 0.5:
                value = random.choice((*TEXTS, *DATES, *lines))
                writer.execute("INSERT OR REPLACE INTO properties VALUES (?, ?)", (name, value))
        if random.random() < 0.2:
            writer.execute("DELETE FROM properties")
        for number in range(random.choice((0, 1, 30, 3000))):
            name = random.choice((f"view {number}", f"{random.choice(TEXTS)}{number}"))
            writer.execute("INSERT OR REPLACE INTO views VALUES (?, ?, ?)",
                           (name, random.choice(lines), random.choice((number, -1, 2**62))))  # fmt: skip
    return path


@kind
def sizes(ground: Ground) -> Path:
    """A text of up to 200 MB, below and above what is cut."""
    path, random = ground.sound(), ground.random
    size = random.choice((300_000, 900_000, 999_999, 1_000_001, 4_000_000, 50_000_000, 200_000_000))
    letters = random.choice(("A", "word ", "é", "\U0001f600", "\u0301", "א ", "a\n", "<b>", "W", "\t", "金"))
    text = (letters * (size // len(letters.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")
    texts = [one for one in columns() if one[2] == "TEXT"]
    often = [("events", "title", ""), ("events", "label", ""), ("kinds", "label", ""), ("events",
    "summary", ""),
             ("relationships", "label", ""), ("properties", "value", ""), ("claims", "label", ""),
             ("places", "name", ""), ("people", "name", "")]  # fmt: skip
    with lawless(path) as writer:
        table, name, _ = random.choice(often if random.random() < 0.6 else texts)
        _put(ground, writer, table, name, text, most=random.choice((1, 1, 3 if size < 2_000_000 else 1)))
    if size < 10_000_000:
        _rebuilt(path)
    return path


@kind
def sparse(ground: Ground) -> Path:
    """A file that claims ten gigabytes and holds none of them."""
    path, random = ground.sound(), ground.random
    size = random.choice((2**31, 10**10))
    with path.open("r+b") as stream:
        stream.truncate(size // 4096 * 4096)
        if random.random() < 0.5:
            stream.seek(28)
            stream.write((size // 4096).to_bytes(4, "big"))
    if random.random() < 0.3:
        beside = Path(f"{path}{random.choice(('-wal', '-journal', '.notes'))}")
        with beside.open("wb") as stream:
            stream.write(b"\x37\x7f\x06\x82")
            stream.truncate(10**10)
    return path


@kind
def counts(ground: Ground) -> Path:
    """Thousands of lanes, kinds, people, claims, sources or paragraphs; or none of anything."""
    path, random = ground.sound(), ground.random
    how = random.choice(("relationships", "kinds", "people", "places", "sources", "claims", "passages",
                         "participations", "none", "no-claims", "no-kinds"))  # fmt: skip
    many = random.choice((300, 5_000, 30_000))
    numbers = [(n,) for n in range(10_000, 10_000 + many)]
    insert = {
        "relationships": "INSERT INTO relationships (id, slug, label, position)"
        " VALUES (?1, 'r' || ?1, 'R ' || ?1, ?1)",
        "kinds": "INSERT INTO kinds VALUES (?1, 'k' || ?1, 'K ' || ?1, 'disc', ?1)",
        "people": "INSERT INTO people VALUES (?1, 'P ' || ?1, 'P', 0)",
        "places": "INSERT INTO places VALUES (?1, 'L ' || ?1, 'XX', 'X ' || ?1, 0, 0)",
        "sources": "INSERT INTO sources VALUES (?1, 'S ' || ?1)",
        "claims": "INSERT INTO claims VALUES (?1, 1, 'c' || ?1, ?1, 'C ' || ?1, 'says')",
        "passages": "INSERT INTO passages VALUES (?1, 1, ?1, 'p')",
    }
    with lawless(path) as writer:
        if how in insert:
            with contextlib.suppress(sqlite3.Error):
                writer.executemany(insert[how], numbers)
            if how in {"relationships", "kinds"} and random.random() < 0.5:
                column = {"relationships": "relationship_id", "kinds": "kind_id"}[how]
                writer.execute(f"UPDATE events SET {column} = 10000 + id")
        elif how == "participations":
            writer.executemany("INSERT INTO people VALUES (?1, 'P ' || ?1, 'P', 0)", numbers)
            writer.executemany("INSERT INTO participations VALUES (2, ?1, ?1, 'o', 'c')", numbers)
        else:
            tables = {"none": list(declared()), "no-claims": ["claims", "claim_events", "claim_passages"],
                      "no-kinds": ["kinds", "relationships"]}[how]  # fmt: skip
            for table in tables:
                if not (table == "properties" and random.random() < 0.5):
                    writer.execute(f"DELETE FROM {table}")
    _rebuilt(path)
    return path


@kind
def markup(ground: Ground) -> Path:
    """Every text is markup that names a file among the victims."""
    from tests.markup import database_of_markup

    path = ground.folder / ground.random.choice(("<b>b.db", "&amp;.db", "d.db", "[*].db"))
    return database_of_markup(path, ground.victims / "beacon.png")


@kind
def packed(ground: Ground) -> Path:
    """A forged column cache in the file itself, as version 0.1 kept it."""
    path, random = ground.sound(), ground.random
    about = random.choice((
        b"{}", b"[" * 100_000, b"null", b'{"version": 99999999999999999999}', b"\xff", b"1e999",
        b'{"columns": {"ids": {"size": 1099511627776, "type": "<i8", "packed": "<i8", "pieces": []}}}',
    ))  # fmt: skip
    with lawless(path) as writer:
        writer.execute("DELETE FROM packed_columns")
        writer.execute("INSERT INTO packed_columns VALUES (0, 'about', ?)", (about,))
        for number in range(1, 40):
            writer.execute("INSERT INTO packed_columns VALUES (?, 'ids', ?)", (number, random.randbytes(64)))
    return path


@kind
def fulltext(ground: Ground) -> Path:
    """The search index is damaged, empty, of other rows, or huge."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        for _ in range(random.choice((1, 2, 6))):
            deed = random.choice((
                "DELETE FROM event_text_data WHERE id > 10",
                "UPDATE event_text_data SET block = randomblob(length(block)) WHERE rowid % 3 = 0",
                "UPDATE event_text_data SET block = zeroblob(length(block))",
                "DELETE FROM event_text_idx", "DELETE FROM event_text_docsize",
                "UPDATE event_text_docsize SET id = id + 100000", "UPDATE event_text_config SET v = -1",
                "UPDATE event_text_config SET v = 'x'", "DELETE FROM event_text_config",
                "UPDATE event_text_data SET block = NULL", "UPDATE event_text_idx SET pgno = 2147483647",
            ))  # fmt: skip
            with contextlib.suppress(sqlite3.Error):
                writer.execute(deed)
    return path
