"""The controls of the export dialog that a Figure comes from: extent, size, look and words."""

from dataclasses import replace
from typing import Final, Literal, cast

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from explorer.domain.figure import MM_PER_INCH, PRESETS, Figure, Preset
from explorer.domain.index import EventIndex
from explorer.domain.tongue import mark, translate
from explorer.formats import Format
from explorer.ui.exporting.fields import Choice, ExtentField, Form, Length, Listed, switch, whole_number
from explorer.ui.plain import Label, set_tip

#: What the list of sizes says of one that is none of its own.
_OWN_SIZE: Final = mark("Export", "Custom")
#: Formats whose pictures can have several pages.
_PAGED: Final = frozenset({"pdf"})
#: What a dot per inch and the letters' size may be.
_DPI: Final = (36, 2400)
_TEXT: Final = (30, 400)

_SWITCHES: Final = (
    ("has_legend", mark("Export", "&Legend"), mark("Export", "What shapes and colours mean")),
    (
        "has_headers",
        mark("Export", "Lane &headers"),
        mark("Export", "The name and count of each lane at its left"),
    ),
    ("has_overview", mark("Export", "&Overview"), mark("Export", "Where in all of time the picture lies")),
    (
        "has_credits",
        mark("Export", "Small pri&nt"),
        mark("Export", "Filter, count, dates, database and how to cite, beneath the picture"),
    ),
    (
        "is_transparent",
        mark("Export", "Transparent &ground"),
        mark("Export", "No paper behind the picture: whatever it is laid on shows"),
    ),
)


class PictureControls(QObject):
    """Rows of a form that edit a Figure; `changed` follows each edit.

    `window_size` is the timeline's in pixels of the screen, offered as one of the sizes.
    """

    changed = Signal()

    def __init__(self, form: Form, index: EventIndex, window_size: tuple[int, int]) -> None:
        super().__init__(form)
        self._form = form
        width, height = window_size
        self.presets = (
            Preset("window", mark("Figure", "Like the window"), 2.0 * width, 2.0 * height, "px", 192.0),
            *PRESETS,
        )
        self._rows: list[QWidget] = []
        self.extent = ExtentField(index)
        self.extent.choice.setAccessibleName(translate("Export", "Extent of the picture"))
        self._rows.append(form.row(translate("Export", "E&xtent"), self.extent))
        self._rows.append(form.heading(translate("Export", "Size")))
        self._build_size()
        self._rows.append(form.heading(translate("Export", "Look")))
        self._build_look()
        self._rows.append(form.heading(translate("Export", "Words")))
        self.title = self._line(
            translate("Export", "Title of the picture"),
            translate("Export", "Above the picture; empty for none"),
        )
        self._rows.append(form.row(translate("Export", "T&itle"), self.title))
        self.caption = self._line(
            translate("Export", "Caption of the picture"),
            translate("Export", "A sentence beneath the title; empty for none"),
        )
        self._rows.append(form.row(translate("Export", "&Caption"), self.caption))
        self.extent.changed.connect(self.changed)

    def _build_size(self) -> None:
        form = self._form
        self.size = Listed(
            translate("Export", "Size"),
            translate("Export", "A size for a purpose, with the letters' size that goes with it"),
        )
        for preset in self.presets:
            self.size.addItem(preset.description, preset)
        self.size.addItem(translate("Export", _OWN_SIZE))
        self.size.activated.connect(self._take_preset)
        self._rows.append(form.row(translate("Export", "&Size"), self.size))
        self.width = Length(translate("Export", "Width"), translate("Export", "How wide the picture is"))
        self.height = Length(translate("Export", "Height"), translate("Export", "How high the picture is"))
        self.unit = Choice(
            translate("Export", "Unit"),
            {"px": "px", "mm": "mm"},
            {"px": translate("Export", "Pixels"), "mm": translate("Export", "Millimetres")},
            is_row=True,
        )
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.width, 1)
        row.addWidget(Label("×"))
        row.addWidget(self.height, 1)
        row.addWidget(self.unit)
        self._rows.append(form.row(translate("Export", "&Width, height"), both, self.width))
        self.dpi = whole_number(
            translate("Export", "Resolution"),
            *_DPI,
            "dpi",
            translate("Export", "Dots to the inch: how fine the picture is"),
        )
        self._rows.append(form.row(translate("Export", "&Resolution"), self.dpi))
        self.pages = whole_number(
            translate("Export", "Pages"),
            1,
            100,
            "",
            translate("Export", "Over how many pages, side by side, the time is split"),
        )
        self._rows.append(form.row(translate("Export", "P&ages"), self.pages))
        for field in (self.width, self.height):
            field.valueChanged.connect(self._edited_size)
        self.unit.picked.connect(self._turn_unit)
        self.dpi.valueChanged.connect(self._edited_size)
        self.pages.valueChanged.connect(self.changed)
        self._unit: Literal["px", "mm"] = "px"

    def _build_look(self) -> None:
        form = self._form
        self.theme = Choice(
            translate("Export", "Theme"),
            {"light": translate("Export", "Light"), "dark": translate("Export", "Dark")},
            {
                "light": translate("Export", "Dark ink on white"),
                "dark": translate("Export", "Light ink on a dark ground"),
            },
        )
        self.theme.picked.connect(self.changed)
        self._rows.append(form.row(translate("Export", "The&me"), self.theme))
        self.text = whole_number(
            translate("Export", "Size of the text"),
            *_TEXT,
            "%",
            translate("Export", "How large letters and marks are drawn"),
        )
        self.text.setSingleStep(10)
        self.text.valueChanged.connect(self._edited_size)
        self._rows.append(form.row(translate("Export", "Text si&ze"), self.text))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        self.switches = {
            name: switch(translate("Export", text), translate("Export", tip)) for name, text, tip in _SWITCHES
        }
        self.stars = switch(
            translate("Export", "M&y stars"),
            translate("Export", "The stars that you have put on events, which nobody else sees otherwise"),
        )
        for place, made in enumerate((*self.switches.values(), self.stars)):
            grid.addWidget(made, place // 2, place % 2)
            made.toggled.connect(self.changed)
        self._rows.append(form.whole(body))

    def _line(self, name: str, tip: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        set_tip(made, tip)
        made.setMaxLength(1000)
        made.textChanged.connect(self.changed)
        return made

    # What is chosen

    def show_for(self, chosen: Format) -> None:
        """Show the rows that mean something to a format."""
        for row in self._rows:
            self._form.show_row(row, chosen.kind == "picture")
        self._form.show_row(self.pages, chosen.name in _PAGED)

    def figure(self, chosen: Format) -> Figure:
        """The figure as it is edited, for a format. Raises ExplorerError where none can be made so."""
        return Figure(
            width=self.width.value(),
            height=self.height.value(),
            unit=self._unit,
            dpi=float(self.dpi.value()),
            extent=self.extent.value,
            theme=self.theme.value,
            title=" ".join(self.title.text().split()),
            caption=" ".join(self.caption.text().split()),
            text_scale=self.text.value() / 100,
            pages=self.pages.value() if chosen.name in _PAGED else 1,
            **{name: made.isChecked() for name, made in self.switches.items()},
        ).checked()

    def usual(self, theme: str) -> Figure:
        """The figure to begin with: what the window shows, as large as it does."""
        preset = self.presets[0]
        return Figure(width=preset.width, height=preset.height, unit=preset.unit, dpi=preset.dpi, theme=theme)

    def show_figure(self, figure: Figure) -> None:
        """Put a figure into the controls, silently."""
        with QSignalBlocker(self):
            self._show_size(figure)
            self.extent.set_value(figure.extent)
            self.theme.set_value(figure.theme)
            self.title.setText(figure.title)
            self.caption.setText(figure.caption)
            self.pages.setValue(figure.pages)
            for name, made in self.switches.items():
                made.setChecked(getattr(figure, name))

    def _show_size(self, figure: Figure) -> None:
        with QSignalBlocker(self):
            self._unit = figure.unit
            self.unit.set_value(figure.unit)
            for field, length in ((self.width, figure.width), (self.height, figure.height)):
                field.show_unit(figure.unit)
                field.setValue(length)
            self.dpi.setValue(round(figure.dpi))
            self.text.setValue(round(figure.text_scale * 100))
        self._name_size()

    def _take_preset(self, place: int) -> None:
        preset = cast("Preset | None", self.size.itemData(place))
        if preset is not None:
            usual = Figure(width=preset.width, height=preset.height, unit=preset.unit, dpi=preset.dpi)
            self._show_size(replace(usual, text_scale=preset.text_scale))
            self.changed.emit()

    def _turn_unit(self, unit: str) -> None:
        """Write the same size in another unit."""
        if unit == self._unit:
            return
        by = MM_PER_INCH / self.dpi.value()
        factor = by if unit == "mm" else 1 / by
        self._unit = cast('Literal["px", "mm"]', unit)
        for field in (self.width, self.height):
            with QSignalBlocker(field):
                length = field.value() * factor
                field.show_unit(unit)
                field.setValue(length)
        self._edited_size()

    def _edited_size(self, _: object = None) -> None:
        self._name_size()
        self.changed.emit()

    def _name_size(self) -> None:
        """Name the preset that the numbers are, or say that they are nobody's."""
        now = (self.width.value(), self.height.value(), self._unit, self.dpi.value(), self.text.value())
        place = len(self.presets)
        for number, one in enumerate(self.presets):
            if now == (one.width, one.height, one.unit, round(one.dpi), round(one.text_scale * 100)):
                place = number
                break
        self.size.setCurrentIndex(place)
