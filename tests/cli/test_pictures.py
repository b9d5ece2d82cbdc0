"""`detente export` into PNG, SVG and PDF: what each option makes of the picture, and what is refused."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer import bundle
from explorer.cli.call import parser_of
from explorer.cli.picture import figure_of
from explorer.domain.figure import PRESETS, Figure
from explorer.formats.restoring import provenance_in
from tests.cli.calling import status
from tests.patience import PROCESS

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    """Export the bundled timeline in a process of its own, and answer with the file."""

    def run(name: str, *words: str) -> Path:
        out = tmp_path / name
        call = [sys.executable, "-m", "explorer", "export", str(out), *words]
        done = subprocess.run(call, capture_output=True, text=True, timeout=PROCESS, check=False)
        assert done.returncode == 0, done.stderr
        return out

    return run


def _figure(*words: str) -> Figure:
    return figure_of(parser_of("export").parse_intermixed_args(["x.png", *words]))


def test_the_options_make_a_figure() -> None:
    assert _figure() == Figure(1440, 900)
    assert _figure("--size", "1440x900", "--scale", "2") == Figure(2880, 1800, dpi=192)
    assert _figure("--size", "297x210mm").pixels == (3508, 2480)
    assert _figure("--size", "297x210mm", "--dpi", "600").pixels == (7016, 4961)
    assert _figure("--size", "85.5x60mm", "--scale", "2").dpi == 600
    for preset in PRESETS:
        figure = _figure("--preset", preset.name)
        assert (figure.width, figure.height, figure.unit, figure.dpi, figure.text_scale) == (
            preset.width, preset.height, preset.unit, preset.dpi, preset.text_scale,
        )  # fmt: skip
    figure = _figure(
        "--preset", "a4", "--theme", "dark", "--title", "T", "--caption", "C", "--no-legend", "--no-headers",
        "--overview", "--no-credits", "--text-scale", "1.5", "--transparent", "--pages", "3",
        "--extent", "all",
    )  # fmt: skip
    assert (figure.theme, figure.title, figure.caption, figure.extent) == ("dark", "T", "C", "all")
    assert (figure.has_legend, figure.has_headers, figure.has_overview, figure.has_credits) == (
        False, False, True, False,
    )  # fmt: skip
    assert (figure.text_scale, figure.is_transparent, figure.pages) == (1.5, True, 3)


def test_an_extent_may_begin_before_the_common_era(tmp_path: Path) -> None:
    out = tmp_path / "x.svg"
    assert status("export", out, "--extent", "-0044/-0040") == 0
    assert "44 BCE" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x.png", "--pages", "2"], "--pages is for PDF"),
        (["x.svg", "--pages", "0"], "“0” is not a number of pages"),
        (["x.png", "--size", "9x9"], "too small"),
        (["x.png", "--size", "60000x60000"], "too large"),
        (["x.png", "--size", "0x600"], "“0x600” is too small"),
        (["x.png", "--title", "a\udcff"], "a text of the call is not UTF-8"),
        (["x.png", "--person", "a", "--person", "\udcff"], "a text of the call is not UTF-8"),
        (["x.png", "--size", "10cm"], "“10cm” is not a size such as 1440x900 or 297x210mm"),
        (["x.png", "--preset", "a5"], "“a5” is not a preset: choose from slide, a4, column, 4k, strip"),
        (["x.png", "--dpi", "1"], "“1” is not a number of dots to an inch from 36 to 2400"),
        (["x.png", "--extent", "soon"], "“soon” is not visible, all or two dates"),
        (["x.csv", "--overview"], "--overview is for pictures, not for a CSV table"),
        (["x.csv", "--text-scale", "2"], "--text-scale is for pictures, not for a CSV table"),
        (["x.svg", "--bom"], "--bom is not for an SVG picture"),
    ],
)
def test_a_picture_that_cannot_be_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: Capture, words: list[str], said: str
) -> None:
    out = tmp_path / words[0]
    assert status("export", out, "no-such.db", *words[1:]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_the_help_lists_the_presets_and_every_option_of_a_picture(capsys: Capture) -> None:
    assert status("export", "--help") == 0
    told = capsys.readouterr().out
    for preset in PRESETS:
        assert f"{preset.name}:" in told
    for option in (
        "--preset", "--size", "--dpi", "--scale", "--text-scale", "--theme", "--title", "--caption",
        "--no-legend", "--no-headers", "--overview", "--no-credits", "--transparent", "--pages",
    ):  # fmt: skip
        assert option in told


def test_an_ending_chooses_the_kind_of_picture_and_each_restores_the_view(
    export: Callable[..., Path],
) -> None:
    heads = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for ending, head in heads.items():
        out = export(f"out.{ending}", "--size", "900x600", "--kind", "letter", "--extent", "all")
        assert out.read_bytes().startswith(head)
        found = provenance_in(out)
        assert "--kind letter" in found.view
        assert 0 < found.matching < found.events == 110
        assert found.database == bundle.path("db", "diplomacy.db").name


def test_scale_and_size_give_the_pixels_asked_for(export: Callable[..., Path]) -> None:
    read = QImage(str(export("one.png", "--size", "1000x700", "--scale", "1.5", "--transparent")))
    assert (read.width(), read.height()) == (1500, 1050)
    assert read.pixelColor(0, 0).alpha() == 0
    read = QImage(str(export("other.png", "--size", "254x127mm", "--dpi", "100", "--theme", "dark")))
    assert (read.width(), read.height()) == (1000, 500 + max(0, read.height() - 500))
    assert read.pixelColor(1, 1).name() == "#17191d"


@pytest.mark.parametrize(
    ("extent", "window"),
    [("2016/2020", "2016/2020"), ("all", "1941-07-30/2020-04-24"), ("visible", "2017/2018")],
)
def test_a_picture_opens_what_it_shows(export: Callable[..., Path], extent: str, window: str) -> None:
    out = export("out.svg", "--window", "2017/2018", "--extent", extent)
    assert f"--window {window}" in provenance_in(out).view


def test_a_picture_goes_to_standard_output_too() -> None:
    call = [sys.executable, "-m", "explorer", "export", "-", "--format", "svg", "--size", "900x600"]
    done = subprocess.run(call, capture_output=True, timeout=PROCESS, check=True)
    assert done.stdout.startswith(b"<?xml")
    assert done.stdout.rstrip().endswith(b"</svg>")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("name", ["svg", "csv", "xlsx"])
def test_standard_output_that_takes_no_more_is_told(name: str) -> None:
    call = [sys.executable, "-m", "explorer", "export", "-", "--format", name]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            call, stdout=full, stderr=subprocess.PIPE, timeout=PROCESS, check=False, text=True
        )
    assert done.returncode == 1
    assert re.fullmatch("detente: Standard output cannot be written: [^\n]*\n", done.stderr)


def test_a_pdf_over_several_pages(export: Callable[..., Path]) -> None:
    pypdf = pytest.importorskip("pypdf")
    out = export("out.pdf", "--preset", "a4", "--pages", "3", "--extent", "1985/1992", "--title", "Gorbachev")
    pages = pypdf.PdfReader(out).pages
    assert len(pages) == 3
    assert "3 of 3" in pages[2].extract_text()
    said = provenance_in(out).citation
    assert "16 of 110 events" in said


def test_the_same_picture_is_the_same_pdf_in_every_process(tmp_path: Path) -> None:
    written: set[bytes] = set()
    for number in range(4):
        out = tmp_path / f"{number}.pdf"
        subprocess.run([sys.executable, "-m", "explorer", "export", str(out)], check=True, timeout=PROCESS)
        written.add(out.read_bytes())
    assert len(written) == 1
