"""A lesson being written survives as text: what is unfinished, and whatever a finished one may hold."""

from pathlib import Path

import pytest

from nnplay.engine import NnplayError
from nnplay.lessons import load, shipped
from nnplay.lessons.draft import LessonDraft, StepDraft
from nnplay.lessons.draft_text import draft_from_text, draft_to_text
from nnplay.lessons.lesson import StepText

UNFINISHED = LessonDraft(
    heads={"en": ("", "=cmd \u2028 é中"), "zh_CN": ("题", "")},
    minutes=3,
    steps=(StepDraft(words={"en": StepText("A", "b", options=("x", ""))}), StepDraft()),
)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_a_lesson_that_is_edited_comes_back_with_its_origin(path: Path) -> None:
    draft = LessonDraft.of(load(path))
    found, file = draft_from_text(draft_to_text(draft, path))
    assert file == path
    assert found.origin is not None
    assert found.origin.plan == load(path).plan
    assert [found.steps, found.heads, found.panels, found.locked, found.minutes] == [
        draft.steps,
        draft.heads,
        draft.panels,
        draft.locked,
        draft.minutes,
    ]


@pytest.mark.parametrize("draft", [LessonDraft(), UNFINISHED])
def test_an_unfinished_lesson_comes_back(draft: LessonDraft) -> None:
    assert draft_from_text(draft_to_text(draft, None)) == (draft, None)


def test_without_its_file_the_lesson_comes_back_all_the_same(tmp_path: Path) -> None:
    gone = tmp_path / "gone.nnplaylesson"
    assert draft_from_text(draft_to_text(UNFINISHED, gone)) == (UNFINISHED, gone)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "null", '{"type":"DraftedLesson"}', "NaN"])
def test_damaged_text_is_refused(text: str) -> None:
    with pytest.raises(NnplayError):
        draft_from_text(text)


def test_every_text_that_is_cut_off_is_refused() -> None:
    text = draft_to_text(UNFINISHED, None)
    for length in range(len(text)):
        with pytest.raises(NnplayError):
            draft_from_text(text[:length])
