"""The training doctor at work: when it looks, and where its findings are shown."""
