// Measures Janus's own blink detector on your labelled clips: lrcn, cnn and ear
// side by side. All parameters: docs/commands/evaluate-blink-detector.md
run("Evaluate Blink Detector...", "clips=/data/clips.csv use=all tolerance=3 output=/data/evaluation");
