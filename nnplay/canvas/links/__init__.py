"""The links between the cards: connections, bands, and links that are being drawn."""
