"""Janus beside PyTorch: the same network, batch and threads, in turns.

    JANUS_CLASSPATH=... python3 compare.py train-step|decode <preset> [batch]
        [repetitions per run] [runs] [threads]

The class path holds Janus's classes, its test classes and all libraries. Each
run is a new process and reports a median; the last line is the median over all
runs of images per second, ours over PyTorch's. Nothing else should run.
"""
import os
import pathlib
import statistics
import subprocess
import sys

MAINS = {"train-step": "TrainStep", "decode": "DecodeStep"}
PEER = pathlib.Path(__file__).with_name("peer.py")


def report(command, threads):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads))
    lines = subprocess.run(command, env=environment, check=True, text=True,
                           stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL).stdout.splitlines()
    words = lines[-1].split()
    return dict(zip(words[::2], map(float, words[1::2])))


def main(what, preset, batch=16, repetitions=5, runs=5, threads=2):
    sizes = [preset, str(batch), str(repetitions)]
    ours = ["java", f"-XX:ActiveProcessorCount={threads}", "-Xmx256m",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=16g", "-cp",
            os.environ["JANUS_CLASSPATH"],
            "io.github.janusfiji.bench." + MAINS[what], *sizes]
    peer = [sys.executable, str(PEER), what, *sizes, str(threads)]
    pairs = []
    for i in range(runs):
        pairs.append((report(ours, threads), report(peer, threads)))
        mine, theirs = pairs[-1]
        print(f"run {i + 1}: Janus {mine['wall']:.4f} s ({mine['cpu']:.4f} s of "
              f"processor, {mine['peak_mb']:.0f} MB), PyTorch {theirs['wall']:.4f} "
              f"s ({theirs['cpu']:.4f} s, {theirs['peak_mb']:.0f} MB, sgemm "
              f"{theirs['gflops']:.0f} GFLOP/s)", flush=True)
        if theirs["gflops"] < 30 * threads:
            print("This PyTorch multiplies matrices slowly: install "
                  "libopenblas0-pthread, or stop what else runs.")
    for key, title in (("peak_mb", "peak memory"), ("cpu", "processor time"),
                       ("wall", "time")):
        ratio = statistics.median(m[key] / t[key] for m, t in pairs)
        print(f"{title}, ours / PyTorch: {ratio:.3f}")
    images = 2 * batch if what == "train-step" else batch
    mine, theirs = (statistics.median(images / p[i]["wall"] for p in pairs)
                    for i in (0, 1))
    print(f"images per second: {mine:.1f} / {theirs:.1f} = {mine / theirs:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:]))
