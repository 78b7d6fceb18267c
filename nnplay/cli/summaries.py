"""What each command does, in one line: the only list of them, for the help of the program and of its commands.

Standard library and languages only: ``nnplay --help`` answers before anything is installed.
"""

from nnplay.languages import translate


def summaries() -> dict[str, str]:
    """Return the line of each command by its name, in the order of the help and in the language in use."""
    return {
        "presets": translate("cli", "list the networks to start from"),
        "train": translate("cli", "train a network and print its progress"),
        "sweep": translate("cli", "train a network with many settings, and say which did best"),
        "compare": translate("cli", "tell what differs between two projects, in settings and scores"),
        "evaluate": translate("cli", "measure a network on its training and test data"),
        "predict": translate("cli", "ask a network about one example"),
        "trace": translate("cli", "show every number of a training example's forward and backward pass"),
        "export": translate("cli", "write a program, weights, a table or a picture for other tools"),
        "download": translate("cli", "download MNIST or Fashion-MNIST, after asking"),
        "screenshot": translate("cli", "save a picture of the window"),
    }
