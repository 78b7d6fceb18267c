"""Makes the state dicts of this folder, with what PyTorch answers: ``python -m tests.exchange.torch_fixtures.make``."""

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

FOLDER = Path(__file__).parent


def main() -> None:
    torch.manual_seed(1)
    model = nn.Sequential(
        nn.Conv2d(2, 3, 3, bias=False), nn.BatchNorm2d(3), nn.ReLU(), nn.Flatten(), nn.LayerNorm(48), nn.PReLU(),
        nn.Dropout(0.5), nn.Linear(48, 4), nn.Tanh(), nn.Linear(4, 2),
    )  # fmt: skip
    for parameter in model.parameters():
        nn.init.uniform_(parameter, -0.5, 0.9)
    nn.init.normal_(model[1].running_mean)
    nn.init.uniform_(model[1].running_var, 0.5, 2)
    model.train(mode=False)
    state = model.state_dict()
    torch.save(state, FOLDER / "pictures.pt")
    torch.save({"epoch": 3, "model_state_dict": dict(model.named_parameters()) | state}, FOLDER / "checkpoint.pth")
    half = {name: value.half() if value.is_floating_point() else value for name, value in state.items()}
    torch.save(half, FOLDER / "half.pt")
    torch.save(model, FOLDER / "module.pt")
    save_file(state, FOLDER / "pictures.safetensors")
    x = torch.randn(3, 2, 6, 6)
    with torch.no_grad():
        rows = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
        torch.save(rows.state_dict(), FOLDER / "rows.pt")
        save_file(rows.state_dict(), FOLDER / "rows.safetensors")
        row = torch.randn(1, 3)
        answers = {"x": x, "y": model(x), "row": row, "row_answer": rows(row).softmax(1)}
        np.savez_compressed(FOLDER / "answers.npz", **{name: value.numpy() for name, value in answers.items()})


if __name__ == "__main__":
    main()
