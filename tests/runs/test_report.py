"""Two reports in one: the newer snapshot, the points of both, and nothing of an earlier run."""

from nnplay.engine import DataError
from nnplay.runs.history import HistoryPoint
from nnplay.runs.report import RunReport, merge_reports
from nnplay.runs.scores import Scores
from nnplay.runs.snapshot import Snapshot


def snapshot(step: int) -> Snapshot:
    return Snapshot(1, None, step, 0, 0, 1, 0.0, 0.0, None, None, 0.0, 0.0, True)


def points(*epochs: float) -> tuple[HistoryPoint, ...]:
    return tuple(HistoryPoint(epoch, Scores()) for epoch in epochs)


def test_points_are_kept_in_order_and_the_snapshot_is_the_newer():
    merged = merge_reports(RunReport(1, snapshot(1), points(1, 2)), RunReport(1, snapshot(2), points(3), is_final=True))
    assert [point.epoch for point in merged.points] == [1, 2, 3]
    assert merged.snapshot.step == 2
    assert merged.is_final


def test_a_failure_without_a_snapshot_keeps_the_last_one():
    error = DataError("no")
    merged = merge_reports(RunReport(1, snapshot(1), points(1)), RunReport(1, None, is_final=True, error=error))
    assert merged.snapshot.step == 1
    assert merged.error is error


def test_an_earlier_run_falls_away():
    merged = merge_reports(RunReport(1, snapshot(9), points(1), is_final=True), RunReport(2, snapshot(1), points(2)))
    assert merged.run_id == 2
    assert [point.epoch for point in merged.points] == [2]
    assert not merged.is_final
