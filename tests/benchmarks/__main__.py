"""``python -m tests.benchmarks``: one table of the engine beside other libraries, measured in turns in one run.

``python -m tests.benchmarks W1 W5`` measures only those; ``W1x64`` and ``W2x64`` are stacks of 64 networks, ``stacks``
shows how their speed grows with their number; ``growth`` prints (and, given a file, draws) the growth curves. Peers
take part where they are installed. NNPLAY_DATA names the folder with MNIST; without it W3 and W4 train on noise.
"""

from __future__ import annotations

import os

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # before NumPy is imported

import argparse  # noqa: E402
from collections.abc import Mapping  # noqa: E402
from pathlib import Path  # noqa: E402

from tests.benchmarks import convolution, digits, growth, memory, planes, small_networks, stacks  # noqa: E402
from tests.benchmarks.timing import interleaved  # noqa: E402

AIMS = {
    "W1": {"PyTorch eager": 18, "scikit-learn": 8, "tutorial NumPy": 3.5},
    "W2": {"PyTorch eager": 13, "scikit-learn": 7},
    "W3": {"PyTorch eager": 1.9, "PyTorch fused Adam": 1.6, "scikit-learn": 1.6, "its matrix products": 1 / 1.7},
    "W4": {"PyTorch eager": 2.0, "PyTorch channels_last": 1.6},
    "W5": {"tutorial NumPy": 1 / 0.3},
    "W5, two of 784": {},
    # TensorFlow Playground takes 1.4 times the steps of a single W1: 7 times those of the single trainer are 5 of its.
    "W1x64": {"single trainer": 8},
    "W2x64": {"single trainer": 3.2},
    "memory": {"PyTorch eager": 5},
}
"""How many times better than each peer the engine has to be (a cost: the peer's divided by the engine's)."""


def report(name: str, unit: str, found: Mapping[str, float], *, is_cost: bool) -> None:
    """Print one workload's lines."""
    print(f"\n{name}, {unit}")
    own = found["nnplay"]
    for contestant, value in found.items():
        ratio = value / own if is_cost else own / value
        aim = AIMS[name].get(contestant)
        verdict = f"aim {aim:5.2f} {'met' if ratio >= aim else 'MISSED'}" if aim else ""
        print(f"  {contestant:<26}{value:>12,.3f}   nnplay is {ratio:6.2f} times as good   {verdict}".rstrip())


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    arguments.add_argument(
        "workloads", nargs="*", help="W1 W2 W3 W4 W5 memory W1x64 W2x64, by default all these; stacks growth"
    )
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--plot", type=Path, metavar="FILE.svg", help="where to draw the growth curves")
    chosen = arguments.parse_args()
    wanted = chosen.workloads or ["W1", "W2", "W3", "W4", "W5", "memory", *stacks.WORKLOADS]
    n = chosen.rounds
    if "W1" in wanted:
        report("W1", "steps a second", interleaved(small_networks.W1.contestants(), n), is_cost=False)
    if "W2" in wanted:
        report("W2", "steps a second", interleaved(small_networks.W2.contestants(), n), is_cost=False)
    if "W3" in wanted:
        report("W3", "seconds an epoch", interleaved(digits.contestants(), n), is_cost=True)
    if "W4" in wanted:
        report("W4", "images a second", interleaved(convolution.contestants(), n), is_cost=False)
    if "W5" in wanted:
        report("W5", "milliseconds", interleaved(planes.contestants(), n), is_cost=True)
        through_two = interleaved(planes.contestants_through_two_inputs(), n)
        report("W5, two of 784", "milliseconds", through_two, is_cost=True)
    if "memory" in wanted:
        report("memory", "MiB at most", memory.peaks(), is_cost=True)
    for name, workload in stacks.WORKLOADS.items():
        if name in wanted:
            report(name, "steps of all networks a second", interleaved(stacks.contestants(workload), n), is_cost=False)
        if "stacks" in wanted:
            line = "  ".join(f"{count}: {times:.2f}" for count, times in stacks.growth(workload))
            print(f"\n{name[:2]}, networks together: how many times the steps of the single trainer\n  {line}")
    if "growth" in wanted:
        found = list(growth.series())
        if chosen.plot:
            chosen.plot.write_text(growth.plot(found))
        for name, values, times in found:
            line = "  ".join(f"{value}: {time:,.3f}" for value, time in zip(values, times, strict=True))
            print(f"\ngrowth with {name}, microseconds an example\n  {line}")


if __name__ == "__main__":
    main()
