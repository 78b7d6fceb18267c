"""The data panel and its dialogs: the choice of examples that the network learns from."""
