"""The training loop of a NumPy program: batches, gradients, what changes them, the step, and when it ends."""

from __future__ import annotations

from nnplay.engine.regularization import kernels
from nnplay.exchange.program.endings import end_lines, start_lines
from nnplay.exchange.program.numpy_layers import place_of
from nnplay.exchange.program.schedule import schedule_lines
from nnplay.exchange.program.text import Line
from nnplay.exchange.program.writing import FROZEN, Writing, index_of


def fit_lines(writing: Writing) -> list[Line]:
    """The loop, and what it starts with."""
    training = writing.project.training
    size = "len(x_train)" if training.optimizer.is_full_batch else str(training.batch_size)
    lines = [f"rng = np.random.default_rng([3, {writing.project.seeds.shuffle}])", "order = np.arange(len(x_train))"]
    if schedule_lines(writing):
        lines.append(f"n_steps = -(-len(order) // {size})")
    if writing.learns:
        lines += ["parameters = [w for layer in layers for w in layer.parameters]", "states = [{} for _ in parameters]"]
    text = [*map(Line, lines), *_held_lines(writing), *map(Line, start_lines(writing))]
    steps = f"range(0, len(order), {size})"
    loop = f"for step, start in enumerate({steps}):" if schedule_lines(writing) else f"for start in {steps}:"
    body = [
        f"for epoch in range({writing.n_epochs}):",
        "    rng.shuffle(order)",
        "    total = 0.0",
        f"    {loop}",
        f"        rows = order[start : start + {size}]",
        "        a = forward(x_train[rows], is_training=True)",
        "        total += loss(a, y_train[rows]) * len(rows)",
        *(f"        {line}" for line in (_step(writing) if writing.learns else ())),
        "    train_loss = total / len(order)",
        f'    news = f"Epoch {{epoch + 1}}/{writing.n_epochs} - loss: {{train_loss:.4f}}"',
    ]
    if writing.has_test:
        body += ["    test_loss = loss(forward(x_test), y_test)", '    print(f"{news} - val_loss: {test_loss:.4f}")']
    else:
        body.append("    print(news)")
    name = "layers" if writing.is_chain else "graph"
    ending = end_lines(writing, f"copy.deepcopy({name})", f"{name} = kept", "loss(forward(x_train), y_train)")
    return [*text, *map(Line, [*body, *(f"    {line}" for line in ending)])]


def _held_lines(writing: Writing) -> list[Line]:
    """The masks of frozen and muted weights, one for each array."""
    if not _has_held(writing):
        return []
    lines = [Line("held = [np.zeros(w.shape, bool) for w in parameters]")]
    slots = [slot for slot in writing.network.slots if slot.spec.is_trainable]
    slots.sort(key=lambda slot: place_of(writing, slot))
    for place, slot in enumerate(slots):
        mask = writing.held(slot)
        if mask.any():
            lines.append(Line(f"held[{place}][{index_of(mask)}] = True", slot.node))
    return [*writing.comment(FROZEN), *lines]


def _has_held(writing: Writing) -> bool:
    return writing.learns and any(writing.held(slot).any() for slot in writing.network.slots if slot.spec.is_trainable)


def _step(writing: Writing) -> list[str]:
    """One batch: gradients, what changes them, and the update."""
    training = writing.project.training
    rate = repr(float(training.optimizer.learning_rate))
    if schedule_lines(writing):
        rate = "learning_rate(epoch + step / n_steps)"
    elif writing.plateau is not None:
        rate = f"{rate} * reduction"
    has_held = _has_held(writing)
    is_penalty = training.regularization.rule == "penalty"
    lines = ["backward(loss_gradient(a, y_train[rows]))", *(_penalties(writing) if is_penalty else ())]
    lines.append("gradients = [g for layer in layers for g in layer.gradients]")
    if has_held:
        lines += [
            "before = [w.copy() for w in parameters]",
            "for g, is_held in zip(gradients, held):",
            "    g[is_held] = 0",
        ]
    lines += _clipping(writing)
    pulls = [] if is_penalty else _pulls(writing)
    if pulls or schedule_lines(writing) or writing.plateau is not None:
        lines.append(f"rate = {rate}")
        rate = "rate"
    if training.optimizer.kind == "Rprop":  # its steps begin with the rate itself, and no schedule changes them
        rate = repr(float(training.optimizer.learning_rate))
    lines += [pull for pull, _ in pulls]
    lines += ["for w, g, state in zip(parameters, gradients, states):", f"    update(w, g, {rate}, state)"]
    lines += [line for _, after in pulls for line in after]
    lines += _max_norms(writing)
    if has_held:
        lines += ["for w, old, is_held in zip(parameters, before, held):", "    w[is_held] = old[is_held]"]
    return lines


def _penalties(writing: Writing) -> list[str]:
    lines = []
    for slot in kernels(writing.network):
        l1, l2 = writing.strengths(slot.node)
        place = place_of(writing, slot)[0]
        kernel, gradient = f"layers[{place}].parameters[0]", f"layers[{place}].gradients[0]"
        if l1:
            lines.append(f"{gradient} += {l1!r} * np.sign({kernel})")
        if l2:
            lines.append(f"{gradient} += {2 * l2!r} * {kernel}")
    return lines


def _pulls(writing: Writing) -> list[tuple[str, list[str]]]:
    """For each kernel the pull of the playground's rule, and the statements that follow it after the update."""
    found = []
    for slot in kernels(writing.network):
        l1, l2 = writing.strengths(slot.node)
        place = place_of(writing, slot)[0]
        kernel, pull = f"layers[{place}].parameters[0]", f"pull_{place}"
        terms = [f"{l1!r} * np.sign({kernel})"] if l1 else []
        terms += [f"{l2!r} * {kernel}"] if l2 else []
        if not terms:
            continue
        after = [f"{kernel}[...] -= rate * {pull}"]
        if l1:  # a weight that is pulled across 0 stops there
            after = [f"moved = {kernel} - rate * {pull}", f"{kernel}[...] = np.where({kernel} * moved < 0, 0, moved)"]
        found.append((f"{pull} = {' + '.join(terms)}", after))
    return found


def _clipping(writing: Writing) -> list[str]:
    training = writing.project.training
    lines = []
    if training.clip_value is not None:
        lines += ["for g in gradients:", f"    np.clip(g, {-training.clip_value!r}, {training.clip_value!r}, out=g)"]
    if training.clip_norm is not None:
        lines.append("length = np.sqrt(sum((g**2).sum() for g in gradients))")
        lines += ["for g in gradients:", f"    g *= min(1, {training.clip_norm!r} / max(length, 1e-38))"]
    return lines


def _max_norms(writing: Writing) -> list[str]:
    lines = []
    for slot in kernels(writing.network):
        most = writing.longest(slot.node)
        if most is not None:
            axes = 0 if len(slot.shape) == 2 else (0, 1, 2)
            lines.append(f"kernel = layers[{place_of(writing, slot)[0]}].parameters[0]")
            lines.append(f"length = np.sqrt((kernel**2).sum(axis={axes}))")
            lines.append(f"kernel *= {most!r} / np.maximum(length, {most!r})")
    return lines
