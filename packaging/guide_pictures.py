#!/usr/bin/env python3
"""Draw the pictures of the guide anew, from the real window: python packaging/guide_pictures.py"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "resources/guide/pictures"
STARTER = "resources/starter/digits.nnplay"

PICTURES = {
    GUIDE / "en-window.png": ["circle", "--epochs", "60"],
    GUIDE / "en-spiral.png": ["spiral", "--epochs", "400", "--theme", "dark"],
    GUIDE / "en-digit.png": [STARTER],
    GUIDE / "zh_CN-window.png": ["circle", "--epochs", "60", "--language", "zh_CN"],
    GUIDE / "zh_CN-spiral.png": ["spiral", "--epochs", "400", "--theme", "dark", "--language", "zh_CN"],
    GUIDE / "zh_CN-digit.png": [STARTER, "--language", "zh_CN"],
}


def main() -> None:
    """Draw every picture."""
    for path, words in PICTURES.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "nnplay", "screenshot", *words, "-o", str(path)], check=True, cwd=ROOT)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
