"""Import of Keras models: ``.keras`` archives, ``.h5`` files, weights alone, and program listings from articles.

Names in a file are only data: layers are looked up in a closed table, and nothing is ever run or imported. A listing
is parsed, never executed.
"""
