"""The panel "Try it": ask the present network about a row, a point or a picture of one's own, and see its answer.

``Asked`` owns the example that is asked about; every panel that looks at one example takes it from there.
"""
