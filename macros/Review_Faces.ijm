// Keeps the faces of a set that are sharp and look about towards the camera.
// Change the two paths. All parameters: docs/commands/review-faces.md
faces = "/data/ada-faces.tif";
good = "/data/ada-good.tif";

run("Review Faces...", "faces=[" + faces + "] filter=[sharpness>=100 and |yaw|<40] sort=sharpness output=[" + good + "]");

// With a window: look through the slices, delete what is wrong
// (Image > Stacks > Delete Slice), and save what is left with
// run("Save Reviewed Faces...", "output=[" + good + "]");
