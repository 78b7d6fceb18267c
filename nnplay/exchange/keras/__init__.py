"""Models of Keras, in: ``.keras`` archives, ``.h5`` files, weights alone, and listings as articles print them.

A file's own words are data here: layers are looked up in a closed table, and nothing in it is ever run or imported. A
listing is parsed, never executed.
"""
