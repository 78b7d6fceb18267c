"""HDF5 files as Keras writes them: groups, attributes and arrays, read by our own reader.

It supports what h5py writes by default: groups in symbol tables or in headers, arrays in one piece. Compressed,
chunked, virtual and external arrays, and links to other files, are refused or skipped. It never reads anything except
the given bytes, and its work is limited by the size of the file. The library h5py would add 5 MB to every bundle, and C
code that has crashed on hostile files. The format is described in the HDF Group's "HDF5 File Format Specification",
version 3.
"""

from nnplay.exchange.hdf5.file import Group, open_hdf5

__all__ = ["Group", "open_hdf5"]
