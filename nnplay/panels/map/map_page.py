"""MapPage: the decision map with its switches and a line that shows the value under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.accessible import say
from nnplay.appearance.data_names import shown_dataset, shown_names
from nnplay.appearance.part_text import part_title
from nnplay.asking import Example, Origin
from nnplay.panels.map.asked_point import AskedPoint, Parts, nearest
from nnplay.panels.map.data_points import Assess, points_on
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.input_axes import InputAxes
from nnplay.panels.map.map_frame import Points
from nnplay.panels.map.map_head import MapHead
from nnplay.panels.map.plane_question import PlaneAnswer, PlaneSubject
from nnplay.panels.map.plane_source import Place, PlaneSource
from nnplay.panels.map.point_tools import PointTools, Tool
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from nnplay.data import DataChoice, Dataset
    from nnplay.project import Project


class MapPage(QWidget):
    """Shows a subject as soon as its values are computed.

    Attributes
    ----------
    map, head, point, axes, tools
        Its parts, from top to bottom. The tools are visible if points can be drawn, otherwise the axes.

    Signals
    -------
    changed
        The values have to be computed or drawn again.
    points_changed
        Other points should be drawn.
    """

    changed = Signal()
    points_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example: Example | None = None
        self._subject: PlaneSubject | None = None
        self._named: Dataset | None = None
        self._framed: PlaneSource | None = None
        self._assess: Assess | None = None
        self._classes: tuple[str, ...] = ()
        self.map = DecisionMap()
        self.map.setAccessibleName(self.tr("Decision map"))
        self.map.setAccessibleDescription(
            self.tr(
                "The output at every point of the plane. The arrow keys read it, Return does what the mouse does there,"
                " and Shift with arrow keys keeps doing it."
            )
        )
        self.head = MapHead()
        self.point = AskedPoint()
        self.axes = InputAxes()
        self.tools = PointTools()
        self._tools_room = QWidget()  # hidden for other subjects, whatever a teacher or the simple view hides
        self._test_box = QCheckBox(self.tr("Show &test data"))
        self._test_box.setToolTip(
            self.tr("Also draw the points that the network does not learn from, with a dark edge")
        )
        self._discrete_box = QCheckBox(self.tr("&Discretize"))
        self._discrete_box.setToolTip(self.tr("Show only which class the output falls into"))
        self._test_box.setObjectName("test_data")
        self._discrete_box.setObjectName("discretize")
        self._lay_out()
        self.map.pointed.connect(self._show_reading)
        self.axes.changed.connect(self.changed)
        self._discrete_box.toggled.connect(self.changed)
        self._test_box.toggled.connect(self.points_changed)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the data whose points are drawn."""
        return ("train", "test") if self._test_box.isChecked() else ("train",)

    @property
    def is_drawing(self) -> bool:
        """Whether the mouse changes points, instead of looking at them."""
        return self.tools.isVisibleTo(self) and self.tools.tool is not Tool.LOOK

    def show_subject(self, subject: PlaneSubject, data: DataChoice, assess: Assess, *, has_new_points: bool) -> None:
        """Get ready for a subject.

        What is drawn stays until the answer comes, so that axes, points and values of another plane change together;
        in the same plane, points move at once.

        Parameters
        ----------
        subject
            What is shown from now on.
        data
            The choice of its data, which knows the names of their classes.
        assess
            Measures examples with the newest weights.
        has_new_points
            Whether the points differ from those that are drawn.
        """
        self._subject, self._assess = subject, assess
        self._named = None if subject.dataset is None else shown_dataset(data, subject.dataset)
        can_draw = subject.source.can_draw
        self._tools_room.setVisible(can_draw)
        self.axes.setVisible(not can_draw)
        if can_draw and subject.dataset is not None:
            self.tools.show_dataset(subject.dataset)
        is_framed = self._framed is None or self._framed is subject.source
        if is_framed and has_new_points and not subject.sizes_by_loss:
            self._show_frame(subject, points_on(subject.source, subject.dataset, subject.parts, None))

    def show_answer(self, answer: PlaneAnswer, project: Project) -> None:
        """Show the values of the subject, with the names that a project gives to neurons and classes."""
        subject, dataset = answer.subject, answer.subject.dataset
        self._classes = shown_names(project.data, dataset.classes if dataset else project.data.class_names)
        if answer.points is not None:
            self._show_frame(subject, answer.points)
        elif self._framed is not subject.source:
            self._show_frame(subject, points_on(subject.source, dataset, subject.parts, None))
        is_discrete = self._discrete_box.isChecked()
        if len(answer.planes) > 1:
            self.map.set_class_planes(answer.planes, self._classes, is_discrete)
        else:
            self.map.set_plane(answer.planes[0], answer.value_range, is_discrete)
        neuron = subject.neuron
        self.head.name.setText(self.tr("Network output") if neuron is None else part_title(project, neuron))
        self._show_asked()
        self._show_reading(self.map.place)

    def example_at(self, place: Place) -> Origin | None:
        """Return the example at a position of the map; None if there is none."""
        return nearest(self._places(), place)

    def show_example(self, example: Example | None) -> None:
        """Mark the example that is asked about, and show the network's answer to it."""
        self._example = example
        self._show_asked()

    def _show_asked(self) -> None:
        subject, dataset, example = self._subject, self._named, self._example
        if subject is None or dataset is None or self._assess is None or not _fits(example, dataset):
            self.map.follow(None)
            self.point.hide()
            return
        place = subject.source.place_of(example)
        self.point.show_answer(dataset, example, self._assess, subject.source.worth(place))
        self.map.follow(place)

    def _places(self) -> Parts:
        """Return the positions of the drawn examples, by the name of their part of the data."""
        subject = self._subject
        if subject is None or subject.dataset is None:
            return []
        return [(part, subject.source.places(subject.dataset, part)) for part in subject.parts]

    def _show_frame(self, subject: PlaneSubject, points: tuple[Points, ...]) -> None:
        self._framed = subject.source
        self.map.set_axes(subject.source.axes)
        self.map.set_points(*points)

    @Slot(object)
    def _show_reading(self, place: Place | None) -> None:
        value = None if place is None else self.map.value_at(place)
        if place is None or value is None or self._framed is None:
            self.head.reading.setText("")
            return
        x1, x2 = (number_text(number) for number in self._framed.worth(place))
        output, winner = number_text(value), self.map.class_at(place)
        if winner is not None and winner < len(self._classes):
            output = f"{self._classes[winner]}: {output}"
        text = self.tr("({x1}, {x2}) → {value}").format(x1=x1, x2=x2, value=output)
        if text != self.head.reading.text() and self.map.hasFocus():
            say(self.map, text)
        self.head.reading.setText(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addWidget(self.head)
        column.addWidget(self.map, 1)
        column.addWidget(self.point)
        column.addWidget(self.axes)
        column.addLayout(FlowRow(self._test_box, self._discrete_box))
        tools = QHBoxLayout(self._tools_room)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.tools)
        column.addWidget(self._tools_room, 0, Qt.AlignmentFlag.AlignLeft)


def _fits(example: Example | None, dataset: Dataset) -> TypeGuard[Example]:
    """Return whether there is an example, and of the same shape as the data; one of newer data may have another."""
    return example is not None and example.x.shape == dataset.train.x.shape[1:]
