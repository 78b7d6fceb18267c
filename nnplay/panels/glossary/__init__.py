"""The glossary panel."""
