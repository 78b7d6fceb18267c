"""Rough hands: seeded random events on the whole program, each seed in a process of its own.

``python -m tests.fuzz.gui_actions --seeds 50 --events 2000`` prints a line a seed: what crashed, raised or warned, and
how many events took longer than two seconds. A seed that ended badly is told with its last twenty deeds, and
``--first 118 --seeds 1`` plays it again. Without ``--screen`` no display is needed. When garbage is collected is part
of a seed, but what the threads do is not: what one run finds another may not.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path

_MOST_S_AN_EVENT = 1.5
"""A child that takes longer than this on average hangs."""

_LAST = 20


@dataclass
class Outcome:
    """What became of one seed."""

    seed: int
    events: int = 0
    status: int = 0
    problems: list[str] = field(default_factory=list)
    slow: list[tuple[str, float, float]] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing crashed, raised or warned."""
        return self.status == 0 and not self.problems

    @property
    def line(self) -> str:
        """A line of the table."""
        kinds = collections.Counter(problem.split(":", 1)[0] for problem in self.problems)
        told = ", ".join(f"{n} {kind}" for kind, n in kinds.items()) or "-"
        crash = "-" if self.status == 0 else f"status {self.status}"
        return f"{self.seed:6} {self.events:7} {crash:12} {len(self.slow):5}  {told}"


def play(seed: int, n_events: int, folder: Path) -> Outcome:
    """Play one seed in this process."""
    from nnplay.overrides import guard

    guard()  # as the program does before it imports its window
    from tests.fuzz.gui_play import Play, enter, has_died

    enter(folder)
    from tests.fuzz.gui_deeds import Monkey

    game = Play(seed, folder)
    monkey = Monkey(game)
    while game.n_events < n_events and any(window.isVisible() for window in game.windows):
        try:
            monkey.act()
        except Exception as error:
            if not has_died(error):
                game.note("monkey", traceback.format_exc())
    game.close()
    return Outcome(seed, game.n_events, 0, game.problems, game.slow)


def play_in_child(seed: int, n_events: int, *, is_on_screen: bool) -> Outcome:
    """Play one seed in a child process, and find out how it ended."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "tests.fuzz.gui_actions", "--child", name]
        environment = os.environ if is_on_screen else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        try:
            status = subprocess.run(
                [*command, "--first", str(seed), "--events", str(n_events)],
                cwd=Path(__file__).parents[2],
                env=environment,
                capture_output=True,
                timeout=120 + _MOST_S_AN_EVENT * n_events,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            status = -1
        log = (
            (folder / "log.txt").read_text(encoding="utf-8", errors="replace") if (folder / "log.txt").exists() else ""
        )
        deeds = [line for line in log.splitlines() if line[:1].isdigit()]
        result = folder / "result.json"
        if result.exists():
            outcome = Outcome(**json.loads(result.read_text(encoding="utf-8")))
            outcome.status = status
        else:
            outcome = Outcome(
                seed, len(deeds), status or 1, [line[4:] for line in log.splitlines() if line[:3] == "!!!"]
            )
        if not outcome.is_clean:
            trace = log[log.find("Fatal Python error") :][:1500] if "Fatal Python error" in log else ""
            outcome.last = [*deeds[-_LAST:], trace] if status else deeds[-_LAST:]
        return outcome


def main() -> int:
    """Play the seeds and print the table; the exit status is 1 if anything crashed, raised or warned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50, help="how many")
    parser.add_argument("--first", type=int, default=1, help="the first of them")
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--screen", action="store_true", help="show the windows on the display there is")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        outcome = play(options.first, options.events, Path(options.child))
        Path(options.child, "result.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")
        return 0
    sys.stdout.write("  seed  events crash         slow  problems\n")
    outcomes = []
    for seed in range(options.first, options.first + options.seeds):
        outcomes.append(outcome := play_in_child(seed, options.events, is_on_screen=options.screen))
        told = [*map(str, outcome.slow), *dict.fromkeys(outcome.problems), *outcome.last]
        sys.stdout.write(
            "\n".join([outcome.line, *("         " + each.replace("\n", "\n         ") for each in told)]) + "\n"
        )
        sys.stdout.flush()
    bad = sum(not outcome.is_clean for outcome in outcomes)
    n_events, n_slow = (
        sum(values) for values in zip(*((each.events, len(each.slow)) for each in outcomes), strict=True)
    )
    sys.stdout.write(f"{n_events} events, {bad} of {len(outcomes)} seeds with problems, {n_slow} events over 2 s\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
