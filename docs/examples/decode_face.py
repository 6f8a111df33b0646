"""Decodes a face with a Janus autoencoder in PyTorch.

python3 decode_face.py model.janus A face.f32 painted.f32   (3×H×W floats, 0 to 1)
"""
import json, sys, zipfile
import numpy as np, torch, torch.nn.functional as F

zf = zipfile.ZipFile(sys.argv[1])
a = json.loads(zf.read("model.json"))["architecture"]
raw = zf.read("weights.safetensors")
n = int.from_bytes(raw[:8], "little")
w = {k: torch.from_numpy(np.frombuffer(raw[8 + n:], "<f4", (v["data_offsets"][1] - v["data_offsets"][0]) // 4,
         v["data_offsets"][0]).reshape(v["shape"]).copy())
     for k, v in json.loads(raw[8:8 + n]).items() if k != "__metadata__"}

def conv(x, name, stride=1, slope=a["slope"]):
    k, size = w[name + ".weight"].shape[2], x.shape[2]
    pad = max(0, ((size + stride - 1) // stride - 1) * stride + k - size)   # TensorFlow's SAME
    x = F.pad(x, (pad // 2, pad - pad // 2) * 2)
    return F.leaky_relu(F.conv2d(x, w[name + ".weight"], w[name + ".bias"], stride), slope)

def shuffle(x):   # TensorFlow's order: the block is the slow part of the channels
    n, c, h, v = x.shape
    return x.view(n, 2, 2, c // 4, h, v).permute(0, 3, 4, 1, 5, 2).reshape(n, c // 4, 2 * h, 2 * v)

x = torch.from_numpy(np.fromfile(sys.argv[3], "<f4")).view(1, 3, a["size"], a["size"])
for i in range(len(a["encoder"])):
    x = conv(x, f"encoder.conv{i + 1}", 2)
for name in ("code", "seed"):
    x = x.flatten(1) @ w[f"encoder.{name}.weight"] + w[f"encoder.{name}.bias"]
x = x.view(1, a["seedChannels"], a["seedSize"], a["seedSize"])
d = "decoder_" + sys.argv[2].lower()
for part, doublings in (("encoder", a["shared"]), (d, a["own"])):
    for i in range(len(doublings)):
        x = shuffle(conv(x, f"{part}.up{i + 1}"))
x = conv(x, d + ".output", slope=1)
torch.sigmoid(shuffle(x) if a["shuffledOutput"] else x).numpy().astype("<f4").tofile(sys.argv[4])
