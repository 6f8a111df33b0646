// Extracts the faces and detects the blinks of every video in a folder.
// Results go to the folder "janus" inside it. A video that fails is named in
// the log, and the next one is taken.
//
// With a window: Plugins > Macros > Run...; the folder is asked for.
// Without: io.github.janusfiji.Janus --macro macros/Batch_Folder.ijm /data/clips/
folder = getArgument();
if (folder == "") folder = getDirectory("Folder of videos");
if (!endsWith(folder, "/")) folder = folder + "/";
results = folder + "janus/";
File.makeDirectory(results);

setBatchMode(true);
files = getFileList(folder);
for (i = 0; i < files.length; i++) {
	if (isVideo(files[i])) {
		input = folder + files[i];
		faces = results + files[i] + ".tif";
		run("Extract Faces...", "input=[" + input + "] output=[" + faces + "] size=256 person=1 every=1");
		if (!File.exists(faces)) print("No faces: " + files[i]);
		run("Detect Blinks...", "input=[" + input + "] output=[" + results + "] person=1");
		close("*");
	}
}
print("Done: " + results);

function isVideo(name) {
	name = toLowerCase(name);
	return endsWith(name, ".mp4") || endsWith(name, ".mov") || endsWith(name, ".avi")
		|| endsWith(name, ".mkv") || endsWith(name, ".webm");
}
