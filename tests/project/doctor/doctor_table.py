"""How well the training doctor tells: ``python -m tests.project.doctor.doctor_table [SHARE [FIRST_SEED]]``.

Trains every case of ``cases``, lets the doctor look four times, and prints what it said of what was there, with the
sensitivity and the false alarms of each rule.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from nnplay.engine import Network, Trainer, TrainingDivergedError
from nnplay.project import History
from nnplay.project.doctor import RULES, examine, measure
from nnplay.runs import score
from tests.project.doctor.cases import HEALTH, Case, all_cases, fresh_points

LOOKS = (0.1, 0.3, 0.6, 1.0)
"""Shares of a run after which the doctor looks."""

MEMORIZED, SOUND = 0.08, 0.03
"""How much better the training examples than fresh points must be answered to count as overfitting, and at most as
health; as a share of all answers, or of the loss of a constant answer where there are no classes."""

_LEARNED = 0.5
"""Health: the loss is below this share of that of a constant answer."""

_STOPS_LEARNING = ("rate_too_high", "rate_too_low", "no_progress", "steps_without_slope", "dead_units")
_WELL = 0.95
"""Ailments that keep a network from learning, and the accuracy of one that has learned."""

NEITHER = "neither"


@dataclass(frozen=True)
class Finding:
    """What was there, what the doctor said at the end, and, of a healthy run, all that it said on the way."""

    ailment: str
    last: tuple[str, ...]
    alarms: frozenset[str]


def look(case: Case) -> Finding:
    """Train a case and let the doctor look."""
    project, dataset = case.project, case.dataset
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(project.seeds.shuffle))
    loss = project.training.loss
    points, said, alarms = [score(network, dataset, loss)], [()], set()
    diverged: TrainingDivergedError | None = None
    looks = {max(1, round(share * case.n_epochs)) for share in LOOKS}
    for epoch in range(1, case.n_epochs + 1):
        earlier, before = network.parameters.copy(), trainer.step
        try:
            while trainer.epoch < epoch:
                trainer.advance(100)
        except TrainingDivergedError as error:
            diverged = error
        points.append(score(network, dataset, loss))
        if epoch in looks or diverged is not None:
            history = _history(points, trainer.step)
            n_steps = max(1, trainer.step - before)
            parameters = network.parameters.copy()
            evidence = measure(
                project, dataset, history, parameters, earlier=earlier, n_steps=n_steps, diverged=diverged
            )
            said.append(tuple(diagnosis.rule for diagnosis in examine(evidence)))
            is_sound = _gap(case, network)[0] <= SOUND  # it may be so at the end, but not yet
            alarms |= {rule for rule in said[-1] if rule != "overfitting" or is_sound}
        if diverged is not None:
            break
    gap, learned = _gap(case, network)
    ailment = case.ailment
    if ailment == "overfitting" and gap < MEMORIZED:
        ailment = HEALTH if gap <= SOUND and learned else NEITHER
    if ailment == HEALTH and (gap > SOUND or not learned):
        ailment = NEITHER
    if ailment in _STOPS_LEARNING and learned and (points[-1].train_accuracy or 0) > _WELL:
        ailment = NEITHER  # it has learned in spite of it
    return Finding(ailment, said[-1], frozenset(alarms))


def _history(points: list, step: int) -> History:
    def column(name: str) -> np.ndarray:
        values = [getattr(point, name) for point in points]
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    epochs = np.arange(float(len(points)))
    names = ("train_loss", "test_loss", "train_accuracy", "test_accuracy")
    return History(epochs, *(column(name) for name in names), step=step)


def _gap(case: Case, network: Network) -> tuple[float, bool]:
    """Return how much worse fresh points are answered, and whether the training examples are answered well."""
    fresh = fresh_points(case)
    loss, train = case.project.training.loss, case.dataset.train
    mine = network.evaluate(train, loss)
    constant = constant_loss(case)
    learned = mine.loss < _LEARNED * constant
    if fresh is None:
        return 0.0, learned
    theirs = network.evaluate(fresh, loss)
    if mine.accuracy is None or theirs.accuracy is None:
        return (theirs.loss - mine.loss) / constant, learned
    return mine.accuracy - theirs.accuracy, learned


def constant_loss(case: Case) -> float:
    """The loss of always giving the mean answer."""
    from nnplay.project.doctor.measuring import measure as evidence_of

    return evidence_of(case.project, case.dataset, case.project.history, case.project.parameters).constant_loss


def main(share: float = 1.0, first_seed: int = 0) -> int:
    """Print the table; the exit status says whether both aims are met."""
    findings = [look(case) for case in all_cases(share, first_seed)]
    rules = [rule.__name__ for rule in RULES]
    first: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        first[finding.ailment][finding.last[0] if finding.last else HEALTH] += 1
    columns = [*rules, HEALTH]
    print(f"{len(findings)} runs. Rows: what was there. Columns: what the doctor named first at the end.\n")
    print(" " * 22 + " ".join(f"{number:>3}" for number in range(1, len(columns) + 1)))
    for ailment in (*rules, HEALTH, NEITHER):
        if first[ailment]:
            cells = " ".join(f"{first[ailment][name] or '·':>3}" for name in columns)
            print(f"{ailment:<22}{cells}")
    print("\n" + "\n".join(f"{number:>3} {name}" for number, name in enumerate(columns, 1)))
    return 0 if _print_scores(findings, rules) else 1


def _print_scores(findings: list[Finding], rules: list[str]) -> bool:
    well = [finding for finding in findings if finding.ailment == HEALTH]
    print(
        f"\n{'rule':<22}{'found':>12}{'sensitivity':>13}{'false alarms':>14}  (of {len(well)} healthy runs, any look)"
    )
    found_all = ill_all = 0
    is_met = True
    for rule in rules:
        ill = [finding for finding in findings if finding.ailment == rule]
        found = sum(rule in finding.last for finding in ill)
        alarms = sum(rule in finding.alarms for finding in well)
        found_all, ill_all = found_all + found, ill_all + len(ill)
        sensitivity = found / len(ill) if ill else float("nan")
        is_met = is_met and sensitivity >= 0.95 and alarms <= 0.02 * len(well)
        print(f"{rule:<22}{found:>5} of {len(ill):<3}{sensitivity:>13.1%}{alarms / max(1, len(well)):>14.1%}")
    alarmed = sum(bool(finding.alarms) for finding in well)
    print(f"{'all':<22}{found_all:>5} of {ill_all:<3}{found_all / ill_all:>13.1%}{alarmed / len(well):>14.1%}")
    return is_met and alarmed <= 0.02 * len(well)


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(float(words[0]) if words else 1.0, int(words[1]) if len(words) > 1 else 0))
