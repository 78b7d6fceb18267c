"""What the decision map asks: the values of a network's output, or of one neuron, all over a plane."""

from __future__ import annotations

from dataclasses import dataclass
from time import thread_time

from nnplay.data import Dataset
from nnplay.engine import Part
from nnplay.panels.map.data_points import Assess, points_on
from nnplay.panels.map.map_frame import Points, ValueRange
from nnplay.panels.map.plane_source import Floats, PlaneSource
from nnplay.panels.map.sampling import label_range, plane_range


@dataclass(frozen=True)
class PlaneSubject:
    """What the map shows. An answer for another subject is out of date; one with older weights is not.

    Attributes
    ----------
    source
        The network and its plane; compared by identity.
    dataset
        The data; None while there are none. Compared by identity.
    neuron
        The neuron that is shown; None for the network's output.
    parts
        The parts of the data whose points are drawn.
    sizes_by_loss
        Whether points are as large as their losses.
    """

    source: PlaneSource
    dataset: Dataset | None
    neuron: Part | None
    parts: tuple[str, ...]
    sizes_by_loss: bool


@dataclass(frozen=True, eq=False)
class PlaneAnswer:
    """Values over the plane.

    Attributes
    ----------
    subject
        What was asked about.
    planes
        (k, n, n): one plane, or one for each of several classes.
    value_range
        The values with the full colours.
    points
        The data points where their sizes depend on the weights; otherwise None.
    seconds
        CPU time that the answer took.
    """

    subject: PlaneSubject
    planes: Floats
    value_range: ValueRange
    points: tuple[Points, ...] | None
    seconds: float


def compute_planes(subject: PlaneSubject, parameters: Floats, muted: tuple[Part, ...], assess: Assess) -> PlaneAnswer:
    """Compute the planes of a subject; called in the thread that answers questions.

    Parameters
    ----------
    subject
        What is shown.
    parameters
        (n_parameters,) the network's weights.
    muted
        Its muted parts.
    assess
        Measures the losses of examples with these weights.
    """
    start = thread_time()
    source, dataset, neuron = subject.source, subject.dataset, subject.neuron
    output = source.network.output.name
    node = output if neuron is None else neuron.node
    planes = source.planes(node, parameters, muted)
    # Copied, because the array may belong to the source, and only what is shown, because a layer can have thousands.
    planes = planes.copy() if neuron is None else planes[neuron.unit or 0][None].copy()
    value_range = label_range(dataset) if node == output else plane_range(planes)
    points = points_on(source, dataset, subject.parts, assess) if subject.sizes_by_loss else None
    return PlaneAnswer(subject, planes, value_range, points, thread_time() - start)
