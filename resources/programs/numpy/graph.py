"""A network in which layers branch and meet."""


def forward(x, is_training=False):
    """The network's output."""
    outputs = {"": x}
    for name, (layer, sources) in graph.items():
        parts = [outputs[source] for source in sources]
        outputs[name] = layer.forward(*parts, is_training=is_training)
    return outputs[name]


def backward(gradient):
    """The gradients of all layers, from dL/da of the last one."""
    gradients = {list(graph)[-1]: gradient}
    for name, (layer, sources) in reversed(graph.items()):
        parts = layer.backward(gradients[name])
        parts = parts if len(sources) > 1 else [parts]
        for source, part in zip(sources, parts):
            gradients[source] = gradients.get(source, 0) + part
