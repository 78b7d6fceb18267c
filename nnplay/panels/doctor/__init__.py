"""The training doctor: when it looks, and where its findings are shown."""
