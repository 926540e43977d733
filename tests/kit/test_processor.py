from pathlib import Path

import pytest

from app.kit.processor import tune_products

WIDE = "fpu sse2 avx2 avx512f avx512dq avx512cd avx512bw avx512vl"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}


def described(folder: Path, flags: str) -> Path:
    file = folder / "cpuinfo"
    file.write_text(f"processor\t: 0\nflags\t\t: {flags}\n\nprocessor\t: 1\nflags\t\t: {flags}\n", encoding="utf-8")
    return file


def test_a_processor_that_multiplies_in_512_bits_is_used_as_one(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    tune_products(environment, described(tmp_path, WIDE))
    assert environment == {**ONE_THREAD, "OPENBLAS_CORETYPE": "SkylakeX"}


@pytest.mark.parametrize("flags", ["fpu sse2 avx2", WIDE.replace(" avx512dq", "")])
def test_others_are_left_to_the_library(tmp_path: Path, flags: str) -> None:
    environment: dict[str, str] = {}
    tune_products(environment, described(tmp_path, flags))
    assert environment == ONE_THREAD


def test_what_the_user_chose_stays(tmp_path: Path) -> None:
    environment = {"OPENBLAS_CORETYPE": "Haswell", "OPENBLAS_NUM_THREADS": "2"}
    tune_products(environment, described(tmp_path, WIDE))
    assert environment == {"OPENBLAS_CORETYPE": "Haswell", "OPENBLAS_NUM_THREADS": "2"}


def test_a_machine_that_does_not_describe_itself_keeps_its_kernels(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    tune_products(environment, tmp_path / "missing")
    (tmp_path / "strange").write_text("Processor: unknown\n", encoding="utf-8")
    tune_products(environment, tmp_path / "strange")
    assert environment == ONE_THREAD
