"""StructureEdits: every change of the network's graph from the canvas, as a named, undoable edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal

from nnplay.appearance import metrics
from nnplay.canvas.navigation.chain_layout import Slot
from nnplay.document import Document, EditName
from nnplay.engine import Layer, NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import EditError, Project, edits, fragments, graph_edits, layout
from nnplay.project.graph_edits import Join
from nnplay.project.kept_weights import is_at_start, kept_weights
from nnplay.project.layout import n_rows_of
from nnplay.project.locks import check as check_locks
from nnplay.project.templates import apply_template, leave_ends

Places = Mapping[str, tuple[float, float]]


class StructureEdits(QObject):
    """The canvas's access to layers and links; a refused edit is reported and changes nothing.

    Signals
    -------
    weights_kept(KeptWeights) : an edit of a trained network has kept only some of its weights.
    more_removed(tuple[str, ...]) : these layers have gone along with what was removed, since nothing is left for them
        to join or to lead to.
    """

    weights_kept = Signal(object)
    more_removed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    @property
    def project(self) -> Project:
        """The current project."""
        return self._document.project

    def refusal(self, layer: Layer, slot: Slot) -> NnplayError | None:
        """Return why a layer cannot go into a slot, or None if it can."""
        return self._refusal(lambda project: _inserted(project, layer, slot))

    def exchange_refusal(self, name: str, layer: Layer) -> NnplayError | None:
        """Return why a layer cannot replace another, or None if it can."""
        return self._refusal(lambda project: graph_edits.exchange_layer(project, name, layer))

    def joins(self, source: str, target: str) -> dict[Join | None, EditError | None]:
        """Return the ways to draw a link, see ``graph_edits.joins``."""
        return graph_edits.joins(self.project, source, target)

    def insert(self, layer: Layer, slot: Slot, at: tuple[float, float] | None = None) -> bool:
        """Insert a new layer into a slot; ``at`` is the position of its card if cards have been moved manually."""
        usual = None if at is None else _usual({"": at})[""]
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Insert Layer")), lambda project: _inserted(project, layer, slot, usual)
        )

    def exchange(self, name: str, layer: Layer) -> bool:
        """Replace a layer with another."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Replace Layer")),
            lambda project: graph_edits.exchange_layer(project, name, layer),
        )

    def remove(self, names: Collection[str]) -> bool:
        """Remove layers and close the gap."""
        text = (
            EditName(QT_TRANSLATE_NOOP("steps", "Remove Layer"))
            if len(names) == 1
            else EditName(QT_TRANSLATE_NOOP("steps", "Remove Layers"))
        )
        return self._remove(text, names, lambda project: edits.remove_layers(project, names))

    def remove_all(self) -> bool:
        """Remove all layers but the input and the output."""
        return self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Remove Layers")), leave_ends)

    def reorder(self, name: str, slot: Slot) -> bool:
        """Move a layer to another slot of the chain."""

        def edit(project: Project) -> Project:
            return _tidied(_moved(project, name, slot), n_rows_of(project.network, project.positions) or 1)

        return self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Move Layer")), edit)

    def move(self, positions: Places) -> bool:
        """Move cards; the network does not change."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Move Layer")),
            lambda project: edits.move_layers(project, _usual(positions)),
        )

    def tidy(self) -> bool:
        """Put all cards back in a row."""
        return self._perform(EditName(QT_TRANSLATE_NOOP("steps", "Tidy Layout")), _tidied)

    def lay_out_in_rows(self, n_rows: int) -> bool:
        """Put all cards in rows, one below the other."""
        name = EditName(QT_TRANSLATE_NOOP("steps", "Lay Out in Rows"))
        return self._perform(name, lambda project: _tidied(project, n_rows))

    def align(self, positions: Places) -> bool:
        """Align cards."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Align Layers")),
            lambda project: edits.move_layers(project, _usual(positions)),
        )

    def connect_layers(self, source: str, target: str, join: Join | None) -> bool:
        """Draw a link."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Draw Link")),
            lambda project: graph_edits.connect(project, source, target, join),
        )

    def disconnect_layers(self, source: str, target: str) -> bool:
        """Remove a link."""
        text = EditName(QT_TRANSLATE_NOOP("steps", "Remove Link"))
        return self._remove(text, (), lambda project: graph_edits.disconnect(project, source, target))

    def skip(self, name: str, *, is_skipped: bool) -> bool:
        """Skip a layer, or use it again."""
        text = (
            EditName(QT_TRANSLATE_NOOP("steps", "Skip Layer"))
            if is_skipped
            else EditName(QT_TRANSLATE_NOOP("steps", "Use Layer Again"))
        )
        return self._perform(text, lambda project: graph_edits.skip_layer(project, name, is_skipped))

    def try_skip(self, name: str, *, is_skipped: bool) -> NnplayError | None:
        """Do the same as ``skip``; return why not, if the network needs the layer."""
        error = self._refusal(lambda project: graph_edits.skip_layer(project, name, is_skipped))
        if error is None:
            self.skip(name, is_skipped=is_skipped)
        return error

    def copy(self, names: Collection[str]) -> str | None:
        """Return layers as text; None, with a report, if there is nothing to copy."""
        try:
            return fragments.copied(self.project, names)
        except NnplayError as error:
            self._document.report(error)
            return None

    def cut(self, names: Collection[str]) -> bool:
        """Remove layers that have just been copied."""
        return self._remove(
            EditName(QT_TRANSLATE_NOOP("steps", "Cut Layers")),
            names,
            lambda project: edits.remove_layers(project, names),
        )

    def paste(self, text: str, after: str) -> tuple[str, ...]:
        """Insert copied layers after a layer; return their names, or none if they do not fit."""
        return self._pasted(EditName(QT_TRANSLATE_NOOP("steps", "Paste Layers")), text, after)

    def duplicate(self, names: Collection[str], after: str) -> tuple[str, ...]:
        """Insert a copy of layers after a layer; return the names of the copies."""
        text = self.copy(names)
        return (
            () if text is None else self._pasted(EditName(QT_TRANSLATE_NOOP("steps", "Duplicate Layers")), text, after)
        )

    def apply_template(self, name: str) -> bool:
        """Start again with the network of a template."""
        return self._perform(
            EditName(QT_TRANSLATE_NOOP("steps", "New from Template")), lambda project: apply_template(project, name)
        )

    def _pasted(self, text: EditName, content: str, after: str) -> tuple[str, ...]:
        before = self.project.network.shapes
        self._perform(text, lambda project: fragments.paste(project, content, after))
        return tuple(name for name in self.project.network.shapes if name not in before)

    def _refusal(self, edit: Callable[[Project], Project]) -> NnplayError | None:
        try:
            check_locks(self.project, edit(self.project))
        except NnplayError as error:
            return error
        return None

    def _remove(self, text: EditName, names: Collection[str], edit: Callable[[Project], Project]) -> bool:
        before = self.project.network.shapes
        is_done = self._perform(text, edit)
        more = tuple(name for name in before if name not in self.project.network.shapes and name not in names)
        if is_done and more:
            self.more_removed.emit(more)
        return is_done

    def _perform(self, text: EditName, edit: Callable[[Project], Project]) -> bool:
        before = self.project

        def settled_edit(project: Project) -> Project:
            nonlocal before  # if the edit ends a run, the weights have changed
            before = project
            return _settled(project, edit(project))

        try:
            self._document.perform(text, settled_edit)
        except NnplayError as error:
            self._document.report(error)
            return False
        after = self.project
        if after.network is not before.network and after.history is before.history and not is_at_start(before):
            kept = kept_weights(before, after)
            if kept.is_worth_saying:
                self.weights_kept.emit(kept)
        return True


def _usual(places: Places) -> Places:
    """Return positions for the normal text size: projects store these, whatever the user's text size."""
    grown = metrics.text_scale()
    return {name: (x / grown, y / grown) for name, (x, y) in places.items()}


def _inserted(project: Project, layer: Layer, slot: Slot, at: tuple[float, float] | None = None) -> Project:
    if slot.before is None:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A network starts with its input. Place the layer to the right of it.")
        )
    is_merge = layer.n_inputs[0] > 1
    if slot.link is None and is_merge:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "{kind} joins two layers. Place it on a link between layers."), kind=layer.kind
        )
    if slot.link is None:
        return edits.insert_layer(project, layer, after=slot.before, position=at)
    if is_merge:
        return graph_edits.insert_merge(project, layer, slot.link, at)
    return edits.insert_layer(project, layer, between=slot.link, position=at)


def _moved(project: Project, name: str, slot: Slot) -> Project:
    if slot.before is None:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A network starts with its input. Place the layer to the right of it.")
        )
    return graph_edits.move_layer(project, name, slot.before, slot.after)


def _tidied(project: Project, n_rows: int = 1) -> Project:
    """Return the project with no card moved; the canvas then puts them side by side, in rows."""
    return edits.move_layers(project, layout(project.network, n_rows))


def _settled(before: Project, after: Project) -> Project:
    """Return the project after an edit; if no card was moved before, none counts as moved now."""
    n_rows = n_rows_of(before.network, before.positions)
    return after if after.network is before.network or n_rows is None else _tidied(after, n_rows)
