"""The tagger's network: a small encoder, a head that finds cues, and a head that finds what belongs to one cue.

The encoder is MiniLM-L6 (Wang et al., MiniLM, 2020; six layers of 384) with its published weights. To its word
embeddings a learned embedding of how the word is printed is added (case, quotation state, start of a paragraph). The
cue head labels each piece; the span head looks at the pieces near one cue and tags content, source and cue.
"""

import math
from copy import deepcopy
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from app.attribute.encoding import FEATURES
from app.attribute.tags import CUES, TAGS

WIDTH, HEADS, HEAD, LAYERS, INNER = 384, 12, 32, 6, 1536
SPAN_WIDTH, SPAN_HEADS, SPAN_LAYERS = 192, 4, 2
REACH, SHORTER_REACH = 104, 64
"""How many pieces to either side of a cue the span head sees at first, and in the end. Of 1,000 quotes of PolNeAR 3
have more than three tenths of their content beyond the first, 8 beyond the second."""
MARGIN = 16
"""Of pieces outside the cue's paragraph the span head sees in the end no more than so many before and behind it."""


def attend(x: Tensor, qkv: nn.Linear, heads: int, mask: Tensor | None) -> Tensor:
    """Scaled dot-product self-attention, written out when exported (`mask` is True where a piece may be looked at)."""
    rows, length, _ = x.shape
    q, k, v = qkv(x).view(rows, length, 3, heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
    if torch.onnx.is_in_onnx_export():
        scores = q @ k.transpose(-1, -2) * (1 / math.sqrt(qkv.out_features // (3 * heads)))
        if mask is not None:
            scores = scores + (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        y = scores.softmax(-1) @ v
    else:
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask[:, None, None, :])
    return y.transpose(1, 2).reshape(rows, length, qkv.out_features // 3)


class EncoderLayer(nn.Module):
    """A post-norm transformer layer, as BERT has it, with so many heads and inner units."""

    def __init__(self, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(WIDTH, 3 * heads * HEAD), nn.Linear(heads * HEAD, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        x = self.norm1(x + self.out(attend(x, self.qkv, self.heads, mask)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class SpanLayer(nn.Module):
    """A pre-norm transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(SPAN_WIDTH, 3 * SPAN_WIDTH), nn.Linear(SPAN_WIDTH, SPAN_WIDTH)
        self.up, self.down = nn.Linear(SPAN_WIDTH, 2 * SPAN_WIDTH), nn.Linear(2 * SPAN_WIDTH, SPAN_WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(SPAN_WIDTH), nn.LayerNorm(SPAN_WIDTH)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        x = x + self.out(attend(self.norm1(x), self.qkv, SPAN_HEADS, mask))
        return x + self.down(functional.gelu(self.up(self.norm2(x))))


class Encoder(nn.Module):
    """Pieces in, per piece: the cue head's scores, and the two projections that the span head reads."""

    def __init__(self, vocabulary: int, positions: int = 512) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH).requires_grad_(False)
        self.positions = nn.Embedding(positions, WIDTH)
        self.printed = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(WIDTH, len(CUES))
        self.piece_view, self.cue_view = nn.Linear(WIDTH, SPAN_WIDTH), nn.Linear(WIDTH, SPAN_WIDTH)
        nn.init.zeros_(self.printed.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        x = self.pieces(ids) + self.printed(features) + self.positions.weight[: ids.shape[1]]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        return self.cue(x), self.piece_view(x), self.cue_view(x)


class Spans(nn.Module):
    """For each cue the scores of the 2 * reach + 1 pieces around it, of which it sees those within `margin` of the
    cue's paragraph. `around` already holds the cue's view."""

    def __init__(self, reach: int, margin: int) -> None:
        super().__init__()
        self.reach = reach
        self.register_buffer("margin", torch.tensor(margin))
        self.place = nn.Parameter(torch.randn(2 * reach + 1, SPAN_WIDTH) * 0.1)
        self.layers = nn.ModuleList(SpanLayer() for _ in range(SPAN_LAYERS))
        self.norm, self.tag = nn.LayerNorm(SPAN_WIDTH), nn.Linear(SPAN_WIDTH, len(TAGS))

    def forward(self, around: Tensor, mask: Tensor | None, places: Tensor | None = None) -> Tensor:
        """`places`: where the given pieces stand, if not all are given."""
        x = around + (self.place if places is None else self.place[places])
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.tag(self.norm(x))
        return scores


class Network(nn.Module):
    """Both heads over one encoder, which answers as `Encoder` does."""

    def __init__(self, encoder: nn.Module, reach: int, margin: int) -> None:
        super().__init__()
        self.encoder, self.spans = encoder, Spans(reach, margin)

    def around(
        self, views: tuple[Tensor, Tensor], mask: Tensor, opens: Tensor, rows: Tensor, places: Tensor
    ) -> tuple[Tensor, Tensor]:
        """What the span head reads for the cues at `places` of `rows`, and which of it is there and may be seen.
        `views`: the pieces' and the cues'; `opens`: where a paragraph begins."""
        reach, margin = self.spans.reach, self.spans.margin
        pieces, cues = views
        padded = functional.pad(pieces, (0, 0, reach, reach))
        there = functional.pad(mask, (reach, reach))
        first, end = (edge[rows, places][:, None] for edge in paragraph_edges(opens))
        at = places[:, None] + torch.arange(2 * reach + 1)[None]
        near = (at - reach >= first - margin) & (at - reach < end + margin)
        seen = there[rows[:, None], at] & near
        around = padded[rows[:, None], at] + cues[rows, places][:, None]
        return around * seen[..., None], seen


def paragraph_edges(opens: Tensor) -> tuple[Tensor, Tensor]:
    """For each piece of each row where its paragraph begins and ends. `opens` is True where one begins."""
    at = torch.arange(opens.shape[1]).expand(opens.shape)
    first = torch.where(opens, at, 0).cummax(1).values
    following = torch.where(opens, at, opens.shape[1]).flip(1).cummin(1).values.flip(1)
    return first, functional.pad(following[:, 1:], (0, 1), value=opens.shape[1])


def restored(weights: dict[str, Tensor]) -> Network:
    """The network of a saved state."""
    reach, margin = len(weights["spans.place"]) // 2, int(weights["spans.margin"])
    network = Network(Encoder(len(weights["encoder.pieces.weight"])), reach, margin)
    for number in range(LAYERS):
        out, inner = (weights[f"encoder.layers.{number}.{part}.weight"].shape[1] for part in ("out", "down"))
        network.encoder.layers[number] = EncoderLayer(out // HEAD, inner)
    network.load_state_dict(weights)
    return network


def nearer(network: Network, reach: int, margin: int) -> Network:
    """A network whose span head sees no farther than `reach` from a cue and `margin` from its paragraph; what it
    learned of nearer pieces stays."""
    result = deepcopy(network)
    edge = network.spans.reach - reach
    result.spans.reach = reach
    result.spans.margin.fill_(margin)
    result.spans.place = nn.Parameter(network.spans.place.detach()[edge : edge + 2 * reach + 1].clone())
    return result


def pretrained(folder: Path) -> Network:
    """A network with the encoder's published weights (a Hugging Face BERT folder with model.safetensors)."""
    weights = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
    encoder = Encoder(len(weights["embeddings.word_embeddings.weight"]))
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        copy_part(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                three = [weights[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(three))
            copy_part(layer.out, weights, at + "attention.output.dense")
            copy_part(layer.norm1, weights, at + "attention.output.LayerNorm")
            copy_part(layer.up, weights, at + "intermediate.dense")
            copy_part(layer.down, weights, at + "output.dense")
            copy_part(layer.norm2, weights, at + "output.LayerNorm")
    return Network(encoder, REACH, REACH)


def copy_part(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Take a part's weight and bias from published weights."""
    for part in ("weight", "bias"):
        getattr(module, part).copy_(weights[f"{name}.{part}"])
