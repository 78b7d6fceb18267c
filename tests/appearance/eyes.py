"""How colours look to people with one of the three common colour deficiencies, and how far apart they then are."""

import numpy as np
from PySide6.QtGui import QColor

# Machado, Oliveira, Fernandes 2009, severity 1.0: linear RGB to what is seen.
DEFICIENCIES = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def _lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of linear RGB, shape (3,)."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _linear(name: str) -> np.ndarray:
    c = np.array(QColor(name).getRgbF()[:3])
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def distance(one: str, other: str, deficiency: str = "") -> float:
    """CIE 1976 distance of two colours as seen with a deficiency, or with none; 2.3 is just noticeable."""
    matrix = np.array(DEFICIENCIES[deficiency]) if deficiency else np.eye(3)
    seen = [_lab(matrix @ _linear(name)) for name in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))
