"""How the program looks: colours and themes, value colours, icons, spacing and type."""
