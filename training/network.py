"""The reader's network: MiniLM with a head for the answer's first and last token and one for the verdict."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch.nn import functional
from transformers import BertConfig, BertModel

CHECKPOINT = "checkpoint.safetensors"
_NO_SPAN = -100


class Reader(torch.nn.Module):
    """Token ids to logits of first and last token (rows × tokens), and one a row: the window answers."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(str(folder), local_files_only=True)
        # Attention written out trains 1.6 times as fast on a CPU as the fused one, and exports plainly.
        config._attn_implementation = "eager"
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        self.bert = BertModel.from_pretrained(
            str(folder), config=config, add_pooling_layer=False, local_files_only=True, use_safetensors=True
        )
        self.span = torch.nn.Linear(config.hidden_size, 2)
        self.verdict = torch.nn.Linear(config.hidden_size, 1)
        self.bert.embeddings.word_embeddings.requires_grad_(False)

    def forward(
        self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits of the first token, of the last token, and of the verdict; padding has none."""
        hidden = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state.float()
        first, last = self.span(hidden).unbind(-1)
        # An answer stands in the window (type 1); the first token stands for "not here".
        outside = (types == 0).float()
        outside = torch.cat([torch.zeros_like(outside[:, :1]), outside[:, 1:]], dim=1)
        away = (outside + (1 - mask.float())).clamp(max=1) * -1e4
        return first + away, last + away, self.verdict(hidden[:, 0]).squeeze(-1)


def of_network(tensors: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The network's own part of a checkpoint."""
    return {
        name.removeprefix("network."): part for name, part in tensors.items() if name.startswith("network.")
    }


def loss_of(
    logits: tuple[torch.Tensor, torch.Tensor, torch.Tensor],
    first: torch.Tensor,
    last: torch.Tensor,
    answers: torch.Tensor,
) -> torch.Tensor:
    """Cross-entropy of the span's ends (where they are known) plus that of the verdict."""
    verdict = functional.binary_cross_entropy_with_logits(logits[2], answers)
    if bool((first == _NO_SPAN).all()):
        return verdict
    ends = [
        functional.cross_entropy(given, wanted, ignore_index=_NO_SPAN)
        for given, wanted in ((logits[0], first), (logits[1], last))
    ]
    return (ends[0] + ends[1]) / 2 + verdict
