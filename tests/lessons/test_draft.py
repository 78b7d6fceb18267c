"""A lesson that is being written: whole, it is saved and read as it was; unfinished, it says what is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from nnplay.disk.writing import WouldReplaceError
from nnplay.lessons import Choice, LessonError, Number, Quantity, StepText, load, shipped
from nnplay.lessons.draft import LessonDraft, StepDraft
from nnplay.lessons.reading import files_in, save_file, save_folder
from nnplay.project import edits
from nnplay.project.locks import set_locks
from nnplay.project.presets import preset

START = edits.set_parameter(preset("forward-by-hand"), "dense", "kernel", (0, 0), 7.0)


def _draft(body: str = "Multiply and add.", options: tuple[str, ...] = ("five", "nine")) -> LessonDraft:
    sum_ = Number(Quantity("weighted_sum", "dense", index=(0,)), 2)
    steps = (
        StepDraft(sum_).with_text("en", StepText("Sum", body, "A hint.")),
        StepDraft(Choice(1)).with_text("en", StepText("Which?", "Choose.", options=options)),
    )
    return LessonDraft({"en": ("My lesson", "About sums.")}, 7, ("weights",), ("data",), steps)


@pytest.mark.parametrize("name", ["mine.nnplaylesson", "mine"])
def test_what_is_saved_is_what_was_written(tmp_path: Path, name: str) -> None:
    lesson = _draft().lesson("mine", set_locks(START, ("weights",)))
    (save_file if "." in name else save_folder)(lesson, tmp_path / name)
    again = load(tmp_path / name)
    assert (again.plan, again.texts) == (lesson.plan, lesson.texts)
    assert again.start.parameters[0] == 7.0
    assert (again.plan.minutes, again.plan.locked, again.start.locked) == (7, ("data",), ())


@pytest.mark.parametrize(
    "body",
    [
        "# a heading",
        "text\n## step-9: mine\nmore",
        "### hint\nno",
        "### hunt",
        "a\r\n## b: c",
        "####### no heading",
        "",
    ],
)
def test_headings_in_a_text_are_no_parts_of_the_lesson(tmp_path: Path, body: str) -> None:
    path = tmp_path / "mine.nnplaylesson"
    save_file(_draft(body).lesson("mine", START), path)
    step = load(path).texts["en"].steps["step-1"]
    assert step.body.replace("\\", "") == body.replace("\r\n", "\n")
    assert step.hint == "A hint."


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (LessonDraft(), "title"),
        (LessonDraft({"en": ("A", "")}), "Step 1 has no title"),
        (LessonDraft(_draft().heads | {"zh_CN": ("课", "")}, steps=_draft().steps), "zh_CN"),
        (_draft(options=("one",)), "few"),
        (LessonDraft({"en": ("A", "")}, steps=()), "at least one step"),
    ],
)
def test_an_unfinished_lesson_says_what_is_missing(draft: LessonDraft, words: str) -> None:
    with pytest.raises(LessonError, match=words):
        draft.lesson("mine", START)


def test_steps_are_added_moved_and_removed() -> None:
    draft = _draft()
    one, two = draft.steps
    assert draft.with_step_moved(0, 1).steps == (two, one)
    assert draft.with_new_step(0).steps == (one, StepDraft(), two)
    assert draft.without_step(0).steps == (two,)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_a_lesson_that_is_edited_loses_nothing(path: Path) -> None:
    lesson = load(path)
    again = LessonDraft.of(lesson).lesson(lesson.id, replace(load(path).start, run=lesson.start.run))
    assert (again.plan, again.texts) == (lesson.plan, lesson.texts)


def test_another_start_takes_the_place_of_the_preset() -> None:
    lesson = load(next(path for path in shipped() if path.name.startswith("02-")))
    assert lesson.plan.preset
    draft = LessonDraft.of(lesson)
    changed = edits.set_parameter(lesson.start, "dense", "kernel", (0, 0), 7.0)
    again = draft.lesson(lesson.id, changed)
    assert (again.plan.preset, again.plan.changes, again.start.parameters[0]) == ("", (), 7.0)
    assert draft.lesson(lesson.id, set_locks(lesson.start, ("weights",))).plan == lesson.plan


def test_steps_keep_their_names_and_new_ones_get_free_ones() -> None:
    draft = _draft().named()
    assert [step.id for step in draft.steps] == ["step-1", "step-2"]
    longer = draft.with_new_step(0).with_new_step(2).named()
    assert [step.id for step in longer.steps] == ["step-1", "step-3", "step-2", "step-4"]
    assert longer.named() == longer
    assert [step.id for step in longer.with_step_moved(0, 2).named().steps][2] == "step-1"


def test_why_an_answer_is_wrong_is_kept(tmp_path: Path) -> None:
    words = StepText("Which?", "Choose.", options=("five", " ", "nine"), reasons=("Two are missing.", "x", ""))
    draft = LessonDraft(_draft().heads, steps=(StepDraft(Choice(1)).with_text("en", words),))
    save_file(draft.lesson("mine", START), tmp_path / "mine.nnplaylesson")
    step = load(tmp_path / "mine.nnplaylesson").texts["en"].steps["step-1"]
    assert (step.options, step.reasons) == (("five", "nine"), ("Two are missing.", ""))


def test_a_language_that_is_gone_leaves_no_file(tmp_path: Path) -> None:
    words = StepText("和", "")
    both = LessonDraft(_draft().heads | {"zh_CN": ("课", "")}, steps=(_draft().steps[0].with_text("zh_CN", words),))
    save_folder(both.lesson("mine", START), tmp_path)
    (tmp_path / "notes.md").write_text("mine")
    assert set(tmp_path.glob("*.md")) == {tmp_path / name for name in ("en.md", "zh_CN.md", "notes.md")}
    (tmp_path / "notes.md").rename(tmp_path / "notes.txt")
    save_folder(replace(both, heads=_draft().heads).lesson("mine", START), tmp_path, files_in(tmp_path))
    assert set(load(tmp_path).texts) == {"en"}
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_files_that_the_person_did_not_name_stay(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text("my notes")
    with pytest.raises(WouldReplaceError) as refused:
        save_folder(_draft().lesson("mine", START), tmp_path)
    assert refused.value.paths == [tmp_path / "en.md"]
    assert [each.name for each in tmp_path.iterdir()] == ["en.md"]
    assert (tmp_path / "en.md").read_text() == "my notes"


def test_beside_another_lesson_no_page_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "lesson.json").write_text("{}")
    (tmp_path / "faq.md").write_text("my notes")
    with pytest.raises(WouldReplaceError) as refused:
        save_folder(_draft().lesson("mine", START), tmp_path)
    assert set(refused.value.paths) == {tmp_path / "lesson.json", tmp_path / "faq.md"}
    assert (tmp_path / "faq.md").read_text() == "my notes"
