import json
import subprocess
import sys

PROBE = """
import json, sys
import app.main
app.main.openapi_document()
print(json.dumps(sorted(sys.modules)))
"""


def test_the_api_process_loads_neither_the_language_model_nor_a_stage() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=120, check=True)
    loaded = set(json.loads(done.stdout))
    heavy = {"spacy", "thinc", "numpy", "trafilatura", "lxml", "rensa", "dateparser", "feedparser", "py3langid"}
    stages = {f"app.{name}" for name in ("flow", "read", "normalise", "extract", "attribute", "claim", "resolve")}
    assert loaded.isdisjoint(heavy | stages)
    assert "app.api.quotes.router" in loaded
