/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.NewImage;
import ij.plugin.frame.Recorder;
import java.awt.Dialog;
import java.awt.Window;
import java.io.File;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javax.swing.JComboBox;

/**
 * A user in front of plain ImageJ, in a Java machine of its own whose class path
 * holds nothing but ImageJ and this class: Janus comes from the plugins folder.
 * Prints what the user sees, one fact a line.
 */
final class ImageJSession {

	private ImageJSession() {}

	/**
	 * @param args a folder to write to; or a clip and a model to preview
	 * @throws Exception if something does not appear in time
	 */
	public static void main(final String[] args) throws Exception {
		if (args.length > 1) preview(args[0], args[1]);
		else everything(args[0]);
		System.exit(0);
	}

	private static void everything(final String folder) throws Exception {
		final String clip = new File(folder, "my clip.tif").getPath();
		IJ.saveAsTiff(NewImage.createRGBImage("clip", 40, 30, 3,
			NewImage.FILL_RAMP), clip);
		new ImageJ();
		for (final Object label : Menus.getCommands().keySet()) {
			if (String.valueOf(Menus.getCommands().get(label)).contains(
				"Janus_Command")) System.out.println("command " + label);
		}
		new Recorder();
		open(clip);
		System.out.println("recorded " + recorded());
		IJ.runMacro(recorded().replace("run(", "setBatchMode(false); run("));
		System.out.println("images " + WindowManager.getImageCount());
		batch(folder, clip);
		cancel();
		System.out.println("after cancel " + recorded());
		fail(folder);
	}

	/** A night's work, with every kind of mistake in it. */
	private static void batch(final String folder, final String clip) {
		final String faces = new File(folder, "none.tif").getPath();
		final String[] mistakes = { "output=[" + faces + "]", "wrong=1",
			"size=abc output=[" + faces + "]", "kind=film output=[" + faces + "]", "",
			"input=[" + clip + ".gone] output=[" + faces + "]" };
		final var macro = new StringBuilder(
			"setBatchMode(true); run('Open Video...', 'input=[" + clip +
				"]'); t = getTitle(); n = nImages; close(); ");
		for (final String mistake : mistakes)
			macro.append("run('Extract Faces...', '" + mistake + "'); ");
		macro.append("run('Extract Faces...'); return t + ' ' + n;");
		IJ.log("\\Clear");
		final int windows = dialogs();
		System.out.println("batch " + IJ.runMacro(macro.toString().replace("'",
			"\"")));
		System.out.println("dialogs of a batch " + (dialogs() - windows));
		System.out.println("sentences " + IJ.getLog().lines().filter(line -> line
			.startsWith("Extract Faces: ")).count());
		System.out.println("closed image " + IJ.getLog().contains(
			"There is nothing to work on"));
	}

	private static int dialogs() {
		int shown = 0;
		for (final Window window : Window.getWindows())
			if (window instanceof Dialog && window.isShowing()) shown++;
		return shown;
	}

	private static void preview(final String clip, final String model)
		throws Exception
	{
		new ImageJ();
		IJ.doCommand("Swap Faces...");
		final Dialog dialog = DialogHand.dialog("Swap Faces");
		DialogHand.type(dialog, "Video or folder", clip);
		DialogHand.tick(dialog, "Preview", true);
		System.out.println("nothing without a model " + WindowManager
			.getImageCount());
		DialogHand.tick(dialog, "Preview", false);
		DialogHand.type(dialog, "Preview at", "0");
		DialogHand.type(dialog, "Face model", model);
		// The model's people are read beside, and may change whose face is shown.
		System.out.println("names " + DialogHand.await(() -> named(dialog)));
		DialogHand.tick(dialog, "Preview", true);
		final ImagePlus image = DialogHand.await(WindowManager::getCurrentImage);
		System.out.println("shown " + image.getTitle());
		final int[] hull = pixels(image);
		final int[] grown = change(image, hull, () -> DialogHand.type(dialog, "Grow mask",
			"9"));
		System.out.println("another picture " + !Arrays.equals(hull, grown));
		DialogHand.type(dialog, "Grow mask", "-");
		System.out.println("nothing for half a number " + WindowManager
			.getImageCount());
		final int[] back = change(image, grown, () -> DialogHand.type(dialog, "Grow mask",
			"0"));
		System.out.println("back again " + Arrays.equals(hull, back));
		DialogHand.tick(dialog, "Preview", false);
		DialogHand.await(() -> WindowManager.getImageCount() == 0 ? "closed" : null);
		System.out.println("windows after OFF " + WindowManager.getImageCount());
		DialogHand.tick(dialog, "Preview", true);
		DialogHand.await(WindowManager::getCurrentImage);
		DialogHand.press(dialog, "Cancel");
		DialogHand.await(() -> WindowManager.getImageCount() == 0 ? "closed" : null);
		System.out.println("windows after Cancel " + WindowManager
			.getImageCount());
	}

	/** The face that is put in, once it has a name; else null. */
	private static String named(final Dialog dialog) {
		final var text = new String[1];
		DialogHand.part(dialog, "Face to put in", JComboBox.class, box -> text[0] = String
			.valueOf(box.getSelectedItem()));
		return text[0].contains(": ") ? text[0] : null;
	}

	private static int[] change(final ImagePlus image, final int[] from,
		final Runnable setting) throws TimeoutException
	{
		final long start = System.nanoTime();
		setting.run();
		final int[] changed = DialogHand.await(() -> Arrays.equals(from, pixels(image)) ? null
			: pixels(image));
		System.out.println("changed in " + (System.nanoTime() - start) / 1e9);
		return changed;
	}

	private static int[] pixels(final ImagePlus image) {
		return ((int[]) image.getProcessor().getPixels()).clone();
	}

	private static void open(final String clip) throws Exception {
		IJ.doCommand("Open Video...");
		final Dialog dialog = DialogHand.dialog("Open Video");
		DialogHand.type(dialog, "Video", clip);
		DialogHand.press(dialog, "OK");
		final ImagePlus image = DialogHand.await(WindowManager::getCurrentImage);
		System.out.println("opened " + image.getStackSize() + " " + image
			.getTitle());
		DialogHand.await(() -> recorded().isEmpty() ? null : recorded());
	}

	private static void cancel() throws Exception {
		IJ.doCommand("Extract Faces...");
		DialogHand.press(DialogHand.dialog("Extract Faces"), "Cancel");
		DialogHand.await(() -> DialogHand.find("Extract Faces") == null ? "closed" : null);
	}

	/** What is wrong is told in the dialog, which stays as it was. */
	private static void fail(final String folder) throws Exception {
		IJ.doCommand("Extract Faces...");
		final Dialog dialog = DialogHand.dialog("Extract Faces");
		DialogHand.press(dialog, "OK");
		System.out.println("needed " + DialogHand.await(() -> DialogHand.says(dialog,
			"'Face set to write' is needed.")));
		final String gone = new File(folder, "gone.mp4").getPath();
		DialogHand.type(dialog, "Video or folder", gone);
		DialogHand.type(dialog, "Face set to write", new File(folder, "f.tif").getPath());
		DialogHand.press(dialog, "OK");
		System.out.println("failed with a message " + DialogHand.await(() -> dialog
			.isShowing() ? DialogHand.says(dialog, gone) : null));
		DialogHand.press(dialog, "Cancel");
		DialogHand.await(() -> DialogHand.find("Extract Faces") == null ? "closed" : null);
		System.out.println("after failure " + recorded());
	}

	private static String recorded() {
		return ((Recorder) WindowManager.getWindow("Recorder")).getText().strip();
	}
}
