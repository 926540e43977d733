"""A narrower student: attention heads and inner units that the loss would hardly miss are taken out.

How much the loss would miss a part is told by the gradient of a factor of one on what the part gives, its absolute
values added up over batches of training texts (Michel, Levy and Neubig, Are sixteen heads really better than one?,
2019; Molchanov et al., Importance estimation for neural network pruning, 2019). Parts of all layers are ranked
together, so a layer may lose more than another. What is left has to learn on.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy

import torch
from torch import Tensor, nn

from training.batches import Window, collate
from training.network import HEAD, EncoderLayer, Network
from training.train import loss

_STEP = 32
"""Inner units are left in multiples of so many, which is what matrices are computed in."""

Missed = list[tuple[Tensor, Tensor]]
"""For each layer how much the loss would miss each of its heads, and each of its inner units."""


def narrowed(network: Network, batches: Iterable[list[Window]], share: float) -> Network:
    """A copy with about this share of all layers' heads and inner units: those that the loss would miss most."""
    result = deepcopy(network)
    missed = _missed(result, batches)
    heads, units = (_least(kinds, share) for kinds in zip(*missed, strict=True))
    for number, (of_heads, of_units) in enumerate(missed):
        kept_units = max(1, round(int((of_units >= units).sum()) / _STEP)) * _STEP
        kept_heads = max(1, int((of_heads >= heads).sum()))
        layer = result.encoder.layers[number]
        assert isinstance(layer, EncoderLayer)
        result.encoder.layers[number] = _cut(layer, _best(of_heads, kept_heads), _best(of_units, kept_units))
    return result.train()


def _missed(network: Network, batches: Iterable[list[Window]]) -> Missed:
    network.eval()
    with _gates(network) as gates:
        totals = [(torch.zeros_like(heads), torch.zeros_like(units)) for heads, units in gates]
        for batch in batches:
            missed, _, _ = loss(network, collate(batch, network.spans.reach))
            wanted = [gate for pair in gates for gate in pair]
            gradients = iter(torch.autograd.grad(missed, wanted))
            totals = [(heads + next(gradients).abs(), units + next(gradients).abs()) for heads, units in totals]
    return totals


@contextmanager
def _gates(network: Network) -> Iterator[list[tuple[Tensor, Tensor]]]:
    """Factors of one on what each head and each inner unit gives, for as long as the context lasts."""
    gates, hooks = [], []
    for layer in network.encoder.layers:
        assert isinstance(layer, EncoderLayer)
        heads = torch.ones(layer.heads, requires_grad=True)
        units = torch.ones(layer.down.in_features, requires_grad=True)
        gates.append((heads, units))
        hooks.append(layer.out.register_forward_pre_hook(lambda _, x, g=heads: (x[0] * g.repeat_interleave(HEAD),)))
        hooks.append(layer.down.register_forward_pre_hook(lambda _, x, g=units: (x[0] * g,)))
    try:
        yield gates
    finally:
        for hook in hooks:
            hook.remove()


def _least(missed: Iterable[Tensor], share: float) -> float:
    """What a part has to be missed by to be among this share of all."""
    return float(torch.cat(list(missed)).quantile(1 - share))


def _best(missed: Tensor, count: int) -> Tensor:
    return missed.topk(count).indices.sort().values


def _cut(layer: EncoderLayer, heads: Tensor, units: Tensor) -> EncoderLayer:
    result = EncoderLayer(len(heads), len(units))
    inside = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
    three = torch.cat([inside + part * layer.heads * HEAD for part in range(3)])
    with torch.no_grad():
        for new, old, rows in ((result.qkv, layer.qkv, three), (result.up, layer.up, units)):
            new.weight.copy_(old.weight[rows])
            new.bias.copy_(old.bias[rows])
        for new, old, columns in ((result.out, layer.out, inside), (result.down, layer.down, units)):
            new.weight.copy_(old.weight[:, columns])
            new.bias.copy_(old.bias)
    for norm in ("norm1", "norm2"):
        _same(getattr(result, norm), getattr(layer, norm))
    return result


def _same(new: nn.LayerNorm, old: nn.LayerNorm) -> None:
    new.load_state_dict(old.state_dict())
