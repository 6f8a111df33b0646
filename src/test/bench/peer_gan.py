"""The preset gan of Janus in PyTorch, for peer.py.

The same layers, objectives and order of work as io.github.janusfiji.model.
FaceGan at the beginning of a run: both discriminators take one step of Adam on
mixed pictures, then encoder and decoders one through the discriminators, which
stand still. The painted faces are computed once for both.
"""
import torch
from torch import nn
from torch.nn import functional as F

SIZE = 64
SLOPE = 0.2
SHARE = 0.7  # of the real in mixed pictures; Janus draws it for each step


class Same(nn.Module):
    """Convolution with TensorFlow's SAME padding, of even sizes."""

    def __init__(self, inputs, outputs, kernel, stride=1):
        super().__init__()
        total = kernel - stride
        self.pad = (total // 2, total - total // 2) * 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride)

    def forward(self, x):
        return self.conv(F.pad(x, self.pad) if any(self.pad) else x)


class Attention(nn.Module):
    """Zhang et al. 2019; keys and values of large pictures at half the size."""

    def __init__(self, channels):
        super().__init__()
        few = max(1, channels // 8)
        self.query, self.key = (nn.Conv2d(channels, few, 1) for _ in range(2))
        self.value = nn.Conv2d(channels, channels, 1)
        self.gain = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        def smaller(y):
            large = x.shape[2] * x.shape[3] > 1024
            return (F.max_pool2d(y, 2) if large else y).flatten(2)

        query = self.query(x).flatten(2)
        key, value = smaller(self.key(x)), smaller(self.value(x))
        shares = torch.softmax(query.transpose(1, 2) @ key, -1)
        return x + self.gain * (value @ shares.transpose(1, 2)).view_as(x)


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.a, self.b = (Same(channels, channels, 3) for _ in range(2))

    def forward(self, x):
        return F.leaky_relu(x + self.b(F.leaky_relu(self.a(x), SLOPE)), SLOPE)


def leaky():
    return nn.LeakyReLU(SLOPE, inplace=True)


def up(inputs, outputs):
    return [Same(inputs, 4 * outputs, 3), leaky(), nn.PixelShuffle(2)]


def encoder():
    layers = [Same(3, 64, 5)]
    for i, (inputs, outputs) in enumerate(((64, 128), (128, 256), (256, 512),
                                           (512, 1024))):
        layers += [Same(inputs, outputs, 3, 2), nn.ReLU(inplace=True)]
        if i in (1, 2):
            layers.append(Attention(outputs))
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(16384, 1024),
                         nn.Linear(1024, 16384), nn.Unflatten(1, (1024, 4, 4)),
                         *up(1024, 512))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(*up(512, 256), *up(256, 128), Attention(128),
                                   *up(128, 64), Residual(64), Attention(64))
        self.alpha, self.face = Same(64, 1, 5), Same(64, 3, 5)

    def forward(self, code):
        x = self.trunk(code)
        return torch.sigmoid(self.alpha(x)), torch.sigmoid(self.face(x))


def discriminator():
    return nn.Sequential(Same(6, 64, 4, 2), leaky(), Same(64, 128, 4, 2),
                         leaky(), Same(128, 256, 4, 2), leaky(), Attention(256),
                         Same(256, 1, 4))


class Gan:
    """Network and optimisers."""

    def __init__(self):
        self.encoder = encoder()
        self.decoders = nn.ModuleList(Decoder() for _ in range(2))
        self.judges = nn.ModuleList(discriminator() for _ in range(2))
        painters = [*self.encoder.parameters(), *self.decoders.parameters()]
        self.painting = torch.optim.Adam(painters, 1e-5, (0.5, 0.999))
        self.judging = torch.optim.Adam(self.judges.parameters(), 2e-5,
                                        (0.5, 0.999))

    def decode(self, x):
        return self.decoders[1](self.encoder(x))[1]

    def step(self, x):
        people = []
        half = len(x) // 2
        for code, seen, paint, judge in zip(
                self.encoder(x).split(half), x.split(half), self.decoders,
                self.judges):
            alpha, face = paint(code)
            people.append((seen, alpha, face, alpha * face + (1 - alpha) * seen,
                           judge))
        self.judging.zero_grad(set_to_none=True)
        told = sum(self.judged(*person) for person in people)
        told.backward()
        self.judging.step()
        self.painting.zero_grad(set_to_none=True)
        self.judges.requires_grad_(False)
        loss = sum(self.painted(*person) for person in people)
        loss.backward()
        self.judges.requires_grad_(True)
        self.painting.step()
        return told.item() + loss.item()

    @staticmethod
    def judged(seen, _, face, masked, judge):
        loss = 0
        for fake in masked.detach(), face.detach():
            mixed = SHARE * seen + (1 - SHARE) * fake
            loss += (judge(torch.cat((mixed, seen), 1)) - SHARE).square().mean()
        return loss

    @staticmethod
    def painted(seen, alpha, face, masked, judge):
        loss = (face - seen).abs().mean() + 0.01 * alpha.mean()
        for fake in masked, face:
            verdict = judge(torch.cat((fake, seen), 1))
            loss += 0.1 * (verdict - 1).square().mean()
        for axis in 2, 3:
            loss += 0.1 * (face.diff(dim=axis) - seen.diff(dim=axis)).abs().mean()
            loss += 0.1 * alpha.diff(dim=axis).abs().mean()
        return loss
