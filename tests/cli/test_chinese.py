"""The commands in Chinese: help, results, errors; what machines read stays as it is."""

import json
import os
import re
import subprocess
import sys

import pytest

from nnplay import languages, startup
from nnplay.__main__ import main
from nnplay.languages.columns import width
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage import file

COMMANDS = [name for name in startup.COMMANDS if name != startup.SCREENSHOT]
ENGLISH = re.compile(r"\b(?!nnplay)[a-z]{2,} [a-z]{2,}")
"""Two English words, as no Chinese sentence has them, but for a command's."""


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    monkeypatch.setenv("COLUMNS", "80")
    yield
    languages.use("en")


@pytest.fixture
def run(capsys):
    def run(*words):
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = end.code
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)])
def test_help_is_chinese_in_eighty_columns(run, words):
    status, out, err = run(*words, "--help")
    assert (status, err) == (0, "")
    assert out.startswith("用法：nnplay")
    assert "显示本帮助后退出" in out
    assert all(width(line) <= 80 for line in out.splitlines())
    assert not [line for line in out.splitlines() if ENGLISH.search(line)]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["tarin"], 2, "你是想输入“nnplay train”吗？"),
        (["export", "circle", "--to", "xml"], 2, "没有 'xml' 这个选择"),
        (["train"], 2, "缺少必需的参数：PRESET|FILE"),
        (["train", "circle", "--epochs", "0"], 2, "参数 --epochs：“0”不是大于或等于 1 的整数"),
        (["train", "circle", "--seed", "x"], 2, "“x”不是整数"),
        (["trace", "circle", "--example", "-1"], 2, "“-1”不是大于或等于 0 的整数"),
        (["train", "circle", "--jsno"], 2, "无法识别的参数：--jsno"),
        (["predict", "a.nnplay"], 2, "必须给出以下参数之一"),
        (["predict", "a.nnplay", "--row", "1", "--image", "x"], 2, "不能与参数 --row 同时使用"),
        (["train", "circel"], 1, "“circel”既不是预设，也不是文件"),
        (["train", "circle", "--data", "/nowhere.csv"], 1, "无法读取“/nowhere.csv”：没有这个文件或文件夹"),
        (["trace", "circle", "--example", "99999"], 1, "没有编号为 99999 的样本"),
        (["download", "mnist", "--folder", "/nowhere"], 1, "没有人可以确认"),
    ],
)
def test_errors_are_chinese(run, words, status, said):
    ended, out, err = run(*words)
    assert (ended, out) == (status, "")
    assert said in err
    assert not ENGLISH.search(re.sub(r"\[.*?\]", "", err))


def test_the_reason_why_a_file_is_damaged_is_chinese(run, tmp_path):
    path = tmp_path / "a.nnplay"
    path.write_bytes(b"hello")
    status, _, err = run("evaluate", path)
    assert (status, err) == (1, f"nnplay: “{path}”已损坏，或不是 nnplay 项目：文件太短\n")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.npz", b"PK junk", "“{path}”已损坏或不是 .npz 文件：不是 zip 压缩文件，或已损坏。"),
        ("a/b.csv", None, "无法读取“{path}”：没有这个文件或文件夹。"),
        ("a.csv", b"", "“{path}”"),
    ],
)
def test_what_is_wrong_with_data_is_chinese(run, tmp_path, name, content, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    status, _, err = run("train", "circle", "--data", path)
    assert status == 1
    assert reason.format(path=path) in err
    assert not ENGLISH.search(err.replace(str(path), ""))


def test_what_the_system_says_is_chinese(run, tmp_path):
    (tmp_path / "file").touch()
    status, _, err = run("export", "circle", "--to", "svg", "-o", tmp_path / "file" / "a.svg")
    assert status == 1
    assert "不是文件夹" in err


def test_a_run_is_told_in_chinese_and_its_json_is_not(run, tmp_path):
    status, out, err = run("train", "circle", "--epochs", "1", "-o", tmp_path / "a.nnplay")
    assert status == 0
    assert re.fullmatch(r"轮次 1/1 - 损失：[\d.]+ - 准确率：[\d.]+ - 测试损失：[\d.]+ - 测试准确率：[\d.]+\n", out)
    assert err == f"nnplay: 已保存到 {tmp_path / 'a.nnplay'}\n"
    _, out, _ = run("evaluate", tmp_path / "a.nnplay", "--json")
    assert set(json.loads(out)) >= {"loss", "validation_loss", "examples"}
    _, out, _ = run("trace", "two-three-one", "--json")
    assert json.loads(out)["phases"][0]["text"].startswith("Example 1 comes in")


def test_presets_stand_in_columns(run):
    _, out, _ = run("presets")
    lines = out.splitlines()
    assert len(lines) == len(PRESETS)
    place = 2 + max(map(len, PRESETS))
    assert all(line[place - 1] == " " and not line[place].isascii() for line in lines if not line[place].isdigit())


def test_tables_of_a_trace_stand_in_columns(run):
    _, out, _ = run("trace", "two-three-one")
    tables = re.findall(r"(?:^  .*\n)+", out, re.MULTILINE)
    assert any("神经元" in table for table in tables)
    assert any("新 w" in table for table in tables)
    assert all(len({width(line) for line in table.splitlines()}) == 1 for table in tables if "kernel" not in table)
    _, out, _ = run("trace", "two-three-one", "--form", "formulas")
    assert "1. 已知" in out
    assert "2. 前向通过 dense" in out


def test_a_language_can_be_asked_for(run, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    assert run("presets", "--help", "--language", "zh_CN")[1].startswith("用法：")
    assert run("presets", "--help")[1].startswith("usage: ")


def test_a_worksheet_is_chinese(run, tmp_path):
    run("trace", "two-three-one", "--worksheet", tmp_path / "a.svg")
    assert "姓名" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_project_trained_in_chinese_is_the_same_file(run, tmp_path):
    """What is saved is in nobody's language: the title is translated where it is shown."""
    run("train", "circle", "--epochs", "1", "-o", tmp_path / "a.nnplay")
    assert file.load(tmp_path / "a.nnplay").title == preset("circle").title


def test_english_reads_no_words():
    script = (
        "import sys; from nnplay.__main__ import main; main(['presets']);"
        "sys.exit(any(name in sys.modules for name in ('nnplay.languages.qm', 'nnplay.languages.argparse_words')))"
    )
    environ = {**os.environ, "LANGUAGE": "en"}
    assert subprocess.run([sys.executable, "-c", script], env=environ, stdout=subprocess.DEVNULL).returncode == 0


def test_no_qt_is_needed_for_chinese():
    script = (
        "import sys; from nnplay.__main__ import main; main(['presets']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0
    assert "圆" in ran.stdout


def test_somebody_average_is_female_by_the_name_that_the_window_has(run, tmp_path):
    run("train", "body-measures", "--epochs", "10", "-o", tmp_path / "people.nnplay")
    status, out, _ = run("predict", tmp_path / "people.nnplay", "--row", "0,0,0")
    found = re.fullmatch(r"女生（概率 (0\.\d{3})）\n女生: (0\.\d{3})  男生: (0\.\d{3})\n", out)
    assert status == 0
    # Of people drawn by the preset's rule, those at 0, 0, 0 are female with 1 / (1 + exp(-1.5)) = 0.82.
    assert found is not None
    assert found[1] == found[2]
    assert float(found[1]) == pytest.approx(0.82, abs=0.06)
