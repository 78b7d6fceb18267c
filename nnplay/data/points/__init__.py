"""Data whose examples are points: in the plane, on a line, drawn by hand, or typed in as rows."""
