"""What a composed picture holds: every event counted, every text in its place, whatever the page."""

import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPaintDevice, QPainter
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import PRESETS, Figure, FigureError, Preset
from explorer.domain.filter import EventFilter
from explorer.domain.provenance import Provenance
from explorer.domain.view_request import ViewRequest
from explorer.layout.marks import Marks
from explorer.layout.packing import MARK_RADIUS, Side
from explorer.ui import answers
from explorer.ui.figure.body import Body
from explorer.ui.figure.composing import compose
from explorer.ui.figure.faces import Faces, least_width, name_in_lines
from explorer.ui.figure.scene import Scene
from explorer.ui.figure.sight import sight_of
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline.breaks import paint_breaks
from explorer.ui.timeline.frame import AXIS
from tests.bench.generate import generate
from tests.builders import Given, build_database
from tests.ui.figure.conftest import Text

Make = Callable[..., MainWindow]
TextsOf = Callable[..., list[Text]]


def figure_of(preset: Preset, **changes: object) -> Figure:
    """The figure of a preset with a title, a caption and everything that can be on the page."""
    figure = Figure(
        preset.width, preset.height, preset.unit, preset.dpi, text_scale=preset.text_scale,
        title="Leaders who talked", caption="Meetings, letters, calls and crises.", has_overview=True,
    )  # fmt: skip
    return replace(figure, **changes)


def pixels(scene: Scene, page: int = 0) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    """Height × width × (red, green, blue, alpha)."""
    image = QImage(*scene.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        scene.paint(painter, page)
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


def mark_boxes(scene: Scene, page: int = 0) -> list[tuple[QRectF, str]]:
    """The device pixels that marks and counts take, with the label of each."""
    body = next(part for part in scene.sheets[page] if isinstance(part, Body))
    frame, scale = body.frame, scene.figure.scale
    found: list[tuple[QRectF, str]] = []

    def add(x0: float, x1: float, y: float, label: str) -> None:
        left, top = body.x + frame.header + x0, body.y + AXIS + y - 5
        found.append((QRectF(left * scale, top * scale, (x1 - x0) * scale, 10 * scale), label))

    for lane in frame.marks:
        for mark in lane.marks:
            low, high = (mark.x0, mark.x1) if mark.is_bar else (mark.x - MARK_RADIUS, mark.x + MARK_RADIUS)
            add(max(low, 0.0), min(high, frame.marks.scale.width), mark.y, frame.look(mark.row).label)
        for cluster in lane.clusters:
            add(cluster.x0, cluster.x1, cluster.y, "")
    return found


def assert_nothing_overlaps(scene: Scene, texts: list[Text], page: int = 0) -> None:
    """No text touches a text, a mark that is not its own, or the page's edge."""
    whole = QRectF(0, 0, *scene.size)
    for text in texts:
        assert whole.contains(text.box), text
    for one, other in combinations(texts, 2):
        assert not one.box.intersects(other.box), (one, other)
    for box, label in mark_boxes(scene, page):
        for text in texts:
            is_inside = text.words in {label, ""} or text.words.isdecimal()
            assert is_inside or not text.box.intersects(box), (text, label)


def assert_counted(marks: Marks) -> None:
    for lane in marks:
        assert lane.drawn + lane.earlier + lane.later == lane.total


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_keeps_its_size_counts_every_event_and_overlaps_nothing(
    window: MainWindow, provenance: Provenance, texts_of: TextsOf, preset: Preset, theme: str
) -> None:
    scene = compose(sight_of(window), figure_of(preset, theme=theme, has_overview=False), provenance)
    assert scene.size == scene.figure.pixels
    assert scene.grown == 0
    assert_counted(scene.frames[0].marks)
    texts = texts_of(scene)
    assert_nothing_overlaps(scene, texts)
    assert len(texts) > 60


@pytest.mark.parametrize("lanes", ["relationship", "person", "kind"])
@pytest.mark.parametrize("collapse_gaps", [False, True])
@pytest.mark.parametrize("extent", ["visible", "all", "2018/2018-07", "1940/1950"])
def test_no_label_touches_another_or_a_mark_in_any_extent(
    make_window: Make,
    provenance: Provenance,
    texts_of: TextsOf,
    lanes: str,
    extent: str,
    *,
    collapse_gaps: bool,
) -> None:
    window = make_window(request=ViewRequest(lanes=lanes, collapse_gaps=collapse_gaps))
    for preset in PRESETS:
        scene = compose(sight_of(window), figure_of(preset, extent=extent), provenance)
        assert_counted(scene.frames[0].marks)
        assert_nothing_overlaps(scene, texts_of(scene))


def test_a_page_too_low_for_its_lanes_folds_them_and_grows_when_even_that_is_too_much(
    make_window: Make, provenance: Provenance, texts_of: TextsOf
) -> None:
    window = make_window(request=ViewRequest(lanes="person"))
    figure = Figure(1200, 400, extent="all")
    scene = compose(sight_of(window), figure, provenance)
    assert scene.size == (1200, 400 + scene.grown)
    assert scene.grown > 0
    assert_counted(scene.frames[0].marks)
    assert_nothing_overlaps(scene, texts_of(scene))
    # On a page that is high enough no lane is folded, and nothing grows.
    high = compose(sight_of(window), replace(figure, height=6000), provenance)
    assert high.grown == 0
    assert sum(len(lane.marks) for lane in high.frames[0].marks) > sum(
        len(lane.marks) for lane in scene.frames[0].marks
    )


def test_a_short_label_is_written_on_either_side_of_its_mark(
    make_window: Make, tmp_path: Path, texts_of: TextsOf
) -> None:
    events = [Given("early", "First", start="0001"), *(Given(f"e{n}", f"X{n}") for n in range(4))]
    scene = compose(
        sight_of(make_window(build_database(tmp_path / "x.db", events))), Figure(extent="all"), None
    )
    assert Side.LEFT in {mark.side for lane in scene.frames[0].marks for mark in lane.marks}
    assert {"First", "X0", "X1", "X2", "X3"} <= {text.words for text in texts_of(scene)}


class _Noting(QPainter):
    """Notes the texts that are written upright, as the names of collapsed gaps are."""

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self.names: list[QRectF] = []

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        if self.combinedTransform().m12():
            metrics = QFontMetricsF(self.font())
            height = metrics.capHeight()
            box = QRectF(at.x(), at.y() - height, metrics.horizontalAdvance(text), height)
            self.names.append(self.combinedTransform().mapRect(box))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_the_name_of_a_collapsed_gap_stands_clear_of_every_mark(make_window: Make, preset: Preset) -> None:
    window = make_window(request=ViewRequest(collapse_gaps=True))
    scene = compose(sight_of(window), figure_of(preset, extent="all"), None)
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = _Noting(picture)
    scene.paint(painter, 0)
    painter.end()
    assert painter.names
    for name in painter.names:
        assert not [label for box, label in mark_boxes(scene, 0) if box.intersects(name)], name


def test_what_a_figure_leaves_out_is_not_on_the_page_and_what_is_left_has_its_room(
    window: MainWindow, provenance: Provenance, texts_of: TextsOf
) -> None:
    full = Figure(1440, 900, title="A title", caption="A caption", has_overview=True)
    words = {text.words for text in texts_of(compose(sight_of(window), full, provenance))}
    assert {"A title", "A caption", "Overview", "Meeting", "Trump–Putin"} <= words
    assert any(text.startswith("Cite as: ") for text in words)
    bare = replace(
        full, title="", caption="", has_overview=False, has_legend=False, has_headers=False, has_credits=False
    )
    scene = compose(sight_of(window), bare, provenance)
    words = {text.words for text in texts_of(scene)}
    assert not {"A title", "A caption", "Overview", "Meeting", "Trump–Putin"} & words
    assert not any(text.startswith("Cite as: ") for text in words)
    assert scene.frames[0].header < 20
    assert scene.frames[0].width > 1350


@pytest.mark.parametrize(
    ("extent", "matching", "dates"),
    [("all", 110, ("1941", "2020")), ("1985/1991", 16, ("1985", "1991"))],
)
def test_what_is_drawn_is_what_is_claimed(
    window: MainWindow,
    provenance: Provenance,
    texts_of: TextsOf,
    extent: str,
    matching: int,
    dates: tuple[str, str],
) -> None:
    scene = compose(sight_of(window), Figure(1440, 900, extent=extent), provenance)
    claimed = scene.provenance
    assert claimed is not None
    assert (claimed.matching, claimed.events) == (matching, 110)
    assert (claimed.first[:4], claimed.last[:4]) == dates
    said = " ".join(text.words for text in texts_of(scene))
    assert f"{matching} of 110 events" in said
    # Every event that is claimed is drawn, by itself or in a count.
    assert sum(lane.drawn for frame in scene.frames for lane in frame.marks) == matching


def test_the_small_print_says_filter_counts_dates_database_and_how_to_cite(
    window: MainWindow, provenance: Provenance, texts_of: TextsOf
) -> None:
    said = " ".join(text.words for text in texts_of(compose(sight_of(window), Figure(1440, 900), provenance)))
    for wanted in (
        "All events; 84 of 110 events",
        "Shown here: 1 Jan 2017",
        "Database diplomacy.db",
        "fingerprint 0123456789ab",
        "Cite as: Personal diplomacy & <others>, 1941–2020",
    ):
        assert wanted in said


def test_the_legend_names_what_occurs_and_colours_that_no_header_names(
    make_window: Make, texts_of: TextsOf
) -> None:
    window = make_window(request=ViewRequest(lanes="kind", filter=EventFilter().choosing("kind", ["letter"])))
    words = [
        text.words for text in texts_of(compose(sight_of(window), Figure(1440, 900, extent="all"), None))
    ]
    # Once in the header, once in the legend.
    assert words.count("Letter") == 2
    assert "Meeting" not in words
    assert words.count("Trump–Kim") == 1


def test_a_claim_is_lit_as_in_the_window(make_window: Make, texts_of: TextsOf) -> None:
    plain = make_window()
    argument = plain.collection.argument
    assert argument is not None
    claim = argument.claims[0].slug
    window = make_window(request=ViewRequest(claim=claim))
    scene = compose(sight_of(window), Figure(1440, 900, extent="all"), None)
    roles = {scene.frames[0].look(mark.row).role for lane in scene.frames[0].marks for mark in lane.marks}
    assert roles - {""}
    words = {text.words for text in texts_of(scene)}
    assert "Does not serve the claim" in words
    assert {role.capitalize() for role in roles if role} <= words


def test_hidden_lanes_stay_hidden_and_the_windows_selection_is_not_drawn(
    make_window: Make, texts_of: TextsOf
) -> None:
    window = make_window(request=ViewRequest(hidden=frozenset({"Trump–Kim"})))
    scene = compose(sight_of(window), Figure(1440, 900), None)
    words = {text.words for text in texts_of(scene)}
    assert "Trump–Putin" in words
    assert "Trump–Kim" not in words
    assert window.store.state.selection is not None
    assert scene.frames[0].selected is None


def test_a_theme_is_the_figures_own_and_a_transparent_page_has_no_ground(
    make_window: Make, provenance: Provenance
) -> None:
    window = make_window(theme="light")
    dark = pixels(compose(sight_of(window), Figure(800, 500, theme="dark"), provenance))
    assert tuple(dark[2, 2]) == (0x17, 0x19, 0x1D, 255)
    clear = pixels(compose(sight_of(window), Figure(800, 500, is_transparent=True), provenance))
    for y, x in ((0, 0), (0, -1), (-1, 0), (-1, -1), (250, 500)):
        assert clear[y, x, 3] == 0
    assert (clear[:, :, 3] == 255).any()


@pytest.mark.parametrize("collapse_gaps", [False, True])
def test_pages_part_the_time_and_lose_no_event_at_a_seam(
    make_window: Make, provenance: Provenance, texts_of: TextsOf, *, collapse_gaps: bool
) -> None:
    window = make_window(request=ViewRequest(collapse_gaps=collapse_gaps))
    index = window.collection.index
    assert index is not None
    scene = compose(sight_of(window), figure_of(PRESETS[1], extent="all", pages=4), provenance)
    assert scene.pages == 4
    windows = [frame.marks.scale.window for frame in scene.frames]
    for before, after in pairwise(windows):
        assert before.end == after.start
    seen: set[int] = set()
    for number, frame in enumerate(scene.frames):
        rows = {mark.row for lane in frame.marks for mark in lane.marks}
        rows |= {row for lane in frame.marks for cluster in lane.clusters for row in cluster.rows}
        span = frame.marks.scale.window
        assert rows == set(np.flatnonzero((index.start < span.end) & (index.end > span.start)).tolist())
        seen |= rows
        assert_counted(frame.marks)
        texts = texts_of(scene, number)
        assert_nothing_overlaps(scene, texts, number)
        assert f"{number + 1} of 4" in {text.words for text in texts}
    assert seen == set(range(110))


def test_a_strip_of_20_000_pixels_shows_nearly_every_title_and_names_its_lanes_at_both_ends(
    make_window: Make, provenance: Provenance, texts_of: TextsOf
) -> None:
    window = make_window(request=ViewRequest(collapse_gaps=True))
    scene = compose(sight_of(window), figure_of(PRESETS[-1], extent="all", has_overview=False), provenance)
    assert scene.size == (20_000, 1600)
    words = [text.words for text in texts_of(scene)]
    assert words.count("Trump–Kim") == 2
    titles = {title.label for title in window.collection.titles.values()}
    assert len(titles & set(words)) > 85


def test_a_label_is_written_in_full_or_not_at_all(window: MainWindow, texts_of: TextsOf) -> None:
    for preset in PRESETS:
        words = [text.words for text in texts_of(compose(sight_of(window), figure_of(preset), None))]
        names = {title.label for title in window.collection.titles.values()}
        cut = [word for word in words if word.endswith("…") and any(n.startswith(word[:-1]) for n in names)]
        assert not cut, preset.name


@pytest.mark.parametrize(("height", "is_named"), [(400, True), (90, True), (30, False)])
def test_a_break_is_named_in_full_within_its_band_or_not_at_all(
    make_window: Make, height: int, is_named: bool
) -> None:
    window = make_window(request=ViewRequest(collapse_gaps=True))
    scene = compose(sight_of(window), figure_of(PRESETS[0], extent="all"), None)
    frame = next(part.frame for part in scene.sheets[0] if isinstance(part, Body))
    assert frame.marks.scale.gaps
    strong = Faces(scene.families).lanes.strong
    top, pictures = 60, list[QImage]()
    for face in (None, strong):
        image = QImage(scene.size[0], 520, QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as painter:
            scale, end = frame.marks.scale, float(top + height)
            paint_breaks(painter, top, end, scale, 0, window.theme, face, is_still=True)
        pictures.append(image)
    bare, named = (np.frombuffer(image.constBits(), np.uint32).reshape(520, -1) for image in pictures)
    (lettered,) = np.nonzero((bare != named).any(axis=1))
    assert bool(lettered.size) is is_named
    assert all(top <= row < top + height for row in lettered.tolist())


def test_a_scene_is_painted_on_any_thread_as_on_this_one(window: MainWindow, provenance: Provenance) -> None:
    scene = compose(sight_of(window), Figure(1440, 900, extent="all", has_overview=True), provenance)
    here = pixels(scene)
    there: list[object] = []
    # A pixmap made there would be warned of, and fail the test.
    thread = threading.Thread(target=lambda: there.append(pixels(scene)))
    thread.start()
    again = pixels(scene)
    thread.join()
    assert np.array_equal(here, again)
    assert np.array_equal(here, np.asarray(there[0]))


def test_titles_that_are_read_on_demand_are_read_before_their_labels_are_placed(
    make_window: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, texts_of: TextsOf
) -> None:
    path = tmp_path / "events.db"
    generate(path, 3000, 7)
    monkeypatch.setattr(answers, "TITLES_AT_ONCE", 100)
    window = make_window(path)
    collection = window.collection
    collection.titles.clear()
    figure = Figure(1600, 900, extent="all")
    assert compose(sight_of(window), figure, None).unread
    scenes, failures = list[Scene](), list[ExplorerError]()
    window.composer.ask("test", figure, None, scenes.append, failures.append)
    qtbot.waitUntil(lambda: bool(scenes))
    assert not scenes[0].unread
    assert not failures
    frame = scenes[0].frames[0]
    assert all(frame.look(mark.row).label for lane in frame.marks for mark in lane.marks)
    assert_counted(frame.marks)
    assert any(lane.density is not None for lane in frame.marks)
    assert_nothing_overlaps(scenes[0], texts_of(scenes[0]))


def test_what_cannot_be_composed_is_refused_in_a_sentence(make_window: Make) -> None:
    empty = make_window(request=ViewRequest(filter=EventFilter(search="zzzz")))
    with pytest.raises(ExplorerError, match="nothing to draw"):
        compose(sight_of(empty), Figure(), None)
    window = make_window()
    with pytest.raises(FigureError, match="too large"):
        compose(sight_of(window), Figure(60_000, 60_000), None)
    with pytest.raises(ExplorerError):
        compose(sight_of(window), Figure(extent="2020/2017"), None)


@pytest.mark.parametrize("size", [(64, 64), (64, 3000), (3000, 64), (200, 140)])
def test_the_smallest_pages_are_composed_too(
    window: MainWindow, provenance: Provenance, size: tuple[int, int]
) -> None:
    scene = compose(sight_of(window), Figure(*size, title="T", caption="c", has_overview=True), provenance)
    assert scene.size[0] == size[0]
    assert pixels(scene).any()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("lanes", "extent"), [("relationship", "visible"), ("relationship", "all"), ("kind", "all")]
)
def test_the_lanes_of_a_column_are_named_in_full(
    make_window: Make, texts_of: TextsOf, theme: str, lanes: str, extent: str
) -> None:
    window = make_window(request=ViewRequest(lanes=lanes))
    column = next(preset for preset in PRESETS if preset.name == "column")
    scene = compose(sight_of(window), figure_of(column, theme=theme, extent=extent), None)
    texts = texts_of(scene)
    assert_nothing_overlaps(scene, texts)
    words = [text.words for text in texts]
    assert not [word for word in words if word.endswith("…")]
    written = "".join(words).replace(" ", "")
    frame = scene.frames[0]
    for lane in frame.marks:
        assert frame.lane_look(lane.lane).title.replace(" ", "") in written
    assert frame.header < 0.37 * scene.size[0] / scene.figure.scale


def test_a_name_is_parted_where_it_can_be_read(window: MainWindow) -> None:
    face = Faces(sight_of(window).families).lanes.strong
    for name, parted in (
        ("Trump–Kim", ["Trump–", "Kim"]),
        ("Trump–Mohammed bin Salman", ["Trump–Mohammed", "bin Salman"]),
        ("Constantinople–Jerusalem", ["Constantinople–", "Jerusalem"]),
        ("United States and Canada", ["United States", "and Canada"]),
        ("-", ["-"]),
    ):
        width = least_width(face, name)
        assert width == max(face.width(line) for line in parted)
        assert name_in_lines(face, name, width) == parted
        assert name_in_lines(face, name, 1000) == [name]
        assert all(face.width(line) <= 60 for line in name_in_lines(face, name, 60))
    assert name_in_lines(face, "Unbreakablenameofalane", 60)[0].endswith("…")


@pytest.mark.parametrize(("free", "is_named"), [(0, False), (20, False), (90, True)])
def test_the_length_of_a_break_stands_clear_of_counts_or_is_not_written(
    make_window: Make, free: int, is_named: bool
) -> None:
    window = make_window(request=ViewRequest(collapse_gaps=True))
    scene = compose(sight_of(window), figure_of(PRESETS[0], extent="all"), None)
    scale, strong = scene.frames[0].marks.scale, Faces(scene.families).lanes.strong
    whole = QRectF(0, 60, scene.size[0], 200 - free)
    pictures = list[QImage]()
    for face in (None, strong):
        image = QImage(scene.size[0], 300, QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as painter:
            paint_breaks(painter, 60, 260, scale, 0, window.theme, face, is_still=True, taken=[whole])
        pictures.append(image)
    bare, named = (np.frombuffer(image.constBits(), np.uint32).reshape(300, -1) for image in pictures)
    (lettered,) = np.nonzero((bare != named).any(axis=1))
    assert bool(lettered.size) is is_named
    assert all(row >= 260 - free for row in lettered.tolist())


@pytest.mark.parametrize("extent", ["visible", "all", "1985/1991"])
def test_a_picture_of_nothing_but_what_fails_the_filter_is_drawn(make_window: Make, extent: str) -> None:
    window = make_window(request=ViewRequest(filter=EventFilter(search="zzqx"), dims=True))
    figure = replace(Figure(), extent=extent, has_overview=True)
    assert compose(sight_of(window), figure, None).sheets
