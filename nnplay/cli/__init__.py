"""The headless commands: they train, evaluate and predict on machines without any Qt library.

Their texts come from the same translations as the window's, read without Qt (see `nnplay.languages`).
"""
