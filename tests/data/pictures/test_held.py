"""Classes of pictures in a project: put together step by step, packed, and loaded as they were."""

import numpy as np
import pytest

from nnplay.asking.pictures import input_of_file, input_of_pixels
from nnplay.data import HeldPicturesChoice, load
from nnplay.data.pictures.draft import PictureDraft, pictures_at, read_pictures
from nnplay.data.pictures.held import SIDE, packed
from nnplay.engine import DataError
from nnplay.project.presets import preset
from nnplay.project.proposals import take_proposal
from nnplay.project.storage import file

RNG = np.random.default_rng(1)
GREY = [RNG.integers(0, 256, (SIDE, SIDE, 1), np.uint8) for _ in range(10)]
RED = np.zeros((SIDE, SIDE, 3), np.uint8)
RED[..., 0] = 200


def test_a_draft_becomes_a_choice_with_the_same_pictures():
    draft = PictureDraft().with_class("cat", GREY[:5]).with_class("dog").with_pictures(1, GREY[5:])
    choice = draft.renamed(1, " hound ").choice()
    assert choice.class_names == ("cat", "hound")
    assert choice.input_shape == (SIDE, SIDE, 1)
    np.testing.assert_array_equal(choice.unpacked(), np.stack(GREY))
    data = load(choice, 1, 1)
    assert (len(data.train), len(data.test)) == (8, 2)
    again = PictureDraft.of(choice)
    assert [(each.name, len(each.pictures)) for each in again.classes] == [("cat", 5), ("hound", 5)]


def test_one_coloured_picture_makes_all_coloured():
    draft = PictureDraft().with_class("a", GREY[:1]).with_class("b", [RED])
    choice = draft.choice()
    assert choice.input_shape == (SIDE, SIDE, 3)
    np.testing.assert_array_equal(choice.unpacked()[0], np.repeat(GREY[0], 3, axis=2))
    assert draft.without_pictures(1, [0]).with_pictures(1, [np.repeat(GREY[1], 3, axis=2)]).choice().is_color is False


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (PictureDraft().with_class("a", GREY), "At least two classes"),
        (PictureDraft().with_class("a", GREY).with_class("b"), "The class “b” has no picture yet"),
        (PictureDraft().with_class("a", GREY).with_class("a", GREY), "a name of its own"),
        (PictureDraft().with_class("a", GREY).with_class(" ", GREY), "a name of its own"),
        (PictureDraft().with_class("a", GREY * 100).with_class("b", GREY), "at most 1000 pictures"),
    ],
)
def test_what_is_missing_is_said(draft, words):
    with pytest.raises(DataError, match=words):
        draft.choice()


def test_damaged_pictures_are_refused():
    with pytest.raises(DataError, match="damaged"):
        HeldPicturesChoice(("a", "b"), (packed(GREY[0]), packed(GREY[1][:5])), (0, 1))
    with pytest.raises(DataError, match="damaged"):
        HeldPicturesChoice(("a", "b"), (packed(GREY[0]), packed(GREY[1])), (0, 2))


def test_they_are_saved_with_the_project(tmp_path):
    choice = PictureDraft().with_class("a", GREY[:5]).with_class("b", GREY[5:]).choice()
    project = take_proposal(preset("circle"), choice, "cnn")
    file.save(project, tmp_path / "p.nnplay")
    assert file.load(tmp_path / "p.nnplay").data == choice


def test_files_and_folders_are_read_and_what_is_no_picture_is_listed(tmp_path):
    from PIL import Image

    (tmp_path / "in").mkdir()
    Image.new("RGB", (50, 30), (200, 0, 0)).save(tmp_path / "in" / "red.png")
    (tmp_path / "in" / "broken.png").write_bytes(b"\x89PNG broken")
    (tmp_path / "in" / "notes.txt").write_text("no picture")
    paths = pictures_at([tmp_path / "in"])
    assert [path.name for path in paths] == ["broken.png", "red.png"]
    pictures, errors = read_pictures(paths)
    assert len(errors) == 1
    np.testing.assert_array_equal(pictures[0], np.broadcast_to([200, 0, 0], (SIDE, SIDE, 3)))


def line_on_paper(path, ink=(0, 0, 0), paper=(255, 255, 255)):
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (100, 100), paper)
    ImageDraw.Draw(picture).line([(30, 15), (34, 85)], fill=ink, width=9)
    picture.save(path)
    return path


def test_a_drawing_on_paper_is_the_same_as_one_from_the_pad(tmp_path):
    (picture,), _ = read_pictures([line_on_paper(tmp_path / "line.png", paper=(240, 238, 235))])
    assert picture.shape == (SIDE, SIDE, 1)
    assert picture.max() > 200
    assert picture[[0, -1]].max() == picture[:, [0, -1]].max() == 0  # black around
    rows, columns = np.nonzero(picture[..., 0])
    assert abs(rows.mean() - 13.5) < 1  # and in the middle
    assert abs(columns.mean() - 13.5) < 1


@pytest.mark.parametrize(("ink", "paper"), [((200, 0, 0), (255, 255, 255)), ((255, 255, 255), (90, 90, 90))])
def test_pictures_in_colour_or_without_light_paper_stay_as_they_are(tmp_path, ink, paper):
    (picture,), _ = read_pictures([line_on_paper(tmp_path / "line.png", ink, paper)])
    assert picture.shape == (SIDE, SIDE, 3)
    np.testing.assert_array_equal(picture[0, 0], paper)


def test_a_file_and_pixels_are_asked_about_as_they_were_learned(tmp_path):
    from PIL import Image

    path = line_on_paper(tmp_path / "line.png")
    (picture,), _ = read_pictures([path])
    choice = PictureDraft().with_class("line", [picture]).with_class("other", GREY[:2]).choice()
    pixels = np.asarray(Image.open(path).convert("RGBA"))
    for x in (input_of_file(path, choice), input_of_pixels(pixels, choice)):
        np.testing.assert_array_equal(np.rint(255 * x), choice.unpacked()[0])
