"""Loss formulas: the general formula of a loss, typeset with its sums over examples and outputs."""

from __future__ import annotations

from nnplay.engine.losses import Loss
from nnplay.panels.calculation import pieces
from nnplay.panels.calculation.pieces import Piece
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.project.calculation.expressions import Number, Quantity, Quotient, Symbol
from nnplay.project.calculation.general_loss import Case, general_loss

_LOSS = Quantity(Symbol("L"), 0.0)
_HALF = Quotient(Number(1), Number(2))


def loss_atoms(loss: str | Loss, typesetter: Typesetter) -> list[list[list[Piece]]]:
    """Return the equations of a loss as parts between which a line may end, as ``Typesetter.atoms`` does for one."""
    formula = general_loss(loss)
    head = [typesetter.sign("=")]
    if formula.is_negative:
        head.append(typesetter.sign("−"))
    head += [_share("N", typesetter), typesetter.total("i", "N")]
    if formula.has_half:
        head.append(typesetter.formula(_HALF))
    if formula.is_mean:
        head.append(_share("K", typesetter))
    if formula.has_sum:
        head.append(typesetter.total("k", "K"))
    right = pieces.row([*head, typesetter.factor(formula.term)])
    return [
        [[typesetter.formula(_LOSS)], [right]],
        *(_case_atoms(case, typesetter) for case in formula.cases),
    ]


def _share(letter: str, typesetter: Typesetter) -> Piece:
    return typesetter.formula(Quotient(Number(1), Quantity(Symbol(letter), 1.0)))


def _case_atoms(case: Case, typesetter: Typesetter) -> list[list[Piece]]:
    atoms = [
        [typesetter.formula(case.left)],
        [pieces.row([typesetter.sign("="), typesetter.formula(case.right)])],
    ]
    if case.condition is not None:
        less, sign, more = case.condition
        words = [typesetter.formula(less), typesetter.sign(sign), typesetter.formula(more)]
        atoms.append([pieces.row([pieces.space(typesetter.wide * 3), *words])])
    return atoms
