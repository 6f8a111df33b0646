// Trains a model on two face sets made by Extract_Faces.ijm, for half an hour.
// Run it again to train the same model further. All parameters:
// docs/commands/train-face-model.md
a = "/data/ada-faces.tif";
b = "/data/ben-faces.tif";
model = "/data/ada-ben.janus";

run("Train Face Model...", "facesa=[" + a + "] facesb=[" + b + "] model=[" + model + "] preset=light iterations=0 minutes=30.0 batch=0 seed=1 device=auto");
