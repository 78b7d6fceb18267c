"""The glossary as a panel."""
