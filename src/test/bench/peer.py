"""The presets of Janus in PyTorch: the peer that the benchmarks compare with.

The same network, initial scale, batch, loss and joint step as Janus: both
people pass the shared encoder as one minibatch, each its own decoder, one step
of Adam moves everything. The pixel shuffle is TensorFlow's order in Janus and
PyTorch's here, which is a permutation of filters and costs the same.

    python3 peer.py train-step|decode <preset> <batch> <repetitions> <threads>

prints the median seconds of one step (or of decoding one minibatch) by the
clock and of all threads together, the peak of resident memory and how fast the
machine multiplies matrices: Debian's PyTorch without libopenblas0-pthread
reaches 5 GFLOP/s and is no peer.
"""
import resource
import statistics
import sys
import time

import torch
from torch import nn

import peer_gan

PRESETS = {
    # encoder (filters, kernel), code, seed channels, seed size, shared, own,
    # output kernel, shuffled output
    "original": ([(128, 5), (256, 5), (512, 5), (1024, 5)], 1024, 1024, 4,
                 [512], [256, 128, 64], 5, False),
    "light": ([(24, 5), (48, 3), (96, 3), (192, 3)], 256, 96, 8,
              [], [64, 32], 3, True),
}
SIZE = 64
SLOPE = 0.1


class Same(nn.Module):
    """Convolution of stride 2 with TensorFlow's SAME padding."""

    def __init__(self, inputs, outputs, kernel):
        super().__init__()
        total = kernel - 2
        self.pad = (total // 2, total - total // 2) * 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, 2)

    def forward(self, x):
        return self.conv(nn.functional.pad(x, self.pad))


def upscales(channels, filters):
    layers = []
    for f in filters:
        layers += [nn.Conv2d(channels, 4 * f, 3, padding=1),
                   nn.LeakyReLU(SLOPE, inplace=True), nn.PixelShuffle(2)]
        channels = f
    return layers, channels


def networks(preset):
    stages, code, seed, side, shared, own, kernel, shuffled = PRESETS[preset]
    layers, channels, size = [], 3, SIZE
    for filters, k in stages:
        layers += [Same(channels, filters, k), nn.LeakyReLU(SLOPE, inplace=True)]
        channels, size = filters, size // 2
    layers += [nn.Flatten(), nn.Linear(channels * size * size, code),
               nn.Linear(code, seed * side * side),
               nn.Unflatten(1, (seed, side, side))]
    more, channels = upscales(seed, shared)
    encoder = nn.Sequential(*layers, *more)

    def decoder():
        layers, last = upscales(channels, own)
        outputs = 12 if shuffled else 3
        layers.append(nn.Conv2d(last, outputs, kernel, padding=kernel // 2))
        if shuffled:
            layers.append(nn.PixelShuffle(2))
        return nn.Sequential(*layers, nn.Sigmoid())

    return encoder, decoder(), decoder()


def median(work, repetitions):
    work()
    work()
    wall, cpu = [], []
    for _ in range(repetitions):
        begin, spent = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - spent)
    return statistics.median(wall), statistics.median(cpu)


def gflops():
    a = torch.rand(1024, 1024)
    return 2 * 1024 ** 3 / median(lambda: torch.mm(a, a), 5)[0] / 1e9


class Autoencoder:
    """Network and optimiser of a preset without adversaries."""

    def __init__(self, preset):
        self.encoder, self.a, self.b = networks(preset)
        modules = nn.ModuleList([self.encoder, self.a, self.b])
        self.adam = torch.optim.Adam(modules.parameters(), 1e-5, (0.5, 0.999))

    def decode(self, x):
        return self.b(self.encoder(x))

    def step(self, x):
        self.adam.zero_grad(set_to_none=True)
        batch = len(x) // 2
        codes = self.encoder(x)
        loss = (self.a(codes[:batch]) - x[:batch]).abs().mean() \
            + (self.b(codes[batch:]) - x[batch:]).abs().mean()
        loss.backward()
        self.adam.step()
        return loss.item()


def main(what, preset, batch, repetitions, threads):
    torch.manual_seed(1)
    torch.set_num_threads(threads)
    network = peer_gan.Gan() if preset == "gan" else Autoencoder(preset)
    x = torch.rand(2 * batch, 3, SIZE, SIZE)
    if what == "decode":
        with torch.no_grad():
            wall, cpu = median(lambda: network.decode(x[:batch]), repetitions)
    else:
        wall, cpu = median(lambda: network.step(x), repetitions)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"wall {wall:.5f} cpu {cpu:.5f} peak_mb {peak:.0f} "
          f"gflops {gflops():.1f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
