"""What the readout of a plot says about the cursor's place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def epoch_heading(epoch: float) -> str:
    """Return the heading over the values at an epoch, which may be fractional."""
    return QCoreApplication.translate("plots", "Epoch {epoch}").format(epoch=f"{epoch:,.10g}")
