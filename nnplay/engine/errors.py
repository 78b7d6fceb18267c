"""Typed errors whose sentences are written for people: what is wrong, where, and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite


def QT_TRANSLATE_NOOP(context: str, text: str, disambiguation: None = None, n: int = -1) -> str:
    """Mark a literal for translation and return it unchanged; any number ``n`` marks one that has plurals.

    The engine does not use Qt, but its sentences are shown by a program that does. Qt's string extractor recognises
    this name everywhere, so the literals end up in the translation files.
    """
    return text


@dataclass(frozen=True)
class Phrase:
    """A few translated words that stand alone or inside a sentence, such as a neuron's name.

    Attributes
    ----------
    template
        English words with ``{named}`` fields; also the key of their translation (context ``errors``).
    values
        What the fields stand for; they may be phrases again.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the words in the language of ``translate``, which is given templates; phrases inside are, too."""
        return _filled(self.template, self.values, translate)


class NnplayError(Exception):
    """Base of every error that a person may read.

    Parameters
    ----------
    template
        English sentence with ``{named}`` fields; it is also the key of its translation (context ``errors``).
    **values
        What the fields stand for.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language of ``translate``, which is given templates; reasons in it are, too."""
        return _filled(self.template, self.values, translate)


def _filled(template: str, values: Mapping[str, object], translate: Callable[[str], str]) -> str:
    return translate(template).format(**{name: _shown(each, translate) for name, each in values.items()})


def _shown(value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, NnplayError | Phrase):
        return value.sentence(translate)
    if isinstance(value, list):
        return ", ".join(str(_shown(item, translate)) for item in value)
    return value


class SettingError(NnplayError):
    """A number or a name in a description is not allowed."""


class ShapeError(NnplayError):
    """Two shapes that must agree do not."""


class GraphError(NnplayError):
    """The layers do not form one acyclic graph from one input to one output."""


class PlaceholderError(NnplayError):
    """A network with a placeholder is asked for what comes after it."""


class DataError(NnplayError):
    """Examples that a network cannot learn from."""


class DamagedError(NnplayError, ValueError):
    """The reason why a file is damaged, for the sentence that names the file."""


class TrainingDivergedError(NnplayError):
    """The loss is no longer finite, or a weight has grown without bound; the network holds its last good parameters.

    Attributes
    ----------
    step
        The step, counted from 1, in which it happened, or the last one before a runaway weight was found.
    epoch
        The epoch, counted from 1, in which it happened.
    loss
        The loss of that step: infinite or NaN, or finite where weights ran away behind saturated neurons.
    layer
        Name of the first layer whose output was not finite (or of the output layer), or whose weights ran away.
    """

    def __init__(self, *, step: int, epoch: int, loss: float, layer: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "errors",
                "Training stopped: by step {step} (epoch {epoch}) weights of the layer “{layer}” had grown without"
                " bound. The last good weights are kept; try a lower learning rate.",
            )
            if isfinite(loss)
            else QT_TRANSLATE_NOOP(
                "errors",
                "Training stopped: the loss became infinite at step {step} (epoch {epoch}), first in the layer"
                " “{layer}”. The last good weights are kept; try a lower learning rate.",
            ),
            step=step,
            epoch=epoch,
            layer=layer,
        )
        self.step = step
        self.epoch = epoch
        self.loss = loss
        self.layer = layer


class UnexpectedError(NnplayError):
    """Work failed for an unexpected reason; the log has the details."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("errors", "The work was stopped by an unexpected error ({kind}: {reason})."),
            kind=type(error).__name__,
            reason=error,
        )
