"""The data panel and its dialogs: which examples the network learns from."""
