"""HDF5 files as Keras writes them: groups, attributes and arrays, read by a reader of our own.

It knows what h5py writes unless it is asked for more: groups in symbol tables or in headers, arrays in one piece.
Compressed, chunked, virtual and external arrays, and links to other files, are refused or passed over. Nothing outside
the bytes that it is given is ever looked at, and it works no longer than the file is large. The library h5py would
bring 5 MB to every bundle, and C code that files of strangers have crashed. The format is described in the HDF Group's
"HDF5 File Format Specification", version 3.
"""

from nnplay.exchange.hdf5.file import Group, open_hdf5

__all__ = ["Group", "open_hdf5"]
