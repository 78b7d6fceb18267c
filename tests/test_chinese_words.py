"""One word for one thing in Chinese: none of a few variants, which textbooks do not use, is left anywhere.

The other names under which a search finds a term or a layer are exempt: they are there for readers who know them.
"""

import re
import xml.etree.ElementTree as ElementTree
from itertools import chain
from pathlib import Path

import pytest

from nnplay.appearance.glossary import TERMS
from nnplay.canvas.cards import faces

ROOT = Path(__file__).resolve().parents[1]

FORBIDDEN = {
    "您": "你",
    "(?<!细胞)单元(?!格|测试)": "神经元",
    "滤波器|过滤器|滤镜": "卷积核",
    "失活|弃权率|丢弃概率|Dropout 比率": "丢弃率",
    "静音|禁声": "屏蔽",
    "提前停止|提前终止|及早停止": "早停",
    "微调|微扰|摄动": "扰动",
    "死神经元|失效神经元|坏死": "死亡神经元",
    "信息泄漏|数据泄露|数据泄密": "数据泄漏",
    "再次初始化|重新起始": "重新初始化",
    "训练一轮(?!次)|训练十轮(?!次)": "训练一个轮次 / 训练十个轮次",
    "体测数据|身体测量|身材数据": "身体数据",
    "笔刷|刷子": "画笔",
    r"\bkernel \[|kernel\[": "的权重 [",
}
"""A pattern for each group of variants, and the word to use."""


def texts():
    """Every Chinese text with where it stands."""
    exempt = {term.also for term in TERMS.values()} | {faces.face(kind).also for kind in faces.kinds()}
    tree = ElementTree.parse(ROOT / "resources/translations/nnplay_zh_CN.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source")
            if source not in exempt:
                yield f"{context.findtext('name')}: {source}", "".join(message.find("translation").itertext())
    pages = chain((ROOT / "resources/guide/zh_CN").glob("*.md"), (ROOT / "resources/lessons").glob("*/zh_CN.md"))
    for page in (ROOT / "README.zh-CN.md", *pages):
        yield str(page.relative_to(ROOT)), page.read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_the_textbook_word_is_used(pattern):
    found = [f"{where}: {text.strip()[:80]}" for where, text in texts() if re.search(pattern, text)]
    assert found == [], f"use {FORBIDDEN[pattern]}"
