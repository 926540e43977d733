"""The teacher's encoder: MPNet-base (Song et al., MPNet, 2020; twelve layers of 768), as the published sentence encoder
all-mpnet-base-v2 has it. It is never shipped; the student learns from what it says of texts.

Its word pieces are those of the student's vocabulary, four numbers on; so both see the same pieces.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from app.attribute.encoding import FEATURES
from app.attribute.tags import CUES
from training.batches import FIRST, LAST
from training.network import REACH, SPAN_WIDTH, Network, copy_part

WIDTH, HEADS, LAYERS, INNER = 768, 12, 12, 3072
DROPOUT = 0.1
BUCKETS, FARTHEST = 32, 128
_SHIFT = 4
_FIRST, _LAST = 0, 2
_POSITIONS_BEFORE = 2


class TeacherLayer(nn.Module):
    """A post-norm transformer layer; `bias` is what the distance between two pieces adds to their attention."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class TeacherEncoder(nn.Module):
    """Reads and answers what `training.network.Encoder` does."""

    def __init__(self, vocabulary: int, positions: int) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(positions, WIDTH)
        self.printed = nn.Embedding(FEATURES, WIDTH)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.layers = nn.ModuleList(TeacherLayer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)
        self.cue = nn.Linear(WIDTH, len(CUES))
        self.piece_view, self.cue_view = nn.Linear(WIDTH, SPAN_WIDTH), nn.Linear(WIDTH, SPAN_WIDTH)
        nn.init.zeros_(self.printed.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        own = torch.where(ids == FIRST, _FIRST, torch.where(ids == LAST, _LAST, ids + _SHIFT))
        length = ids.shape[1]
        x = self.pieces(own) + self.printed(features)
        x = self.norm(x + self.positions.weight[_POSITIONS_BEFORE : _POSITIONS_BEFORE + length])
        near = self.distances(buckets(length)).permute(2, 0, 1)[None]
        bias = near.masked_fill(~mask[:, None, None, :], -1e4)
        x = self.drop(x)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.drop(x)
        return self.cue(x), self.piece_view(x), self.cue_view(x)


def buckets(length: int) -> Tensor:
    """The bucket of the distance from each of so many pieces to each other: near ones have one of their own, farther
    ones share them by the logarithm (Raffel et al., T5, 2020)."""
    at = torch.arange(length)
    behind = at[:, None] - at[None]
    half = BUCKETS // 2
    exact = half // 2
    far = behind.abs()
    spread = torch.log(far.clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)
    return (behind < 0).long() * half + torch.where(far < exact, far, (exact + spread.long()).clamp(max=half - 1))


def pretrained_teacher(folder: Path) -> Network:
    """A network over the published weights (a Hugging Face MPNet folder with model.safetensors)."""
    weights = load_file(folder / "model.safetensors")
    words, places = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    encoder = TeacherEncoder(len(words), len(places))
    with torch.no_grad():
        encoder.pieces.weight.copy_(words)
        encoder.positions.weight.copy_(places)
        encoder.distances.weight.copy_(weights["encoder.relative_attention_bias.weight"])
        copy_part(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            assert isinstance(layer, TeacherLayer)
            at = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                three = [weights[f"{at}attention.attn.{name}.{part}"] for name in "qkv"]
                getattr(layer.qkv, part).copy_(torch.cat(three))
            copy_part(layer.out, weights, at + "attention.attn.o")
            copy_part(layer.norm1, weights, at + "attention.LayerNorm")
            copy_part(layer.up, weights, at + "intermediate.dense")
            copy_part(layer.down, weights, at + "output.dense")
            copy_part(layer.norm2, weights, at + "output.LayerNorm")
    for fixed in (encoder.pieces, encoder.distances):
        fixed.weight.requires_grad = False
    return Network(encoder, REACH, REACH)
