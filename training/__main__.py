"""Train the tagger and write the files that Quotewire runs: python -m training --own FOLDER [--polnear FILE] --out
FOLDER

First the large corpus alone, then it together with our own annotated texts, at half the pace; then the export. What
was done is kept in OUT: the same command goes on where it was broken off.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from app.attribute.encoding import Encoder
from training.base import base_folder, tokenizer
from training.corpus import Text, texts
from training.export import export
from training.network import Network, pretrained
from training.train import Stage, train

OWN_WEIGHT = 4


def stages(large: Sequence[Text], own: Sequence[Text], epochs: tuple[int, int]) -> Iterator[tuple[str, Stage]]:
    """The stages in order; without a large corpus there is one, over our own texts."""
    if large:
        yield "first", Stage(large, epochs[0], pace=1, last_pace=1 / 3)
        yield "second", Stage([*large, *own], epochs[1], pace=0.5, last_pace=0, first=epochs[0])
    else:
        yield "only", Stage(own, sum(epochs), pace=1, last_pace=0)


def learn(plan: Iterator[tuple[str, Stage]], base: Path, out: Path, seed: int) -> Path:
    """Run the stages one after another from the base's weights; the state of the last one."""
    torch.manual_seed(seed)
    network: Network = pretrained(base)
    encoder = Encoder(tokenizer(base))
    state = out
    for name, stage in plan:
        state = out / f"{name}.pt"
        train(stage, network, encoder, state, seed)
    return state


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--own", type=Path, required=True, help="our annotated texts: a .txt file or a folder of them")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's training half as JSON Lines")
    parser.add_argument("--out", type=Path, required=True, help="where states and, in OUT/weights, the result go")
    parser.add_argument("--base", type=Path, help="a folder with BERT weights and vocabulary (default: MiniLM-L6)")
    parser.add_argument("--epochs", type=int, nargs=2, default=(2, 3), metavar=("FIRST", "SECOND"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--version", default="own")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    asked.out.mkdir(parents=True, exist_ok=True)
    base = asked.base or base_folder()
    large = list(texts(asked.polnear)) if asked.polnear else []
    own = list(texts(asked.own, OWN_WEIGHT if large else 1))
    state = learn(stages(large, own, tuple(asked.epochs)), base, asked.out, asked.seed)
    export(state, base, asked.out / "weights", asked.version)
    print(f"weights are in {asked.out / 'weights'}", file=sys.stderr)


if __name__ == "__main__":
    main()
