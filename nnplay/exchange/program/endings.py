"""What the losses decide at an epoch's end, for the libraries whose loop is written out: a lower rate, or the end."""

from __future__ import annotations

from nnplay.exchange.program.writing import Writing


def start_lines(writing: Writing, *, has_plateau: bool = True) -> list[str]:
    """What ``end_lines`` begins with."""
    lines = []
    if writing.plateau is not None and has_plateau:
        lines.append("lowest, n_waiting, reduction = np.inf, 0, 1.0")
    if writing.project.stop.patience is not None:
        lines.append("best, n_worse = np.inf, 0")
    return lines


def end_lines(writing: Writing, keep: str, bring_back: str, train_loss: str, *, has_plateau: bool = True) -> list[str]:
    """The statements.

    Parameters
    ----------
    keep
        Expression for a copy of all weights.
    bring_back
        Statement that makes ``kept`` the weights again.
    train_loss
        Expression for the loss on the training data as the weights are now.
    has_plateau
        Whether the rate is lowered here.
    """
    rules, plateau = writing.project.stop, writing.plateau
    watched = "test_loss" if writing.has_test else "train_loss"
    lines = []
    if plateau is not None and has_plateau:
        lines += [
            f"if {watched} < lowest - {plateau.min_delta!r}:",
            f"    lowest, n_waiting = {watched}, 0",
            "else:",
            "    n_waiting += 1",
            f"    if n_waiting == {plateau.patience}:",
            f"        n_waiting, reduction = 0, max(reduction * {plateau.rate!r}, {plateau.least!r})",
        ]
    if rules.patience is not None:
        lines += [
            f"if {watched} < best - {rules.min_delta!r}:",
            f"    best, n_worse, kept = {watched}, 0, {keep}",
            "else:",
            "    n_worse += 1",
            f"    if n_worse == {rules.patience}:",
            f"        {bring_back}",
            "        break",
        ]
    if rules.loss_below is not None:
        lines += [f"if {train_loss} < {rules.loss_below!r}:", "    break"]
    return lines
