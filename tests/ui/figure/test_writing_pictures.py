"""PNG, SVG and PDF of one scene: the same picture, text as text, what it is of, whole or not at all."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from explorer.domain.figure import PRESETS, Figure, Preset
from explorer.domain.provenance import Provenance
from explorer.domain.view_request import ViewRequest
from explorer.formats.restoring import provenance_in
from explorer.storage.connection import Cancelled
from explorer.ui.figure import writing
from explorer.ui.figure.composing import compose
from explorer.ui.figure.scene import Scene
from explorer.ui.figure.sight import sight_of
from explorer.ui.figure.writing import write_figure
from explorer.ui.main_window import MainWindow
from tests.ui.figure.conftest import Text

Make = Callable[..., MainWindow]
TextsOf = Callable[..., list[Text]]
_SVG = "{http://www.w3.org/2000/svg}"


def _figure(preset: Preset, **changes: Any) -> Figure:
    figure = Figure(
        preset.width, preset.height, preset.unit, preset.dpi, text_scale=preset.text_scale,
        title="Leaders & letters <1941>", has_overview=True,
    )  # fmt: skip
    return replace(figure, **changes)


def _pixels(image: QImage) -> "np.ndarray[Any, np.dtype[np.int64]]":
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw.astype(np.int64)


def _painted(scene: Scene) -> QImage:
    image = QImage(*scene.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        scene.paint(painter)
    return image


@pytest.mark.parametrize("is_transparent", [False, True])
def test_a_png_is_the_scene_to_the_pixel_also_when_it_is_painted_in_bands(
    window: MainWindow,
    provenance: Provenance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_transparent: bool,
) -> None:
    scene = compose(sight_of(window), Figure(1100, 700, dpi=120, is_transparent=is_transparent), provenance)
    path = tmp_path / "out.png"
    monkeypatch.setattr(writing, "_AT_ONCE", 1100 * 97)
    write_figure(path, scene, "png")
    read = QImage(str(path))
    assert read.hasAlphaChannel() == is_transparent
    # Shades are rounded, most of all where little of a colour is left.
    assert np.abs(_pixels(read) - _pixels(_painted(scene))).max() <= (3 if is_transparent else 1)
    # Dots to an inch, as pixels to a metre.
    assert abs(read.dotsPerMeterX() - 120 / 0.0254) < 1
    assert read.text("Software") == "Détente 0.0"


def test_every_kind_of_picture_says_which_view_it_shows(
    window: MainWindow, provenance: Provenance, tmp_path: Path
) -> None:
    scene = compose(sight_of(window), Figure(900, 600), provenance)
    for kind in ("png", "svg", "pdf"):
        path = tmp_path / f"out.{kind}"
        write_figure(path, scene, kind)
        assert provenance_in(path) == scene.provenance


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_an_svg_is_drawn_as_the_png_and_its_text_is_text(
    window: MainWindow, provenance: Provenance, tmp_path: Path, texts_of: TextsOf, preset: Preset
) -> None:
    scene = compose(sight_of(window), _figure(preset), provenance)
    path = tmp_path / "out.svg"
    write_figure(path, scene, "svg")
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == f"0 0 {scene.size[0]} {scene.size[1]}"
    unit = "mm" if preset.unit == "mm" else "px"
    assert str(root.get("width")).endswith(unit)
    assert root.findtext(f"{_SVG}title") == "Leaders & letters <1941>"
    assert not list(root.iter(f"{_SVG}image"))
    drawn = "".join(text.words for text in texts_of(scene) if text.words != "3")
    # A sign of another font stands in an element of its own.
    told = "".join(element.text or "" for element in root.iter(f"{_SVG}text"))
    assert Counter(drawn.replace(" ", "")) <= Counter(told.replace(" ", ""))
    assert all(
        element.get("textLength") for element in root.iter(f"{_SVG}text") if len(element.text or "") > 1
    )
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(*scene.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        renderer.render(painter)
    apart = np.abs(_pixels(image) - _pixels(_painted(scene))).max(axis=2)
    assert apart.mean() < 0.3
    assert (apart > 60).mean() < 0.002


def test_letters_that_no_xml_may_hold_leave_a_picture_readable(
    window: MainWindow, provenance: Provenance, tmp_path: Path
) -> None:
    # As pasted into the dialog, or as an event's title has them.
    figure = Figure(900, 600, title="a\x01b\ud800\uffffc", caption="\x02\x1b[1m")
    scene = compose(
        sight_of(window), figure, replace(provenance, collection="\x03", filter="found by “\uffff”")
    )
    assert scene.provenance is not None
    said = scene.provenance
    for kind in ("png", "svg", "pdf"):
        path = tmp_path / f"out.{kind}"
        write_figure(path, scene, kind)
        # No XML can hold it; all but the words on the filter is as it was in any case.
        assert provenance_in(path) in (said, replace(said, filter="found by “\ufffd”"))
    root = ET.parse(tmp_path / "out.svg").getroot()
    assert root.findtext(f"{_SVG}title") == "a\ufffdb\ufffd\ufffdc"
    assert QSvgRenderer(str(tmp_path / "out.svg")).isValid()


def test_a_transparent_svg_has_no_ground(window: MainWindow, provenance: Provenance, tmp_path: Path) -> None:
    scene = compose(sight_of(window), Figure(900, 600, is_transparent=True), provenance)
    path = tmp_path / "out.svg"
    write_figure(path, scene, "svg")
    image = QImage(900, 600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(str(path)).render(painter)
    read = _pixels(image)
    assert [int(read[y, x, 3]) for y in (0, -1) for x in (0, -1)] == [0, 0, 0, 0]


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_pdf_has_every_text_as_text_in_fonts_of_its_own(
    window: MainWindow, provenance: Provenance, tmp_path: Path, texts_of: TextsOf, preset: Preset
) -> None:
    pypdf = pytest.importorskip("pypdf")
    scene = compose(sight_of(window), _figure(preset, pages=2, extent="all"), provenance)
    path = tmp_path / "out.pdf"
    write_figure(path, scene, "pdf")
    document = pypdf.PdfReader(path)
    assert len(document.pages) == scene.pages == 2
    assert document.metadata.title == "Leaders & letters <1941>"
    assert document.metadata.creator == "Détente 0.0"
    assert document.metadata.creation_date.date().isoformat() == "2026-02-03"
    for number, page in enumerate(document.pages):
        told = _words(page.extract_text())
        for text in texts_of(scene, number):
            assert _words(text.words) in told, text.words
        # Copied spaces are spaces.
        assert "\t" not in page.extract_text()
        width, height = (float(side) / 72 * preset.dpi for side in page.mediabox[2:])
        assert abs(width - scene.size[0]) < preset.dpi / 72 + 1
        assert abs(height - scene.size[1]) < preset.dpi / 72 + 1
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert fonts
        for font in fonts:
            face = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(face)
            assert "/ToUnicode" in font


def test_the_same_picture_is_the_same_bytes(
    window: MainWindow, provenance: Provenance, tmp_path: Path
) -> None:
    for kind in ("png", "svg", "pdf"):
        contents: list[bytes] = []
        for name in ("one", "other"):
            path = tmp_path / f"{name}.{kind}"
            write_figure(path, compose(sight_of(window), Figure(800, 500), provenance), kind)
            contents.append(path.read_bytes())
        assert contents[0] == contents[1], kind


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancelled_picture_leaves_the_former_file_and_nothing_else(
    window: MainWindow,
    provenance: Provenance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    after: int,
) -> None:
    monkeypatch.setattr(writing, "_AT_ONCE", 900 * 100)
    scene = compose(sight_of(window), Figure(900, 600, pages=2 if kind == "pdf" else 1), provenance)
    path = tmp_path / f"out.{kind}"
    path.write_bytes(b"as it was")
    asked = 0

    def progress(done: int, total: int) -> bool:
        nonlocal asked
        asked += 1
        assert 0 <= done <= total
        return asked <= after

    with pytest.raises(Cancelled):
        write_figure(path, scene, kind, progress)
    assert path.read_bytes() == b"as it was"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_lanes_of_people_in_the_dark_with_collapsed_gaps_are_the_same_in_all_three(
    make_window: Make, provenance: Provenance, tmp_path: Path
) -> None:
    window = make_window(request=ViewRequest(lanes="person", collapse_gaps=True), theme="dark")
    scene = compose(sight_of(window), _figure(PRESETS[0], theme="dark", extent="all"), provenance)
    path = tmp_path / "out.svg"
    write_figure(path, scene, "svg")
    image = QImage(*scene.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(str(path)).render(painter)
    apart = np.abs(_pixels(image) - _pixels(_painted(scene))).max(axis=2)
    assert (apart > 60).mean() < 0.002
