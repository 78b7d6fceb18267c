"""What can be seen of a project's network, computed from it and changing nothing: planes, insides, terrain, tables."""
