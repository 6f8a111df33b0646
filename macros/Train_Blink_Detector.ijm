// Trains a blink detector on your own labelled clips and measures it.
// The list of clips, and all parameters: docs/commands/train-blink-detector.md
clips = "/data/clips.csv";
detector = "/data/mine.safetensors";

run("Train Blink Detector...", "clips=[" + clips + "] output=[" + detector + "] epochs=40 seed=1");
run("Evaluate Blink Detector...", "clips=[" + clips + "] use=measure detector=[" + detector + "] output=/data/evaluation");
