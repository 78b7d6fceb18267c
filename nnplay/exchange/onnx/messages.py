"""The messages of an ONNX file that nnplay uses, with the numbers of their fields as in ``onnx.proto``."""

from __future__ import annotations

from nnplay.exchange.onnx.wire import Field, Table

TABLE: Table = {
    "Model": {
        1: Field("ir_version", "int"),
        2: Field("producer_name", "text"),
        3: Field("producer_version", "text"),
        7: Field("graph", "Graph"),
        8: Field("opset_import", "OperatorSet", is_repeated=True),
        14: Field("metadata_props", "Entry", is_repeated=True),
    },
    "OperatorSet": {1: Field("domain", "text"), 2: Field("version", "int")},
    "Entry": {1: Field("key", "text"), 2: Field("value", "text")},
    "Graph": {
        1: Field("node", "Node", is_repeated=True),
        2: Field("name", "text"),
        5: Field("initializer", "Tensor", is_repeated=True),
        10: Field("doc_string", "text"),
        11: Field("input", "Value", is_repeated=True),
        12: Field("output", "Value", is_repeated=True),
        13: Field("value_info", "Value", is_repeated=True),
    },
    "Node": {
        1: Field("input", "text", is_repeated=True),
        2: Field("output", "text", is_repeated=True),
        3: Field("name", "text"),
        4: Field("op_type", "text"),
        5: Field("attribute", "Attribute", is_repeated=True),
        7: Field("domain", "text"),
    },
    "Attribute": {
        1: Field("name", "text"),
        2: Field("f", "float"),
        3: Field("i", "int"),
        4: Field("s", "bytes"),
        5: Field("t", "Tensor"),
        7: Field("floats", "float", is_repeated=True),
        8: Field("ints", "int", is_repeated=True),
        20: Field("type", "int"),
    },
    "Tensor": {
        1: Field("dims", "int", is_repeated=True),
        2: Field("data_type", "int"),
        4: Field("float_data", "float", is_repeated=True),
        5: Field("int32_data", "int", is_repeated=True),
        7: Field("int64_data", "int", is_repeated=True),
        8: Field("name", "text"),
        9: Field("raw_data", "bytes"),
        10: Field("double_data", "double", is_repeated=True),
        13: Field("external_data", "Entry", is_repeated=True),
        14: Field("data_location", "int"),
    },
    "Value": {1: Field("name", "text"), 2: Field("type", "Type")},
    "Type": {1: Field("tensor_type", "TensorType")},
    "TensorType": {1: Field("elem_type", "int"), 2: Field("shape", "Shape")},
    "Shape": {1: Field("dim", "Dimension", is_repeated=True)},
    "Dimension": {1: Field("dim_value", "int"), 2: Field("dim_param", "text")},
}

FLOAT, INT64, BOOL, FLOAT16, DOUBLE = 1, 7, 9, 10, 11
"""Numbers of the element types that the code names; ``ELEMENTS`` has all of them."""

ELEMENTS = {FLOAT: "<f4", 2: "<u1", 3: "<i1", 6: "<i4", INT64: "<i8", BOOL: "?", FLOAT16: "<f2", DOUBLE: "<f8"}
"""NumPy's name of each element type that nnplay reads."""

EXTERNAL = 1
"""``data_location`` of a tensor whose numbers are in another file."""

ATTRIBUTES = {1: "f", 2: "i", 3: "s", 4: "t", 6: "floats", 7: "ints"}
"""The field that holds an attribute of each type."""

SCALED_INPUT = "nnplay.scaled_input"
"""Key in ``metadata_props``: the value that has the input's columns scaled, as nnplay's own models note it."""
