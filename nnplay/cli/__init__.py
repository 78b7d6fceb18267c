"""The headless commands: they train, evaluate and predict on machines without any Qt library.

Their words are English everywhere: translating is Qt's. The sentences of errors are those of the window.
"""
