"""The losses of the preset fast, and those of Gatys et al. 2016, in PyTorch.

    python3 peer_fast.py ../resources/io/github/janusfiji/model/fast-peer.safetensors

writes numbers drawn at random and what PyTorch makes of them in double precision:
FastPeerTest compares what Janus makes of the same.
"""
import json
import struct
import sys

import torch
from torch.nn import functional as F

torch.manual_seed(3)
SLOPE = 0.1
tensors = {}


def drawn(name, *shape, low=-256, high=256):
    x = torch.randint(low, high, shape).double() / 256
    tensors[name] = x.clone()
    return x.requires_grad_()


def told(name, x):
    tensors[name] = x.detach().clone().double()


def patch_style():
    """1 - cosine with the nearest of all style pictures' features around, mean over positions."""
    x = drawn("patch.values", 5, 4, 4)
    styles = [drawn(f"patch.style{i}", 5, 4, 4).detach() for i in range(3)]
    units = [s / s.norm(dim=0, keepdim=True) for s in styles]
    own = x / x.norm(dim=0, keepdim=True)
    total = 0
    for i in range(4):
        for j in range(4):
            near = torch.stack([u[:, a, b] for u in units for a in range(max(0, i - 1), min(4, i + 2))
                                for b in range(max(0, j - 1), min(4, j + 2))])
            total = total + 1 - (near @ own[:, i, j]).max()
    loss = 2 * total / 16
    loss.backward()
    told("patch.loss", loss.reshape(1))
    told("patch.gradient", x.grad)


def content_and_variation():
    x, goal = drawn("content.is", 2, 4, 3, 3), drawn("content.goal", 2, 4, 3, 3).detach()
    loss = 0.1 * ((x - goal) ** 2).mean() / (goal ** 2).mean()
    loss.backward()
    told("content.loss", loss.reshape(1))
    told("content.gradient", x.grad)
    p = drawn("variation.picture", 2, 3, 5, 5)
    loss = 0.05 * (((p[:, :, 1:] - p[:, :, :-1]) ** 2).mean() + ((p[..., 1:] - p[..., :-1]) ** 2).mean())
    loss.backward()
    told("variation.loss", loss.reshape(1))
    told("variation.gradient", p.grad)


def gatys():
    """Equations 1, 4 and 5 on one layer; the style counts 1000-fold."""
    weight, bias = drawn("gatys.weight", 4, 3, 3, 3).detach(), drawn("gatys.bias", 4).detach()

    def features(p):
        return F.relu(F.conv2d(p, weight, bias, padding=1))

    def gram(f):
        flat = f.reshape(f.shape[1], -1)
        return flat @ flat.T

    x = drawn("gatys.picture", 1, 3, 6, 6)
    f, p = features(x), features(drawn("gatys.content", 1, 3, 6, 6).detach())
    a = gram(features(drawn("gatys.style", 1, 3, 6, 6).detach()))
    content = 0.5 * ((f - p) ** 2).sum()
    style = ((gram(f) - a) ** 2).sum() / (4 * 4 ** 2 * 36 ** 2)
    (content + 1000 * style).backward()
    told("gatys.losses", torch.stack([content, style]))
    told("gatys.gradient", x.grad)


def network():
    """Scales of 4 and 8 px for pictures of 16 px."""
    picture = drawn("network.input", 2, 3, 16, 16, low=0).detach()
    weights = {}

    def conv(x, name, out, kernel, stride=1, slope=SLOPE):
        w = drawn(f"network.decoder_a.{name}.weight", out, x.shape[1], kernel, kernel)
        b = drawn(f"network.decoder_a.{name}.bias", out)
        weights[name] = w
        total = kernel - stride
        y = F.conv2d(F.pad(x, (total // 2, total - total // 2) * 2), w, b, stride)
        return F.leaky_relu(y, slope) if slope < 1 else y

    x = None
    for scale, branch, joined, depth in ((4, 3, 4, 2), (8, 2, 3, 1)):
        seen = F.avg_pool2d(picture, 8 // scale) if scale < 8 else picture
        seen = conv(conv(seen, f"branch{scale}a", branch, 5, 2), f"branch{scale}b", branch, 3)
        x = seen if x is None else torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), seen], 1)
        for j in range(depth):
            x = conv(x, f"join{scale}{'ab'[j]}", joined, 3)
    y = conv(x, "output", 12, 3, slope=1)
    n, _, h, w = y.shape  # block rows, block columns, colours
    y = y.reshape(n, 2, 2, 3, h, w).permute(0, 3, 4, 1, 5, 2).reshape(n, 3, 2 * h, 2 * w)
    y = torch.sigmoid(y)
    (((y - 0.25) ** 2).mean() * 100).backward()
    told("network.painted", y)
    for name in ("branch4a", "join8a", "output"):
        told(f"network.gradient.{name}", weights[name].grad)


def write(path):
    header, data = {}, b""
    for name, x in tensors.items():
        raw = x.float().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(x.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


patch_style()
content_and_variation()
gatys()
network()
write(sys.argv[1])
