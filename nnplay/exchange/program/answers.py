"""The end of every program: what the network says of the first ten examples, beside what is right."""

from __future__ import annotations

from nnplay.data import BodyMeasuresChoice, Task
from nnplay.exchange.program.text import Line, assign
from nnplay.exchange.program.writing import ANSWERS, AVERAGE, Writing


def answer_lines(writing: Writing, predict: str = "forward({x})", labels: str = "{y}[:10]") -> list[Line]:
    """Statements that print the answers in ``predictions``.

    Parameters
    ----------
    predict
        Expression for the network's outputs as an array, with ``{x}`` for its inputs.
    labels
        Expression for the first ten labels as an array, with ``{y}`` for all of them.
    """
    task, part = writing.project.data.task, writing.judged
    labels = labels.format(y=f"y_{part}")
    answers = "predictions[:10]"
    names = writing.class_names
    lines = writing.comment(ANSWERS)
    if task is Task.MULTICLASS:
        answers += ".argmax(axis=1)"
        labels += ".argmax(axis=1)" if writing.is_one_hot else ""
        if names:
            lines += assign("names", names)
            answers, labels = f"[names[k] for k in {answers}]", f"[names[k] for k in {labels}]"
    elif task is Task.YES_NO:
        answers, labels = f"({answers} >= 0.5).astype(int).ravel()", f"{labels}.astype(int).ravel()"
    elif task is Task.BINARY:
        answers, labels = f"np.where({answers} >= 0, 1, -1).ravel()", f"{labels}.astype(int).ravel()"
    lines += [Line(f"print({answers})"), Line(f"print({labels})")]
    if isinstance(writing.project.data, BodyMeasuresChoice):
        person = 'np.zeros((1, 3), "float32")'
        lines += [
            *writing.comment(AVERAGE),
            Line(f"answer = {predict.format(x=person)}"),
            Line("print(names[answer.argmax()])"),
        ]
    return lines
