"""What lies between the cards: connections, bands, and links while they are drawn."""
