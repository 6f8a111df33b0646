// Does a model that never saw shut eyes betray itself by not blinking?
// Puts B's face on A's clip twice, by a model trained on open eyes only and by
// one trained on all faces, and looks for blinks in the source and both results.
// What it shows, and how to read it: docs/blink-experiment.md
//
// With a window: change the four lines below, Plugins > Macros > Run...
// Without: io.github.janusfiji.Janus --macro macros/Blink_Experiment.ijm "/data/a.mp4 /data/b.mp4 /data/experiment/ 180"
a = "/data/a.mp4";           // the clip that is changed: a person who blinks
b = "/data/b.mp4";           // the person whose face is put in
folder = "/data/experiment/";
minutes = 180;               // of training, for each of the two models

arguments = split(getArgument(), " ");
if (arguments.length == 4) {
	a = arguments[0];
	b = arguments[1];
	folder = arguments[2];
	minutes = parseFloat(arguments[3]);
}
if (!endsWith(folder, "/")) folder = folder + "/";
File.makeDirectory(folder);
setBatchMode(true);

extract(a, folder + "a");
extract(b, folder + "b");
onlyOpenEyes(folder + "a");
onlyOpenEyes(folder + "b");

train("open", "-open");
train("all", "");
swap("open");
swap("all");

print("clip, blinks, per minute of time in which one could be seen");
blinks(a, "source");
blinks(folder + "swapped-open.mp4", "trained on open eyes");
blinks(folder + "swapped-all.mp4", "trained on all faces");

compare("open");
compare("all");

function extract(clip, name) {
	run("Extract Faces...", "input=[" + clip + "] output=[" + name + ".tif] size=256 person=1 every=1 overlay=false");
	close("*");
}

// Shut eyes have an opening of about 0.5, open ones of about 1.
function onlyOpenEyes(name) {
	run("Review Faces...", "faces=[" + name + ".tif] filter=[opening>=0.85] output=[" + name + "-open.tif]");
	close("*");
}

// Everything but the faces is the same for both models.
function train(name, suffix) {
	run("Train Face Model...", "facesa=[" + folder + "a" + suffix + ".tif] facesb=[" + folder + "b" + suffix + ".tif] model=[" + folder + name + ".janus] preset=light iterations=0 minutes=" + minutes + " batch=0 seed=1 device=auto");
	close("*");
}

function swap(name) {
	run("Swap Faces...", "input=[" + a + "] model=[" + folder + name + ".janus] into=B output=[" + folder + "swapped-" + name + ".mp4] person=1 mask=extended colour=reinhard blend=pyramid");
	close("*");
}

function blinks(clip, what) {
	report = folder + "report/";
	run("Detect Blinks...", "input=[" + clip + "] output=[" + report + "] person=1 task=conversation");
	close("*");
	summary = File.openAsString(report + File.getNameWithoutExtension(clip) + ".summary.json");
	print(what + ", " + value(summary, "blinks") + ", " + value(summary, "blinksPerMinute"));
}

// How well windows of the clip can be told from the swap: a line in the log.
function compare(name) {
	report = folder + "report/";
	source = File.getNameWithoutExtension(a);
	run("Compare Blinks...", "genuine=[" + report + source + ".eyes.csv] other=[" + report + "swapped-" + name + ".eyes.csv] task=conversation output=[" + folder + "curves-" + name + ".csv]");
}

// The number of a key on a line of its own.
function value(json, key) {
	lines = split(json, "\n");
	for (i = 0; i < lines.length; i++) {
		line = String.trim(lines[i]);
		if (startsWith(line, "\"" + key + "\":"))
			return parseFloat(replace(substring(line, indexOf(line, ":") + 1), ",", ""));
	}
	return NaN;
}
