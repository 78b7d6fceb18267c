"""NetworkEdits: every value that the canvas sets, as a named, undoable edit of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from PySide6.QtCore import QObject

from nnplay.canvas.cards import faces
from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.data import PlaneChoice
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project, edits, part_edits, weight_edits

_adjustment_numbers = count()


class Adjustment:
    """A value that is being set: however often it is applied, it is one undo step, and it can be taken back.

    Parameters
    ----------
    text
        Name of the edit, translated.
    ``edit(project, value)``: returns the project with the value.
        ``edit(project, value)``: the project with the value in it.
    """

    def __init__(self, document: Document, text: EditName, edit: Callable[[Project, float], Project]) -> None:
        self._document, self._text, self._edit = document, text, edit
        self._merge_key = f"adjustment {next(_adjustment_numbers)}"
        self._undo_index: int | None = None

    def apply(self, value: float) -> bool:
        """Put a value into the document; return False, after a report, if the document refuses it."""
        is_done = _perform(self._document, self._text, lambda project: self._edit(project, value), self._merge_key)
        if is_done:
            self._undo_index = self._document.undo_stack.index()
        return is_done

    def take_back(self) -> None:
        """Restore the previous value, unless the document has been changed by someone else since."""
        if self._undo_index is not None and self._undo_index == self._document.undo_stack.index():
            self._document.undo()
        self._undo_index = None


class NetworkEdits(QObject):
    """The canvas's access to the document; a refused edit is reported and changes nothing.

    Attributes
    ----------
    structure
        The edits of layers and links.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.structure = StructureEdits(document, self)

    def step_units(self, name: str, step: int) -> bool:
        """Add or remove units of a layer; consecutive steps are one undo step."""
        field, units = self._units(name)
        return self._set_field(
            EditName(QT_TRANSLATE_NOOP("steps", "Change Units")),
            name,
            {field: units + step},
            merge_key=f"units of {name}",
        )

    def set_activation(self, name: str, activation: str) -> bool:
        """Set a layer's activation function."""
        return self._set_field(
            EditName(QT_TRANSLATE_NOOP("steps", "Change Activation")), name, {"activation": activation}
        )

    def try_settings(self, name: str, fields: Mapping[str, object]) -> NnplayError | None:
        """Set some of a layer's settings; return why not, if the network cannot have them."""
        return self._try(
            EditName(QT_TRANSLATE_NOOP("steps", "Change Settings")),
            lambda project: edits.change_layer(project, name, fields),
        )

    def try_rename(self, name: str, new_name: str) -> NnplayError | None:
        """Rename a layer; return why not, if the name is impossible."""
        return self._try(
            EditName(QT_TRANSLATE_NOOP("steps", "Rename Layer")),
            lambda project: edits.rename_layer(project, name, new_name),
        )

    def adjust_units(self, name: str) -> Adjustment:
        """Start to set a layer's units."""
        field, _ = self._units(name)
        return Adjustment(
            self._document,
            EditName(QT_TRANSLATE_NOOP("steps", "Change Units")),
            lambda project, value: edits.change_layer(project, name, {field: int(value)}),
        )

    def adjust_rate(self, name: str) -> Adjustment:
        """Start to set a layer's rate."""
        return Adjustment(
            self._document,
            EditName(QT_TRANSLATE_NOOP("steps", "Change Rate")),
            lambda project, value: edits.change_layer(project, name, {"rate": value}),
        )

    def adjust_number(self, part: Part) -> Adjustment:
        """Start to set a weight, or a neuron's bias."""
        text = (
            EditName(QT_TRANSLATE_NOOP("steps", "Set Weight"))
            if part.unit is None
            else EditName(QT_TRANSLATE_NOOP("steps", "Set Bias"))
        )
        return Adjustment(self._document, text, partial(_set_number, weight=part.number))

    def set_frozen(self, part: Part, is_frozen: bool) -> bool:
        """Exclude a part from training, or include it again."""
        text, edit = (
            (EditName(QT_TRANSLATE_NOOP("steps", "Freeze")), part_edits.freeze)
            if is_frozen
            else (EditName(QT_TRANSLATE_NOOP("steps", "Release")), part_edits.release)
        )
        return self._perform(text, lambda project: edit(project, [part]))

    def set_muted(self, part: Part, is_muted: bool) -> bool:
        """Mute a part of the network, or unmute it."""
        text, edit = (
            (EditName(QT_TRANSLATE_NOOP("steps", "Mute")), part_edits.mute)
            if is_muted
            else (EditName(QT_TRANSLATE_NOOP("steps", "Unmute")), part_edits.unmute)
        )
        return self._perform(text, lambda project: edit(project, [part]))

    def draw_layer(self, name: str, seed: int) -> bool:
        """Draw a layer's weights again with its own initializers."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Redraw Weights")),
            lambda project: weight_edits.draw_layer(project, name, seed),
        )

    def set_initializer(self, name: str, initializer: str) -> bool:
        """Choose a layer's initializer, and draw its weights."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change Initializer")),
            lambda project: weight_edits.set_initializer(project, name, initializer),
        )

    def _units(self, name: str) -> tuple[str, int]:
        """Return the setting for a layer's number of units, and its value."""
        layer = self._document.project.network.node(name).layer
        field = faces.units_field(layer)
        assert field is not None  # called only for layers with units
        return field, getattr(layer, field)

    def _set_field(self, text: EditName, name: str, fields: Mapping[str, object], merge_key: str | None = None) -> bool:
        return self._perform(text, lambda project: edits.change_layer(project, name, fields), merge_key)

    def _try(self, text: EditName, edit: Callable[[Project], Project]) -> NnplayError | None:
        try:
            self._document.perform(text, edit)
        except NnplayError as error:
            return error
        return None

    def _perform(self, text: EditName, edit: Callable[[Project], Project], merge_key: str | None = None) -> bool:
        return _perform(self._document, text, edit, merge_key)


def input_features(project: Project) -> tuple[str, ...]:
    """Return the names of the features of a point in the plane; empty for other data."""
    return project.data.features if isinstance(project.data, PlaneChoice) else ()


def _perform(
    document: Document, text: EditName, edit: Callable[[Project], Project], merge_key: str | None = None
) -> bool:
    try:
        document.perform(text, edit, merge_key)
    except NnplayError as error:
        document.report(error)
        return False
    return True


def _set_number(project: Project, value: float, *, weight: Part) -> Project:
    return edits.set_parameter(project, weight.node, weight.parameter or "", weight.index, value)
